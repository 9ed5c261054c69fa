import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '#domain/calendar/dates';
import { contribution } from '#domain/people/tariff';
import { monthOwed, sectors, type Worker } from '#domain/people/worker';
import { aWorker } from '../../../builders.ts';
import { paying, reversePayment } from './reversing.ts';

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

test('payments reversed in any order lose no rupiah, and the month owed has a cycle', () =>
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
