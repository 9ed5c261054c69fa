const id = {
  title: 'Waktu tanpa SMS',
  means: 'Tidak ada SMS yang keluar pada waktu ini, menurut jam setempat peserta.',
  from: 'Dari (malam)',
  to: 'Sampai (pagi)',
  days: 'Hari tanpa SMS',
  daysMean:
    'Tahap yang jatuh pada hari tanpa SMS dikirim lebih awal; tahap setelah jatuh tempo atau sejak nonaktif, lebih lambat.',
};

const en: typeof id = {
  title: 'Quiet times',
  means: "No text leaves at these times, by the worker's own clock.",
  from: 'From (evening)',
  to: 'To (morning)',
  days: 'Quiet days',
  daysMean:
    'A step that falls on a quiet day goes out earlier; one after the due date, or from the lapse date on, later.',
};

export const quietTexts = { id, en };
