const id = {
  title: (month: string) => `Biaya SMS ${month}`,
  of: (share: string, budget: string) => `terpakai ${share} dari anggaran ${budget}`,
  noLimit: 'tanpa batas anggaran',
  committed: (amount: string) => `${amount} lagi dicadangkan untuk SMS yang sedang dikirim.`,
  marks: {
    80: {
      title: 'Anggaran SMS bulan ini hampir habis',
      text: 'Setelah habis, pengingat tidak dikirim sampai bulan berganti.',
    },
    100: {
      title: 'Anggaran SMS bulan ini sudah habis',
      text: 'Pengingat tidak dikirim sampai anggaran dinaikkan atau bulan berganti.',
    },
  },
};

const en: typeof id = {
  title: (month) => `Cost of texts in ${month}`,
  of: (share, budget) => `${share} of the budget of ${budget} is used`,
  noLimit: 'no budget set',
  committed: (amount) => `${amount} more is set aside for texts that are being sent.`,
  marks: {
    80: {
      title: 'The month’s budget for texts is nearly used up',
      text: 'At the whole of it reminders are skipped until the month is over.',
    },
    100: {
      title: 'The month’s budget for texts is used up',
      text: 'Reminders are skipped until it is raised or the month is over.',
    },
  },
};

export const budgetTexts = { id, en };
