const id = {
  title: (month: string) => `Ringkasan ${month}`,
  due: 'Peserta wajib bayar',
  paid: 'Sudah membayar',
  amounts: 'Iuran diterima',
  of: (amount: string) => `dari ${amount}`,
  texts: 'SMS terkirim',
  cost: (amount: string) => `tentang iuran bulan ini, biaya ${amount}`,
  partial: 'Bulan ini dimulai sebelum impor pertama, jadi belum ada persentase.',
};

const en: typeof id = {
  title: (month) => `${month} at a glance`,
  due: 'Workers due',
  paid: 'Have paid',
  amounts: 'Received',
  of: (amount) => `of ${amount}`,
  texts: 'Texts sent',
  cost: (amount) => `about this month’s contribution, cost ${amount}`,
  partial: 'This month had begun before the first import, so there are no rates yet.',
};

export const glanceTexts = { id, en };
