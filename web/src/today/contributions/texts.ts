const id = {
  title: 'Iuran',
  unpaid: (month: string) => `Belum membayar iuran ${month}`,
  ofDue: (due: string, date: string) => `dari ${due} peserta, jatuh tempo ${date}`,
  paid: 'Sudah membayar',
  amounts: 'Iuran diterima',
  of: (amount: string) => `dari ${amount}`,
  arrears: 'Menunggak dari bulan sebelumnya',
  arrearsMeans: 'Lewat jatuh tempo, kepesertaan masih dapat dipertahankan',
  rest: (month: string, count: string) => `${month}: ${count}`,
  partial: 'Bulan ini dimulai sebelum impor pertama, jadi belum ada persentase.',
  none: 'Belum ada peserta',
  noneText: 'Impor daftar peserta untuk memulai.',
};

const en: typeof id = {
  title: 'Contributions',
  unpaid: (month) => `Have not paid for ${month}`,
  ofDue: (due, date) => `of ${due} workers, due on ${date}`,
  paid: 'Have paid',
  amounts: 'Received',
  of: (amount) => `of ${amount}`,
  arrears: 'In arrears from earlier months',
  arrearsMeans: 'Past due, membership can still be kept',
  rest: (month, count) => `${month}: ${count}`,
  partial: 'This month had begun before the first import, so there are no rates yet.',
  none: 'There are no workers yet',
  noneText: 'Import a roster to begin.',
};

export const contributionsTexts = { id, en };
