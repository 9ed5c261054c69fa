import type { WhyMore } from './why-more.ts';

const id = {
  title: 'Pratinjau',
  means: 'Apa yang akan terjadi bila draf ini disimpan sekarang.',
  daysAhead: 'Rentang pratinjau',
  days: (days: number) => `${days} hari`,
  upToDate: 'Sesuai dengan draf',
  counting: 'Menghitung …',
  failed: 'Pratinjau tidak dapat dihitung',
  faulty: 'Pratinjau ini dari draf sebelumnya. Perbaiki dahulu isian yang ditandai.',
  faultyFromTheStart: 'Perbaiki dahulu isian yang ditandai.',
  paused: 'Semua SMS dijeda; angka ini berlaku bila pengiriman dilanjutkan.',
  expected: 'Perkiraan SMS',
  atMost: (most: string, unpaid: string) =>
    `paling banyak ${most}; ${unpaid} bila tidak ada lagi yang membayar`,
  more: {
    confirmations:
      'Lebih banyak daripada bila tidak ada yang membayar, karena setiap pembayaran dikonfirmasi lewat SMS.',
    next: 'Lebih banyak daripada bila tidak ada yang membayar, karena peserta yang membayar lalu diingatkan untuk bulan berikutnya.',
    both: 'Lebih banyak daripada bila tidak ada yang membayar, karena setiap pembayaran dikonfirmasi lewat SMS dan pesertanya lalu diingatkan untuk bulan berikutnya.',
  } satisfies Record<WhyMore, string>,
  most: 'SMS, paling banyak',
  parts: 'Bagian SMS',
  partsMeans: 'bila tidak ada lagi yang membayar',
  expectedCost: 'Perkiraan biaya',
  noMore: (most: string) => `paling banyak ${most}`,
  noPast: 'Belum ada bulan pembanding: perkiraan menganggap tidak ada yang membayar.',
  confirmations: 'Termasuk konfirmasi pembayaran, pada hari peserta membayar:',
  confirmed: (month: string, { expected, most }: Record<'expected' | 'most', string>) =>
    `${month}: perkiraan ${expected}; paling banyak ${most}`,
  month: (month: string, expected: string, most: string) =>
    `${month}: perkiraan ${expected}, paling banyak ${most}`,
  budget: (amount: string) => `dari anggaran ${amount}`,
  noBudget: '(tanpa batas anggaran)',
  none: 'Tidak ada SMS dalam rentang ini',
  whyNone: 'Belum ada peserta, atau tidak ada tahap aktif yang jatuh pada hari-hari ini.',
  whyNoneOnTrial:
    'Nomor uji coba bukan milik peserta, atau tidak ada tahap aktif yang jatuh pada hari-hari ini.',
  toImport: 'Impor peserta',
  quietDays:
    'Tahap yang jatuh pada hari tanpa SMS dikirim lebih awal; tahap setelah jatuh tempo atau sejak nonaktif, lebih lambat.',
  table: 'SMS per hari',
  date: 'Tanggal',
  step: 'Tahap',
  monthOwed: 'Iuran bulan',
  weekdays: ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'],
  onDay: (count: string) => `${count} SMS`,
  atMostOnDay: (count: string) => `maks. ${count} SMS`,
};

const en: typeof id = {
  title: 'Preview',
  means: 'What would happen if this draft were saved now.',
  daysAhead: 'Days ahead',
  days: (days) => `${days} days`,
  upToDate: 'Matches your draft',
  counting: 'Counting …',
  failed: 'The preview could not be worked out',
  faulty: 'This shows an earlier draft. Correct the marked fields first.',
  faultyFromTheStart: 'Correct the marked fields first.',
  paused: 'All texts are paused; these figures hold once they are resumed.',
  expected: 'Texts expected',
  atMost: (most, unpaid) => `${most} at most; ${unpaid} if nobody pays any more`,
  more: {
    confirmations: 'More than if nobody pays, as every payment is confirmed by a text.',
    next: 'More than if nobody pays, as those who pay are then reminded of the next month.',
    both: 'More than if nobody pays, as every payment is confirmed by a text and those who pay are then reminded of the next month.',
  },
  most: 'Texts at most',
  parts: 'SMS parts',
  partsMeans: 'if nobody pays any more',
  expectedCost: 'Cost expected',
  noMore: (most) => `${most} at most`,
  noPast: 'There is no month to go by yet: it is expected that nobody pays.',
  confirmations: 'With confirmations of payments, on whatever day people pay:',
  confirmed: (month, { expected, most }) => `${month}: ${expected} expected; ${most} at most`,
  month: (month, expected, most) => `${month}: ${expected} expected, ${most} at most`,
  budget: (amount) => `of a budget of ${amount}`,
  noBudget: '(no budget set)',
  none: 'Nobody is texted in these days',
  whyNone: 'There are no workers yet, or no step that is switched on falls on these days.',
  whyNoneOnTrial:
    'No worker has a trial phone, or no step that is switched on falls on these days.',
  toImport: 'Import workers',
  quietDays:
    'A step that falls on a quiet day goes out earlier; one after the due date, or from the lapse date on, later.',
  table: 'Texts by day',
  date: 'Date',
  step: 'Step',
  monthOwed: 'Month owed',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  onDay: (count) => `${count} texts`,
  atMostOnDay: (count) => `up to ${count} texts`,
};

export const previewTexts = { id, en };
