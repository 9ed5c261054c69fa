import { type Figure, figures } from '#domain/renewals/files/figure';
import { type SkipReason, skipReasons } from '#domain/sending/reminder';

const reasons: Readonly<Record<SkipReason, string>> = {
  stopped: 'meminta SMS dihentikan',
  'held-out': 'kelompok pembanding',
  'no-phone': 'tanpa nomor HP',
  'dead-number': 'nomor tidak aktif',
  'not-on-list': 'bukan nomor uji coba',
  budget: 'anggaran habis',
  paid: 'sudah membayar',
  superseded: 'ada pengingat lain di hari yang sama',
};

/** `of`: of which texts, as the end of the heading. */
const texts = (path: string, of: string): readonly Figure[] => [
  ...figures('count', {
    [`${path}reminders.sent`]: `SMS terkirim${of}`,
    [`${path}reminders.delivered`]: `SMS diterima${of}`,
    [`${path}reminders.undelivered`]: `SMS tidak diterima${of}`,
    [`${path}reminders.failed`]: `SMS gagal${of}`,
    [`${path}reminders.unknown`]: `SMS tidak diketahui${of}`,
    [`${path}reminders.missed`]: `SMS terlewat${of}`,
    ...Object.fromEntries(
      skipReasons.map((reason) => [
        `${path}reminders.skipped.${reason}`,
        `SMS dilewati: ${reasons[reason]}${of}`,
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
