const id = {
  title: 'Jatuh tempo',
  month: (month: string) => `Belum membayar iuran ${month}`,
  on: (date: string) => `Jatuh tempo ${date}`,
  arrears: 'Menunggak',
  arrearsMeans: 'Lewat jatuh tempo, kepesertaan masih dapat dipertahankan',
  rest: (month: string, count: string) => `${month}: ${count}`,
  none: 'Belum ada peserta',
  noneText: 'Impor daftar peserta untuk memulai.',
};

const en: typeof id = {
  title: 'Who is due',
  month: (month) => `Have not paid for ${month}`,
  on: (date) => `Due on ${date}`,
  arrears: 'In arrears',
  arrearsMeans: 'Past due, membership can still be kept',
  rest: (month, count) => `${month}: ${count}`,
  none: 'There are no workers yet',
  noneText: 'Import a roster to begin.',
};

export const cohortsTexts = { id, en };
