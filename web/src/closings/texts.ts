const id = {
  title: 'Tutup buku',
  description:
    'Bulan yang ditutup tetap seperti saat ditutup; perubahan sesudahnya dicatat terpisah.',
  close: 'Tutup bulan',
  list: 'Bulan yang sudah ditutup',
  none: 'Belum ada bulan yang ditutup',
  month: 'Bulan',
  received: 'Iuran diterima',
  finalOn: 'Posisi per',
  closed: 'Ditutup',
  of: (payments: string, rupiah: string) => `${rupiah} (${payments})`,
  by: (when: string, who: string) => `${when}, ${who}`,
  now: (months: string) => `Dapat ditutup sekarang: ${months}.`,
  next: (month: string, date: string) => `Berikutnya: ${month}, dapat ditutup mulai ${date}.`,
  ask: {
    title: 'Tutup bulan ini?',
    month: 'Bulan yang ditutup',
    frozen: 'Angka yang dibekukan:',
    receipts: (month: string) =>
      `Iuran yang dibayar pada ${month}, per kanal, sebagaimana tercatat sampai kemarin.`,
    renewals: (month: string, date: string) =>
      `Perpanjangan iuran ${month}, jumlah SMS, dan biayanya: posisi per ${date}.`,
    members: (date: string) => `Jumlah peserta dan iuran tertagih: posisi per ${date}.`,
    forGood: 'Tidak dapat dibatalkan',
    later:
      'Bulan yang ditutup tidak dapat dibuka lagi. Pembatalan dan pembayaran yang datang kemudian tetap dicatat, dan tampil di samping angka yang dibekukan.',
    confirm: (month: string) => `Tutup ${month}`,
    failed: 'Bulan ini belum ditutup',
  },
};

const en: typeof id = {
  title: 'Closings',
  description: 'A closed month stays as it was closed; what changes later stands beside it.',
  close: 'Close a month',
  list: 'Closed months',
  none: 'No month has been closed yet',
  month: 'Month',
  received: 'Received',
  finalOn: 'As of the end of',
  closed: 'Closed',
  of: (payments, rupiah) => `${rupiah} (${payments})`,
  by: (when, who) => `${when}, ${who}`,
  now: (months) => `Can be closed now: ${months}.`,
  next: (month, date) => `Next: ${month}, which can be closed from ${date} on.`,
  ask: {
    title: 'Close this month?',
    month: 'Month to close',
    frozen: 'These figures are frozen:',
    receipts: (month) => `What was paid in ${month}, by channel, as recorded up to yesterday.`,
    renewals: (month, date) =>
      `Renewals of ${month}, the texts and their cost: as of the end of ${date}.`,
    members: (date) => `Members and what was collected: as of the end of ${date}.`,
    forGood: 'This cannot be undone',
    later:
      'A closed month cannot be opened again. Reversals and payments that come later are still recorded, and are shown beside the frozen figures.',
    confirm: (month) => `Close ${month}`,
    failed: 'The month is not closed',
  },
};

export const closingsTexts = { id, en };
