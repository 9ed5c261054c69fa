import { describe, expect, it } from 'vitest';
import { textMark } from '#domain/messages/text-mark';
import { nothingBought, type PaymentRecord } from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import type { Reminder } from '#domain/sending/reminder';
import { textAgain } from '#domain/sending/texting/text-again';
import { aWorker, settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

/** What Siti, who owes November at Rp8.400, read on Wednesday 11 November 2026. */
const read = 'Yth. Siti Aminah, before: BPJS Ketenagakerjaan Nov 2026 Rp8.400.';

const aRow = (of: Partial<Reminder> = {}): Reminder => ({
  ...{ workerId: 'wrk_00000000000000000000', month: '2026-11', step: 'before' },
  ...{ status: 'delivered', reason: null, runId: 'run', messageId: 'm', claimId: 'c' },
  ...{ at: '2026-11-11T02:05:00.000Z', claimedAt: '2026-11-11T02:00:03.000Z' },
  ...{ parts: 1, priceUsd: 0.16, planVersion: 1, arm: 'reminded' },
  ...{ province: 'Jawa Tengah', sector: 'other', language: 'id' },
  textMark: textMark(read),
  ...of,
});

const aPayment = (of: Partial<PaymentRecord> = {}): PaymentRecord => ({
  ...{ reference: 'P-1', channel: 'bank', amount: 8_400, paidAt: '2026-11-12T02:00:00.000Z' },
  ...{ months: null, workerId: 'wrk_00000000000000000000', status: 'recorded', matched: null },
  ...{ recordedAt: '2026-11-12T02:00:01.000Z', reversed: null },
  ...{ ...nothingBought, bought: ['2026-11'], price: 8_400, coveredBefore: '2026-10' },
  ...of,
});

const again = (
  row: Reminder,
  {
    worker = {},
    payments = [],
    under = plan,
  }: { worker?: Partial<Worker>; payments?: PaymentRecord[]; under?: Plan } = {},
) => textAgain(row, { worker: aWorker(worker), payments, plan: under, settings });

describe('a text is written again as it left', () => {
  it.each<[string, Parameters<typeof again>[1]]>([
    ['and nothing has changed since', {}],
    [
      'though she has paid since',
      { worker: { coveredThrough: '2026-12' }, payments: [aPayment()] },
    ],
    ['though she speaks Javanese since', { worker: { language: 'jv' } }],
    ['though she drives a taxi since', { worker: { sector: 'transport' } }],
    ['though she moved to Papua', { worker: { province: 'Papua' } }],
    [
      'though she works abroad since',
      { worker: { ended: { on: '2026-12-01', reason: 'abroad' } } },
    ],
    ['though the government pays since', { worker: { governmentPaid: true } }],
    [
      'though what was left of a later payment is credit now',
      { worker: { credit: 600 }, payments: [aPayment({ amount: 9_000 })] },
    ],
    [
      'though a payment that was reversed later has come before it',
      {
        payments: [
          aPayment({
            ...{ amount: 600, bought: [], price: 0, recordedAt: '2026-11-12T01:00:00.000Z' },
            reversed: { at: '2026-11-12T03:00:00.000Z', by: 'x', reason: 'y', was: 'recorded' },
          }),
        ],
      },
    ],
  ])('%s', (_, known) => {
    expect(again(aRow(), known)).toEqual({ text: read, isAsSent: true });
  });

  it('less the credit that there was', () => {
    const text = read.replace('8.400', '7.800');
    const before = aPayment({
      ...{ amount: 600, bought: [], price: 0, coveredBefore: null },
      recordedAt: '2026-10-20T02:00:00.000Z',
    });
    const known = { worker: { credit: 0 }, payments: [before, aPayment({ amount: 7_800 })] };
    expect(again(aRow({ textMark: textMark(text) }), known)).toEqual({ text, isAsSent: true });
  });

  it('of months in arrears, by the day on which it left', () => {
    const left = { at: '2027-01-16T02:00:03.000Z', claimedAt: undefined };
    const text = 'Yth. Siti Aminah, last-call: BPJS Ketenagakerjaan Nov 2026-Jan 2027 Rp33.600.';
    const row = aRow({ ...left, step: 'last-call', textMark: textMark(text) });
    expect(again(row)?.text).toContain('Jan 2027');
  });

  it('confirming a payment', () => {
    const text = 'Yth. Siti Aminah, terima kasih: Nov 2026 Rp8.400, 15 Desember.';
    const row = aRow({ step: 'paid', at: '2026-11-12T02:01:00.000Z', claimedAt: undefined });
    const said = again(row, { worker: { coveredThrough: '2026-12' }, payments: [aPayment()] });
    expect(said?.text).toBe(text);
    expect(again({ ...row, textMark: textMark(text) }, { payments: [aPayment()] })).toEqual({
      ...{ text, isAsSent: true },
    });
    expect(again(row, { payments: [] })).toBeNull();
  });
});

it.each<[string, Partial<Reminder>, Partial<Worker>]>([
  ['her name was corrected', {}, { name: 'Siti Rahma' }],
  ['her income was corrected', {}, { income: 1_500_000 }],
  ['the row is older than the marks', { textMark: undefined }, {}],
])('is said to be perhaps another where %s', (_, row, worker) => {
  expect(again(aRow(row), { worker })).toMatchObject({ isAsSent: false });
});

it.each(['sent', 'delivered', 'undelivered', 'unknown', 'claimed'] as const)(
  'is shown of one that is %s',
  (status) => expect(again(aRow({ status }))).not.toBeNull(),
);

it.each(['skipped', 'failed', 'missed'] as const)('is not made up for one %s', (status) =>
  expect(again(aRow({ status }))).toBeNull(),
);

it.each<[string, Plan]>([
  ['no longer has the step', { ...plan, steps: [] }],
  [
    'has an unknown placeholder',
    { ...plan, steps: plan.steps.map((step) => ({ ...step, texts: { id: '{x}' } })) },
  ],
])('is none where the version of its plan %s', (_, under) =>
  expect(again(aRow(), { under })).toBeNull(),
);

it('is none where that version is not there', () => {
  const known = { worker: aWorker(), payments: [], plan: undefined, settings };
  expect(textAgain(aRow(), known)).toBeNull();
});
