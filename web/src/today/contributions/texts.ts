const id = {
  title: 'Iuran',
  unpaid: (month: string) => `Belum membayar iuran ${month}`,
  ofDue: (due: string, before: string, date: string) =>
    `dari ${due} peserta yang sebelumnya lunas sampai ${before}, jatuh tempo ${date}.`,
  late: (count: string) => `Termasuk ${count} yang mulai terlambat.`,
  paid: 'Sudah membayar',
  ofThem: (share: string, due: string) => `${share} dari ${due} peserta itu`,
  amounts: 'Iuran diterima',
  of: (amount: string) => `dari ${amount}`,
  arrears: 'Menunggak dari bulan sebelumnya',
  arrearsMeans: 'Lewat jatuh tempo, kepesertaan masih dapat dipertahankan',
  rest: (month: string, count: string) => `${month}: ${count}`,
  means: (month: string) =>
    `Peserta dihitung satu kali, pada bulan pertama yang belum dibayar. Yang sudah membayar ${month} di muka tidak termasuk.`,
  partial: 'Bulan ini dimulai sebelum impor pertama, jadi belum ada persentase.',
  none: 'Belum ada peserta',
  noneText: 'Impor daftar peserta untuk memulai.',
};

const en: typeof id = {
  title: 'Contributions',
  unpaid: (month) => `Have not paid for ${month}`,
  ofDue: (due, before, date) =>
    `of ${due} workers who were covered through ${before}, due on ${date}.`,
  late: (count) => `With ${count} who started late.`,
  paid: 'Have paid',
  ofThem: (share, due) => `${share} of those ${due}`,
  amounts: 'Received',
  of: (amount) => `of ${amount}`,
  arrears: 'In arrears from earlier months',
  arrearsMeans: 'Past due, membership can still be kept',
  rest: (month, count) => `${month}: ${count}`,
  means: (month) =>
    `Workers count once, at their first unpaid month. Those who paid for ${month} ahead are not in it.`,
  partial: 'This month had begun before the first import, so there are no rates yet.',
  none: 'There are no workers yet',
  noneText: 'Import a roster to begin.',
};

export const contributionsTexts = { id, en };
