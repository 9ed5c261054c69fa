const id = {
  title: 'Pengiriman hari ini',
  none: 'Belum ada pengiriman hari ini',
  time: 'Waktu',
  step: 'Tahap',
  sent: 'Terkirim',
  skipped: 'Sengaja tidak dikirim',
  problems: 'Masalah',
  status: 'Status',
  finished: 'Selesai',
  running: 'Berjalan',
  withheld: (count: string) => `${count} tertahan: uji coba`,
  sum: (all: string, reminders: string, confirmations: string) =>
    `${all} SMS terkirim: ${reminders} pengingat dan ${confirmations} konfirmasi pembayaran.`,
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
  sum: (all, reminders, confirmations) =>
    `${all} sent: ${reminders} to remind and ${confirmations} to confirm a payment.`,
};

export const runsTexts = { id, en };
