import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOwed } from '#domain/people/amount-owed';
import { coverageOf } from '#domain/people/cycles/coverage';
import { contribution } from '#domain/people/tariff';
import { sectors } from '#domain/people/worker';
import { aWorker, rules } from '../../../builders.ts';

const settleArrears = { ...rules, reactivation: 'settle-arrears' } as const;

describe('a seller in Solo, lowest tier, no JHT', () => {
  test.each([
    // covered through, today, coverage, rupiah, months
    ['2026-10', 'Wednesday', '2026-11-11', 'due', 8_400, ['2026-11']],
    ['2026-10', 'Monday', '2026-11-16', 'due', 8_400, ['2026-11']],
    ['2026-10', 'Tuesday', '2026-11-17', 'arrears', 8_400, ['2026-11']],
    ['2026-11', 'Wednesday', '2026-11-11', 'active', 8_400, ['2026-12']],
    ['2026-09', 'Saturday', '2026-10-10', 'due', 8_400, ['2026-10']],
    ['2026-09', 'Wednesday', '2026-10-14', 'due', 8_400, ['2026-10']],
    ['2026-09', 'Thursday', '2026-10-22', 'arrears', 8_400, ['2026-10']],
    ['2026-09', 'Sunday', '2026-11-01', 'arrears', 16_800, ['2026-10', '2026-11']],
    ['2026-09', 'Thursday', '2026-12-17', 'arrears', 25_200, ['2026-10', '2026-11', '2026-12']],
    ['2026-09', 'Thursday', '2026-12-31', 'arrears', 25_200, ['2026-10', '2026-11', '2026-12']],
    ['2026-09', 'Friday', '2027-01-01', 'lapsed', 16_800, ['2027-01']],
    ['2026-12', 'Saturday', '2027-01-09', 'due', 16_800, ['2027-01']],
    ['2026-10', 'Saturday', '2027-01-09', 'arrears', 33_600, ['2026-11', '2026-12', '2027-01']],
    ['2026-02', 'Thursday', '2026-05-14', 'arrears', 33_600, ['2026-03', '2026-04', '2026-05']],
    ['2027-10', 'Wednesday', '2026-11-11', 'active', 16_800, ['2027-11']],
  ] as const)(
    'covered through %s, on %s %s: %s, owes Rp%i for %j',
    (coveredThrough, _, today, coverage, amount, months) => {
      const worker = aWorker({ coveredThrough });
      expect(coverageOf(worker, today, rules)).toBe(coverage);
      expect(amountOwed(worker, today, rules)).toEqual({ amount, months });
    },
  );
});

test('her neighbour who drives an ojol owes Rp8.400 in January 2027', () =>
  expect(
    amountOwed(aWorker({ sector: 'transport', coveredThrough: '2026-12' }), '2027-01-09', rules)
      .amount,
  ).toBe(8_400));

describe('after the lapse date (covered through September, Friday 15 January 2027)', () => {
  const lapsed = aWorker({ coveredThrough: '2026-09' });
  test('she resumes with the current month alone', () =>
    expect(amountOwed(lapsed, '2027-01-15', rules)).toEqual({
      amount: 16_800,
      months: ['2027-01'],
    }));
  test('or settles the last three, each by its own tariff', () =>
    expect(amountOwed(lapsed, '2027-01-15', settleArrears)).toEqual({
      amount: 33_600,
      months: ['2026-11', '2026-12', '2027-01'],
    }));
  test('never a month that is paid, even where membership lapses after one month', () =>
    expect(amountOwed(lapsed, '2026-11-15', { ...settleArrears, lapseMonths: 1 }).months).toEqual([
      '2026-10',
      '2026-11',
    ]));
});

describe('credit is taken off', () => {
  test('a part of a month', () =>
    expect(amountOwed(aWorker({ credit: 1_600 }), '2026-11-11', rules).amount).toBe(6_800));
  test('never below nothing', () =>
    expect(amountOwed(aWorker({ credit: 9_000 }), '2026-11-11', rules).amount).toBe(0));
});

describe('who must never be told to pay', () => {
  const died = aWorker({ coveredThrough: '2026-01', ended: { on: '2026-05-02', reason: 'died' } });
  const paidFor = aWorker({ coveredThrough: '2026-01', governmentPaid: true });
  test('who has died owes nothing', () =>
    expect(amountOwed(died, '2026-11-11', rules)).toEqual({ amount: 0, months: [] }));
  test('who is paid for from a budget owes nothing', () =>
    expect(amountOwed(paidFor, '2026-11-11', rules)).toEqual({ amount: 0, months: [] }));
  test('and counts as active, whatever months we know of', () =>
    expect(coverageOf(paidFor, '2026-11-11', rules)).toBe('active'));
  test('until they end', () =>
    expect(coverageOf({ ...paidFor, ended: died.ended }, '2026-11-11', rules)).toBe('ended'));
});

test('what is owed is the sum of its months, consecutive from the first, less credit', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...sectors),
      fc.integer({ min: 0, max: 30_000_000 }),
      fc.boolean(),
      fc.constantFrom('2026-01', '2026-07', '2026-10', '2026-12', '2027-03'),
      fc.constantFrom('2026-02-01', '2026-11-11', '2027-01-09', '2027-06-30'),
      fc.integer({ min: 0, max: 20_000 }),
      (sector, income, jht, coveredThrough, today, credit) => {
        const worker = aWorker({ sector, income, jht, coveredThrough, credit });
        const { amount, months } = amountOwed(worker, today, rules);
        expect(months.length).toBeGreaterThan(0);
        expect(amount).toBe(
          Math.max(0, months.reduce((sum, month) => sum + contribution(worker, month), 0) - credit),
        );
      },
    ),
  ));
