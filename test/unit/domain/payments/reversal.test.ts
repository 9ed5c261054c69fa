import { describe, expect, test } from 'vitest';
import type { PaymentRecord } from '#domain/payments/payment';
import { withoutPayment } from '#domain/payments/reversal';
import { contribution } from '#domain/people/tariff';
import type { Worker } from '#domain/people/worker';
import { aWorker, rules } from '../../../builders.ts';
import { later, type Paid, paying, reversePayment } from './reversing.ts';

describe('what a worker has without a payment (Rp8.400 a month in 2026, Rp16.800 in 2027)', () => {
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

  test('and came back with this payment has lapsed again: skipped months stay unpaid', () =>
    expect(reversePayment(paying(lapsed, { amount: 16_800, at: january }), 0).worker).toMatchObject(
      {
        coveredThrough: '2026-09',
        credit: 0,
      },
    ));

  test.each([100, 16_800])(
    'and came back with it has lapsed again, though Rp%i came since',
    (amount) => {
      const paid = paying(
        lapsed,
        { amount: 16_800, at: january },
        { amount, at: '2027-01-16T03:00:00.000Z' },
      );
      expect(reversePayment(paid, 0).worker).toMatchObject(
        amount < 16_800
          ? { coveredThrough: '2026-09', credit: amount }
          : { coveredThrough: '2027-01', credit: 0 },
      );
    },
  );

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

test('after a correction of her income a reversal takes only its months, and is flagged', () => {
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

describe('the last payment that is known of', () => {
  const told = { at: '2026-11-05T02:00:00.000Z', months: [{ month: '2026-10', price: 8_400 }] };
  test.each<[string, Partial<Worker>, readonly number[], string | undefined]>([
    ['is that one still, where an earlier one is taken back', {}, [0], 'pay_bank_P1'],
    ['is the one before it', {}, [1], 'pay_bank_P0'],
    ['is none, where there was no other', {}, [1, 0], undefined],
    ['is what a roster told before them', { toldByRoster: [told] }, [0, 1], 'roster-2026-11-05'],
  ])('%s', (_, facts, taken, id) => {
    const paid = paying(aWorker(facts), { amount: 8_400, months: 1 }, { amount: 8_400, months: 1 });
    expect(reversePayment(paid, ...taken).worker.lastPayment?.id).toBe(id);
  });

  test('is what credit has bought, by its price', () => {
    const paid = paying(aWorker(), { amount: 8_400, months: 1 });
    const bought = { ...paid.payments[0], channel: 'credit', amount: 0, price: 8_400 };
    const { lastPayment } = withoutPayment(
      paid.worker,
      paid.payments[0] as PaymentRecord,
      {
        payments: [{ ...bought, reference: 'C', bought: ['2026-10'] } as PaymentRecord],
        cycles: [],
      },
      { at: later, draw: rules },
    ).worker;
    expect(lastPayment).toMatchObject({ source: 'credit', amount: 8_400, months: ['2026-10'] });
  });
});
