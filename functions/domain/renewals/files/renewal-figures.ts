import { type Figure, figures } from '#domain/renewals/files/figure';
import { type ReminderStatus, skipReasons } from '#domain/sending/reminder';
import { skipWords, statusWords } from '#domain/sending/status-words';

const counted = ['sent', 'delivered', 'undelivered', 'failed', 'unknown', 'missed'] as const;

/** `SMS sampai di HP`; no SMS is unknown itself. */
function became(status: ReminderStatus): string {
  const word = statusWords[status];
  const within = `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return `SMS ${status === 'unknown' ? 'berstatus ' : ''}${within}`;
}

/** `of`: of which texts, as the end of the heading. */
const texts = (path: string, of: string): readonly Figure[] => [
  ...figures('count', {
    ...Object.fromEntries(
      counted.map((status) => [`${path}reminders.${status}`, `${became(status)}${of}`]),
    ),
    ...Object.fromEntries(
      skipReasons.map((reason) => [
        `${path}reminders.skipped.${reason}`,
        `${became('skipped')}: ${skipWords[reason]}${of}`,
      ]),
    ),
    [`${path}parts`]: `Bagian SMS${of}`,
  }),
  ...figures('rupiah', { [`${path}spendRupiah`]: `Biaya SMS (Rp)${of}` }),
];

const effect = (path: string, by: string): readonly Figure[] => [
  ...figures('count', {
    [`${path}.reminded.due`]: `Diingatkan, wajib bayar ${by}`,
    [`${path}.reminded.renewed`]: `Diingatkan, sudah membayar ${by}`,
    [`${path}.heldOut.due`]: `Pembanding, wajib bayar ${by}`,
    [`${path}.heldOut.renewed`]: `Pembanding, sudah membayar ${by}`,
  }),
  ...figures('points', {
    [`${path}.points`]: `Manfaat (poin) ${by}`,
    [`${path}.low`]: `Manfaat, batas bawah ${by}`,
    [`${path}.high`]: `Manfaat, batas atas ${by}`,
  }),
];

const kept = (months: string): readonly Figure[] => {
  const [path, of] = [`monthsKept.${months}`, `dari ${months} bulan`];
  return [
    ...figures('text', {
      [`${path}.through`]: `Bulan terakhir ${of}`,
      [`${path}.knownOn`]: `Diketahui pada ${of}`,
      [`${path}.finalOn`]: `Final pada ${of}`,
      [`${path}.final`]: `Final ${of}`,
    }),
    ...figures('count', {
      [`${path}.reminded.workers`]: `Diingatkan, peserta ${of}`,
      [`${path}.reminded.months`]: `Diingatkan, bulan terbayar ${of}`,
      [`${path}.heldOut.workers`]: `Pembanding, peserta ${of}`,
      [`${path}.heldOut.months`]: `Pembanding, bulan terbayar ${of}`,
    }),
    ...figures('points', {
      [`${path}.perWorker`]: `Tambahan bulan per peserta ${of}`,
      [`${path}.low`]: `Tambahan bulan, batas bawah ${of}`,
      [`${path}.high`]: `Tambahan bulan, batas atas ${of}`,
    }),
    ...figures('rupiah', { [`${path}.costPerMonth`]: `Biaya per bulan tambahan (Rp) ${of}` }),
  ];
};

/** Of a cohort, or of a group of it. Without the curve and the steps, which are lists. */
export const renewalFigures: readonly Figure[] = [
  ...figures('text', {
    month: 'Bulan iuran',
    by: 'Dirinci menurut',
    value: 'Kelompok',
    partial: 'Sebagian',
    dueOn: 'Jatuh tempo',
    finalOn: 'Final pada',
    final: 'Final',
  }),
  ...figures('count', {
    due: 'Wajib bayar',
    onTime: 'Dibayar tepat waktu',
    inArrears: 'Dibayar saat menunggak',
    recovered: 'Dibayar setelah nonaktif',
    lapsed: 'Nonaktif',
    open: 'Belum dibayar',
    left: 'Keluar',
    startedLate: 'Mulai terlambat',
  }),
  ...figures('share', {
    'rates.onTime': 'Tingkat tepat waktu',
    'rates.renewal': 'Tingkat perpanjangan',
    'rates.lapse': 'Tingkat nonaktif',
    'rates.recovery': 'Tingkat dibayar setelah nonaktif',
  }),
  ...figures('rupiah', {
    amountDue: 'Iuran wajib bayar (Rp)',
    amountReceived: 'Iuran bulan ini diterima (Rp)',
  }),
  ...texts('', ''),
  ...texts('elsewhere.', ', di luar wajib bayar'),
  ...effect('effect', 'sampai hari ke-30'),
  ...figures('text', { 'effectByLapse.comparedOn': 'Hari sebelum nonaktif' }),
  ...effect('effectByLapse', 'sebelum nonaktif'),
  ...figures('rupiah', {
    contribution: 'Iuran rata-rata (Rp)',
    costPerRenewal: 'Biaya per perpanjangan (Rp)',
    costPerExtraRenewal: 'Biaya per perpanjangan tambahan (Rp)',
    extraContribution: 'Iuran tambahan (Rp)',
    net: 'Iuran tambahan dikurangi biaya (Rp)',
  }),
  ...['3', '6', '12'].flatMap(kept),
  ...figures('points', {
    'breakEven.oneMonth': 'Titik impas (poin), satu bulan',
    'breakEven.monthsKept.3': 'Titik impas (poin) dari 3 bulan',
    'breakEven.monthsKept.6': 'Titik impas (poin) dari 6 bulan',
    'breakEven.monthsKept.12': 'Titik impas (poin) dari 12 bulan',
  }),
];
