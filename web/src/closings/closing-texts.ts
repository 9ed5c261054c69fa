import type { ClosingEvent } from '#domain/renewals/closing';

const id = {
  title: (month: string) => `Tutup buku ${month}`,
  closed: (when: string, who: string, through: string, finalOn: string) =>
    `Ditutup ${when} oleh ${who}. Iuran sebagaimana tercatat sampai ${through}; angka lain: posisi per ${finalOn}.`,
  csv: 'Unduh CSV',
  print: 'Cetak',
  receipts: 'Iuran yang dibayar pada bulan ini',
  channel: 'Kanal',
  all: 'Semua kanal',
  atClosing: 'Saat ditutup',
  since: 'Peristiwa sesudahnya',
  now: 'Sekarang',
  difference: 'Selisih',
  of: (payments: string, rupiah: string) => `${rupiah} (${payments})`,
  addsUp: 'Saat ditutup ditambah semua peristiwa sama dengan sekarang, per kanal.',
  unexplained: (channel: string, payments: string, rupiah: string) =>
    `${channel}: ${rupiah} (${payments}) belum terjelaskan. Angka sekarang dapat tertinggal setengah menit: muat ulang halaman ini.`,
  events: 'Peristiwa sejak ditutup',
  noEvents: 'Tidak ada yang dicatat, dicocokkan, atau dibatalkan sejak ditutup',
  eventsMean:
    'Pembayaran yang dibayar pada bulan ini atau membayar iuran bulan ini. Yang dibayar di bulan lain tidak mengubah iuran yang diterima di atas.',
  event: 'Peristiwa',
  payment: 'Pembayaran',
  paid: (when: string) => `dibayar ${when}`,
  amount: 'Jumlah',
  forMonths: (months: string) => `untuk ${months}`,
  adds: 'Mengubah iuran diterima',
  acts: {
    recorded: 'Dicatat kemudian',
    matched: 'Dicocokkan dengan peserta',
    reversed: 'Dibatalkan',
  } satisfies Record<ClosingEvent['act'], string> as Record<ClosingEvent['act'], string>,
  points: (points: string) => `${points} poin`,
  figures: 'Perpanjangan dan peserta',
  figure: 'Angka',
  restated: 'Dihitung ulang',
  restatedMeans: (finalOn: string) =>
    `Dihitung ulang: posisi per ${finalOn} menurut data yang ada sekarang. Yang terjadi setelah tanggal itu tidak termasuk; posisi hari ini ada di Perpanjangan.`,
  figuresMean:
    'Daftar peserta dan peserta yang keluar dapat mengubah angka ini juga, tanpa ada peristiwa pembayaran.',
  others: (count: string) => `${count} angka lain berbeda pula: semuanya ada di file CSV.`,
};

const en: typeof id = {
  title: (month) => `Closing of ${month}`,
  closed: (when, who, through, finalOn) =>
    `Closed ${when} by ${who}. Receipts as recorded up to ${through}; other figures as of the end of ${finalOn}.`,
  csv: 'Download CSV',
  print: 'Print',
  receipts: 'What was paid in this month',
  channel: 'Channel',
  all: 'All channels',
  atClosing: 'When closed',
  since: 'Events since',
  now: 'Now',
  difference: 'Difference',
  of: (payments, rupiah) => `${rupiah} (${payments})`,
  addsUp: 'Closed plus all events is the figure now, in each channel.',
  unexplained: (channel, payments, rupiah) =>
    `${channel}: ${rupiah} (${payments}) is not explained yet. The figures now may be half a minute behind: load the page again.`,
  events: 'Events since it was closed',
  noEvents: 'Nothing was recorded, matched or reversed since it was closed',
  eventsMean:
    'Payments that were paid in this month, or that pay for it. One that was paid in another month does not change the receipts above.',
  event: 'Event',
  payment: 'Payment',
  paid: (when) => `paid ${when}`,
  amount: 'Amount',
  forMonths: (months) => `for ${months}`,
  adds: 'Changes the receipts by',
  acts: { recorded: 'Recorded later', matched: 'Matched to a worker', reversed: 'Reversed' },
  points: (points) => `${points} points`,
  figures: 'Renewals and members',
  figure: 'Figure',
  restated: 'Counted again',
  restatedMeans: (finalOn) =>
    `Counted again: as of the end of ${finalOn}, by what is known now. What happened after that day is not in it; how things stand today is under Renewals.`,
  figuresMean:
    'Rosters and workers who left can change these as well, without an event of any payment.',
  others: (count) => `Others that differ, all in the CSV file: ${count}.`,
};

export const closingTexts = { id, en };
