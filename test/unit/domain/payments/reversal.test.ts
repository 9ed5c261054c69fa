import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '#domain/calendar/dates';
import { applyPayment } from '#domain/payments/apply-payment';
import type { PaymentNotice, PaymentRecord } from '#domain/payments/payment';
import { withoutPayment } from '#domain/payments/reversal';
import type { ClosedCycle } from '#domain/people/cycle';
import { contribution } from '#domain/people/tariff';
import { monthOwed, sectors, type Worker } from '#domain/people/worker';
import { aWorker, rules } from '../../../builders.ts';

const at = '2026-11-11T02:00:00.000Z';
const later = '2026-11-20T02:00:00.000Z';

type Paid = Readonly<{ amount: number; months?: number; at?: string }>;

/** What somebody has after these payments, P0 first, and the payments as they are kept. */
function paying(worker: Worker, ...paid: readonly Paid[]) {
  let current = worker;
  const payments: PaymentRecord[] = [];
  const cycles: ClosedCycle[] = [];
  for (const [
    index,
    { amount, months = null, at: paidAt = new Date(Date.parse(at) + index * 1_000).toISOString() },
  ] of paid.entries()) {
    const notice: PaymentNotice = {
      reference: `P${index}`,
      channel: 'bank',
      amount,
      months,
      paidAt,
    };
    const { worker: next, closed, ...purchase } = applyPayment(current, notice, paidAt, rules);
    cycles.push(...closed);
    payments.push({
      ...notice,
      workerId: worker.workerId,
      recordedAt: paidAt,
      status: 'recorded',
      reversed: null,
      ...purchase,
    });
    current = next;
  }
  return { worker: current, payments, cycles };
}

/** Takes these payments back, by their number and in this order. */
function reversePayment(
  { worker, payments, cycles }: ReturnType<typeof paying>,
  ...numbers: readonly number[]
) {
  let current = worker;
  let overdrawn = false;
  const archived = new Map(cycles.map((cycle) => [keyOf(cycle), cycle]));
  const all = [...payments];
  for (const number of numbers) {
    const payment = payments[number] as PaymentRecord;
    const others = all.filter((_, index) => index !== number);
    const taken = withoutPayment(
      current,
      payment,
      { payments: others, cycles: [...archived.values()] },
      { at: later, draw: rules },
    );
    for (const cycle of taken.rewritten) archived.set(keyOf(cycle), cycle);
    all[number] = { ...payment, status: 'reversed' };
    current = taken.worker;
    overdrawn ||= taken.overdrawn;
  }
  return {
    worker: current,
    overdrawn,
    cycles: [...archived.values()].filter(({ voided }) => !voided),
  };
}

const keyOf = ({ month, began }: ClosedCycle): string => `${month} ${began}`;

describe('what a worker has without a payment (lowest tier, Rp8.400 a month in 2026, Rp16.800 in 2027)', () => {
  test.each<[string, Partial<Worker>, readonly Paid[], readonly number[], string, number]>([
    ['one month', {}, [{ amount: 8_400 }], [0], '2026-10', 0],
    ['one month and some credit', {}, [{ amount: 10_000 }], [0], '2026-10', 0],
    [
      'two months, and credit from before',
      { credit: 400 },
      [{ amount: 16_800 }],
      [0],
      '2026-10',
      400,
    ],
    ['too little for a month', {}, [{ amount: 5_000 }], [0], '2026-10', 0],
    [
      'one month named, with money left that could buy more',
      { credit: 9_000 },
      [{ amount: 8_400, months: 1 }],
      [0],
      '2026-10',
      9_000,
    ],
    ['the first of two', {}, [{ amount: 8_400 }, { amount: 8_400 }], [0], '2026-11', 0],
    ['the second of two', {}, [{ amount: 8_400 }, { amount: 8_400 }], [1], '2026-11', 0],
    ['both, the first one first', {}, [{ amount: 8_400 }, { amount: 8_400 }], [0, 1], '2026-10', 0],
    [
      'both, the second one first',
      {},
      [{ amount: 8_400 }, { amount: 8_400 }],
      [1, 0],
      '2026-10',
      0,
    ],
    [
      'a month, with a dearer one bought on top',
      { coveredThrough: '2026-11' },
      [{ amount: 8_400 }, { amount: 16_800 }],
      [0],
      '2026-12',
      8_400,
    ],
    [
      'one whose credit the next has used',
      {},
      [{ amount: 10_000 }, { amount: 6_800 }],
      [0],
      '2026-10',
      6_800,
    ],
    ['that one, and the next', {}, [{ amount: 10_000 }, { amount: 6_800 }], [0, 1], '2026-10', 0],
    [
      'credit alone, which the next has used',
      {},
      [{ amount: 5_000 }, { amount: 3_400 }],
      [0],
      '2026-10',
      3_400,
    ],
  ])('%s', (_, facts, paid, reversed, coveredThrough, credit) => {
    const { worker, overdrawn } = reversePayment(paying(aWorker(facts), ...paid), ...reversed);
    expect([worker.coveredThrough, worker.credit, overdrawn]).toEqual([
      coveredThrough,
      credit,
      false,
    ]);
  });
});

