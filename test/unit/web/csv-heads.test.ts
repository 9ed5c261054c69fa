import { describe, expect, it } from 'vitest';
import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import { waitingRows } from '#web/src/payments/lists/waiting-csv';
import { type Day, dayRows } from '#web/src/plan/preview/days-csv';
import { csvRows } from '#web/src/renewals/cohort/cohort-csv';
import { ageingRows } from '#web/src/renewals/members/ageing-csv';
import type { Line } from '#web/src/renewals/steps/line';
import { stepRows } from '#web/src/renewals/steps/steps-csv';

type Rows = ReturnType<typeof dayRows>;

const planned = { anchor: 'due', offsetDays: -5 } as const;

const payment = {
  ...{ channel: 'bank', reference: '00123', amount: 5_000, paidAt: '2026-11-10T00:31:00.000Z' },
  ...{ workerId: 'wrk_1', flags: ['too-little', 'odd-amount'] as const },
  short: { by: 3_400, credit: 5_000 },
  worker: { name: 'Siti Aminah', credit: 1_600 },
};

const day: Day = {
  ...{ date: '2026-11-11', step: 'before', month: '2026-11' },
  ...{ expectedReminders: 0, mostReminders: 12, reminders: 10, parts: 11 },
  ...{ expectedCostRupiah: 0, mostCostRupiah: 31_680, costRupiah: 29_040 },
};

const cycle: ExplainedCycle = {
  ...{ workerId: 'wrk_1', since: '2026-10-01', arm: 'held-out', outcome: 'inArrears' },
  ...{ startedLate: true, endedOn: '2026-11-20', by: 'credit', months: ['2026-10', '2026-11'] },
  ...{ amount: 8_400, received: 8_400 },
  texts: [
    { step: 'before', planned, status: 'sent', reason: null, parts: 1, priceUsd: 0.16 },
    { step: 'eve', planned: null, status: 'skipped', reason: 'held-out', parts: 0, priceUsd: 0 },
  ],
};

const line: Line = {
  ...{ id: 'before', sent: { step: 'before', planned }, parts: 20, spendRupiah: 52_800 },
  reminders: {
    ...{ sent: 18, delivered: 15, undelivered: 1, failed: 2, unknown: 3, missed: 4 },
    skipped: { 'held-out': 5, stopped: 2 },
  },
};

/** A lookup in somebody's workbook breaks with each head that changes. */
const files: readonly (readonly [string, Rows, readonly string[], Rows[number]])[] = [
  [
    'payments that wait for a person',
    waitingRows([payment]),
    [
      ...['Kanal', 'Referensi', 'Rupiah', 'Dibayar (WIB)', 'Ditandai', 'Kurang (Rp)'],
      ...['Saldo saat itu (Rp)', 'Saldo sekarang (Rp)', 'ID peserta'],
    ],
    [
      ...['bank', "'00123", 5_000, '2026-11-10 07:31', 'Kurang, Jumlah janggal', 3_400],
      ...[5_000, 1_600, 'wrk_1'],
    ],
  ],
  [
    'the days of a preview',
    dayRows([day], [{ id: 'before', ...planned } as Parameters<typeof dayRows>[1][number]]),
    [
      ...['Tanggal', 'Tahap', 'Iuran bulan', 'Perkiraan SMS', 'SMS paling banyak'],
      'SMS bila tidak ada lagi yang membayar',
      'Bagian SMS bila tidak ada lagi yang membayar',
      ...['Perkiraan biaya (Rp)', 'Biaya paling banyak (Rp)'],
      'Biaya bila tidak ada lagi yang membayar (Rp)',
    ],
    [
      ...['2026-11-11', '5 hari sebelum jatuh tempo', '2026-11', 0, 12, 10, 11],
      ...[0, 31_680, 29_040],
    ],
  ],
  [
    'the rows behind a cohort, which name nobody',
    csvRows([cycle]),
    [
      ...['ID peserta', 'Mulai', 'Hasil', 'Mulai terlambat', 'Diakhiri pada', 'Diakhiri oleh'],
      ...['Iuran diterima (Rp)', 'Iuran bulan itu (Rp)', 'Bulan yang dibayar', 'Kelompok', 'SMS'],
    ],
    [
      ...['wrk_1', '2026-10-01', 'Dibayar saat menunggak', 'ya', '2026-11-20', 'saldo'],
      ...[8_400, 8_400, '2026-10 2026-11', 'Pembanding'],
      '5 hari sebelum jatuh tempo: Terkirim, eve: Sengaja tidak dikirim (kelompok pembanding)',
    ],
  ],
  [
    'texts by step',
    stepRows([line]),
    [
      ...['Tahap', 'Terkirim', 'Sampai di HP', 'Tidak sampai', 'Gagal', 'Tidak diketahui'],
      ...['Tidak sempat terkirim', 'Sengaja tidak dikirim', 'Bagian SMS', 'Biaya SMS (Rp)'],
    ],
    ['5 hari sebelum jatuh tempo', 18, 15, 1, 2, 3, 4, 7, 20, 52_800],
  ],
  [
    'what is unpaid by age',
    ageingRows([{ bucket: '1-30', workers: 3, amount: 25_200 }]),
    ['Umur', 'Peserta', 'Iuran belum dibayar (Rp)'],
    ['1–30 hari', 3, 25_200],
  ],
];

describe.each(files)('the file of %s', (_, [heads, first], expectedHeads, expectedFirst) => {
  it('has these heads', () => expect(heads).toEqual(expectedHeads));
  it('says below them what is', () => expect(first).toEqual(expectedFirst));
});

it('texts of whoever left or started late have a line of their own', () => {
  const row = stepRows([line, { ...line, sent: null }])[2];
  expect(row?.slice(0, 2)).toEqual(['Peserta yang keluar atau mulai terlambat', 18]);
});
