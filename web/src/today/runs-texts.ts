const id = {
  title: 'Pengiriman hari ini',
  none: 'Belum ada pengiriman hari ini',
  time: 'Waktu',
  step: 'Langkah',
  sent: 'Terkirim',
  skipped: 'Dilewati',
  problems: 'Bermasalah',
  status: 'Status',
  finished: 'Selesai',
  running: 'Berjalan',
  withheld: (count: string) => `${count} tertahan: uji coba`,
};

const en: typeof id = {
  title: 'What went out today',
  none: 'Nothing has gone out today',
  time: 'Time',
  step: 'Step',
  sent: 'Sent',
  skipped: 'Skipped',
  problems: 'Problems',
  status: 'Status',
  finished: 'Finished',
  running: 'Running',
  withheld: (count) => `${count} withheld: trial`,
};

export const runsTexts = { id, en };
