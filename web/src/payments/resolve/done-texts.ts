const id = {
  covered: (month: string) => `sekarang lunas sampai ${month}.`,
  owes: (amount: string, months: string) => `Yang terutang: ${amount} untuk ${months}.`,
  owesNothing: 'Tidak ada yang terutang.',
  close: 'Tutup',
};

const en: typeof id = {
  covered: (month) => `is now covered through ${month}.`,
  owes: (amount, months) => `Owed: ${amount} for ${months}.`,
  owesNothing: 'Nothing is owed.',
  close: 'Close',
};

export const doneTexts = { id, en };
