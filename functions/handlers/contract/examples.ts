import type { PaymentRecord } from '#domain/payments/payment';
import type { WorkerView } from '#domain/people/worker-view';
import type { Renewals } from '#domain/renewals/cohort';
import type { Imported } from '#flows/people/import-workers';

/** Made-up people: no NIK begins with 99, and no phone with 0870. */

export const exampleRoster = [
  'nik,name,phone,province,sector,income,jht,language,covered_through',
  '9972010105900001,Siti Aminah,087000000000,Jawa Tengah,other,1000000,no,id,2026-10',
  '997201010590002,Budi,087000000001,Bali,transport,1000000,no,id,2026-10',
].join('\n');

export const exampleImported: Imported = {
  accepted: 1,
  created: 1,
  updated: 0,
  unchanged: 0,
  rejected: [
    { line: 3, field: 'nik', value: '997201010590002', reason: 'has 15 digits: a NIK has 16' },
  ],
  conflicts: [],
};

export const exampleWorker: WorkerView = {
  workerId: 'wrk_0123456789abcdef0123',
  name: 'Siti Aminah',
  phone: '+6287000000000',
  nikLast4: '0001',
  province: 'Jawa Tengah',
  zone: 'Asia/Jakarta',
  sector: 'other',
  income: 1_000_000,
  jht: false,
  language: 'id',
  governmentPaid: false,
  group: null,
  coveredThrough: '2026-10',
  coverage: 'due',
  dueOn: '2026-11-16',
  lapsesOn: '2027-02-01',
  owed: { amount: 8_400, months: ['2026-11'] },
  credit: 0,
  lastPayment: null,
  phoneFailures: 0,
  stopped: null,
  ended: null,
  heldOut: false,
};

export const exampleNotice = {
  reference: 'INV-2026-0001',
  channel: 'bank',
  nik: '9972010105900001',
  amount: 8_400,
  paidAt: '2026-11-11T09:30:00+07:00',
};

export const examplePayment: PaymentRecord = {
  reference: exampleNotice.reference,
  channel: exampleNotice.channel,
  amount: exampleNotice.amount,
  paidAt: '2026-11-11T02:30:00.000Z',
  months: null,
  workerId: exampleWorker.workerId,
  recordedAt: '2026-11-11T02:30:02.000Z',
  status: 'recorded',
  reversed: null,
  bought: ['2026-11'],
  price: 8_400,
  coveredBefore: '2026-10',
  flags: [],
};

export const exampleRenewals: Renewals = {
  month: '2026-11',
  by: null,
  value: null,
  partial: false,
  dueOn: '2026-11-16',
  finalOn: '2027-02-04',
  final: false,
  due: 1_000,
  onTime: 610,
  inArrears: 90,
  recovered: 0,
  lapsed: 0,
  open: 300,
  left: 4,
  startedLate: 12,
  rates: { onTime: 0.61, renewal: 0.7, lapse: 0, recovery: null },
  amountDue: 8_400_000,
  amountReceived: 5_880_000,
  reminders: {
    sent: 1_600,
    delivered: 1_550,
    undelivered: 30,
    failed: 2,
    unknown: 1,
    missed: 0,
    skipped: { 'held-out': 190, stopped: 9 },
  },
  parts: 1_600,
  spendRupiah: 4_224_000,
  effect: {
    byDay: 30,
    reminded: { due: 900, renewed: 612 },
    heldOut: { due: 100, renewed: 58 },
    points: 10,
    low: 0.3,
    high: 20.2,
  },
  costPerRenewal: 6_902,
  costPerExtraRenewal: 46_933,
  extraContribution: 756_000,
  net: -3_468_000,
  curve: [
    [-5, 120],
    [0, 610],
    [20, 700],
  ],
  steps: [],
};