describe('who had lapsed', () => {
  const lapsed = aWorker({ coveredThrough: '2026-09' });
  const january = '2027-01-15T03:00:00.000Z';

  test('and came back with this payment has lapsed again: the months that were skipped are not paid', () =>
    expect(reversePayment(paying(lapsed, { amount: 16_800, at: january }), 0).worker).toMatchObject(
      {
        coveredThrough: '2026-09',
        credit: 0,
      },
    ));

  test('and came back after it keeps the months since then', () => {
    const paid = paying(
      aWorker({ coveredThrough: '2026-06' }),
      { amount: 16_800, at: '2026-08-01T03:00:00.000Z' },
      { amount: 16_800, at: january },
    );
    expect(paid.payments.map(({ bought }) => bought)).toEqual([
      ['2026-07', '2026-08'],
      ['2027-01'],
    ]);
    expect(reversePayment(paid, 0).worker).toMatchObject({ coveredThrough: '2027-01', credit: 0 });
  });

  test('and came back with credit from it has lapsed again if the rest is too little', () => {
    const paid = paying(
      aWorker({ coveredThrough: '2026-07' }),
      { amount: 9_400, at: '2026-08-01T03:00:00.000Z' },
      { amount: 15_800, at: january },
    );
    expect(paid.worker).toMatchObject({ coveredThrough: '2027-01', credit: 0 });
    expect(reversePayment(paid, 0).worker).toMatchObject({
      coveredThrough: '2026-08',
      credit: 15_800,
    });
  });
});

test('a cycle of the month that is owed again begins with the reversal, and the payment is not the last one any more', () => {
  const paid = paying(aWorker(), { amount: 8_400 });
  expect(reversePayment(paid, 0).worker).toMatchObject({
    cycle: { month: '2026-11', began: later, heldOut: false },
    lastPayment: null,
  });
});

test('where nothing was bought the cycle goes on', () => {
  const paid = paying(aWorker(), { amount: 5_000 });
  expect(reversePayment(paid, 0).worker.cycle).toEqual(aWorker().cycle);
});

test('where her income was corrected since, no more months go than came by the payment, and a person is to look', () => {
  const rich = aWorker({ income: 20_000_000 });
  const { worker, ...paid } = paying(
    rich,
    { amount: contribution(rich, '2026-11') },
    { amount: 1_000_000, months: 1 },
  );
  const poor = { ...worker, income: 0, credit: 0 };
  expect(reversePayment({ worker: poor, ...paid }, 0)).toMatchObject({
    worker: { coveredThrough: '2026-10', credit: 0 },
    overdrawn: true,
    cycles: [],
  });
});

describe('the cycles that there would be without a payment', () => {
  const days = [
    '2026-11-11T02:00:00.000Z',
    '2026-12-02T02:00:00.000Z',
    '2027-01-04T02:00:00.000Z',
  ] as const;
  const lines = ({ worker, cycles }: ReturnType<typeof reversePayment>): readonly string[] => [
    ...cycles
      .map(
        ({ month, since, end }) => `${month} since ${since}: ${end.months.join(' ')} on ${end.on}`,
      )
      .sort(),
    `${worker.cycle.month} since ${worker.cycle.since}`,
  ];

  test.each<[string, readonly Paid[], readonly number[], readonly string[]]>([
    [
      'the only one: the cycle is open as before',
      [{ amount: 8_400, at: days[0] }],
      [0],
      ['2026-11 since 2026-10-01'],
    ],
    [
      'the first of two: its month is paid by the second',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [0],
      ['2026-11 since 2026-10-01: 2026-11 on 2026-12-02', '2026-12 since 2026-12-02'],
    ],
    [
      'the first of three',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
        { amount: 16_800, at: days[2] },
      ],
      [0],
      [
        '2026-11 since 2026-10-01: 2026-11 on 2026-12-02',
        '2026-12 since 2026-12-02: 2026-12 on 2027-01-04',
        '2027-01 since 2027-01-04',
      ],
    ],
    [
      'three months, with another on top: that one pays the first of them',
      [
        { amount: 33_600, months: 3, at: days[0] },
        { amount: 16_800, at: days[1] },
      ],
      [0],
      ['2026-11 since 2026-10-01: 2026-11 2026-12 on 2026-12-02', '2027-01 since 2026-12-02'],
    ],
    [
      'both, the second first',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [1, 0],
      ['2026-11 since 2026-10-01'],
    ],
    [
      'both, the first first',
      [
        { amount: 8_400, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [0, 1],
      ['2026-11 since 2026-10-01'],
    ],
    [
      'one that only left credit changes none',
      [
        { amount: 1_000, at: days[0] },
        { amount: 8_400, at: days[1] },
      ],
      [0],
      ['2026-11 since 2026-10-01: 2026-11 on 2026-12-02', '2026-12 since 2026-12-02'],
    ],
  ])('%s', (_, paid, reversed, expected) =>
    expect(lines(reversePayment(paying(aWorker(), ...paid), ...reversed))).toEqual(expected),
  );
});

test('what somebody who had lapsed bought after beginning again goes on from there, and ends the cycle that lapsed', () => {
  const lapsed = aWorker({ coveredThrough: '2026-09' });
  const paid = paying(
    lapsed,
    { amount: 16_800, at: '2027-01-15T03:00:00.000Z' },
    { amount: 16_800, at: '2027-01-20T03:00:00.000Z' },
  );
  const { worker, cycles } = reversePayment(paid, 0);
  expect([worker.coveredThrough, worker.cycle.month, worker.cycle.since]).toEqual([
    '2027-01',
    '2027-02',
    '2027-01-20',
  ]);
  expect(cycles).toMatchObject([
    { month: '2026-10', end: { on: '2027-01-20', months: ['2027-01'] } },
  ]);
});

const anyWorker = fc
  .record({
    sector: fc.constantFrom(...sectors),
    income: fc.integer({ min: 0, max: 30_000_000 }),
    jht: fc.boolean(),
    coveredThrough: fc.constantFrom('2025-06', '2026-08', '2026-10', '2026-12', '2027-11'),
    credit: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(aWorker);
const anyPayment = fc.record(
  { amount: fc.integer({ min: 1, max: 900_000 }), months: fc.integer({ min: 1, max: 12 }) },
  { requiredKeys: ['amount'] },
);

test('applied and reversed, a payment leaves no trace in coverage and credit', () =>
  fc.assert(
    fc.property(anyWorker, anyPayment, (worker, payment) => {
      const { worker: restored, overdrawn } = reversePayment(paying(worker, payment), 0);
      expect([restored.coveredThrough, restored.credit, overdrawn]).toEqual([
        worker.coveredThrough,
        worker.credit,
        false,
      ]);
    }),
    { numRuns: 500 },
  ));

test('several, reversed in any order: no rupiah is made or lost, and the month owed has its cycle', () =>
  fc.assert(
    fc.property(
      anyWorker.filter(({ coveredThrough }) => coveredThrough >= '2026-08'),
      fc.array(anyPayment, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat()),
      (worker, paid, chance) => {
        const paidFor = paying(worker, ...paid);
        const order = paid
          .map((_, index) => [chance.next().value ?? 0, index] as const)
          .sort(([a], [b]) => a - b);
        const count = 1 + ((chance.next().value ?? 0) % paid.length);
        const reversed = order.slice(0, count).map(([, index]) => index);
        const { worker: rest, overdrawn } = reversePayment(paidFor, ...reversed);
        expect(overdrawn).toBe(false);
        expect(rest.credit).toBeGreaterThanOrEqual(0);
        expect(rest.cycle.month).toBe(monthOwed(rest));
        const money = paid.reduce(
          (sum, { amount }, index) => sum + (reversed.includes(index) ? 0 : amount),
          worker.credit,
        );
        expect(rest.credit + worth(rest, worker.coveredThrough)).toBe(money);
      },
    ),
    { numRuns: 500 },
  ));

/** What the months cost that are covered since then; negative where they are fewer. */
function worth(worker: Worker, since: string): number {
  let sum = 0;
  for (let month = addMonths(since, 1); month <= worker.coveredThrough; month = addMonths(month, 1))
    sum += contribution(worker, month);
  for (let month = addMonths(worker.coveredThrough, 1); month <= since; month = addMonths(month, 1))
    sum -= contribution(worker, month);
  return sum;
}
