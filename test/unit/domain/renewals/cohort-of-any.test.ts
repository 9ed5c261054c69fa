import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/calendar/dates';
import { renewalsOf } from '#domain/renewals/cohorts/cohort';
import { readCohort } from '#domain/renewals/cohorts/read-cohort';
import { dimensions } from '#domain/renewals/counting/counter';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { asked, outcomes, renewals } from './cohort-given.ts';
import { aText, cohortsBy, leftCycle, openCycle, paidCycle } from './counted.ts';

const facts = fc.record({
  since: fc.integer({ min: -60, max: 60 }).map((days) => addDays('2026-11-16', days)),
  origin: fc.constantFrom('joined' as const, 'renewed' as const),
  textable: fc.boolean(),
  province: fc.constantFrom('Jawa Tengah', 'Papua', 'Bali'),
  sector: fc.constantFrom('transport' as const, 'other' as const),
  language: fc.constantFrom('id' as const, 'jv' as const, 'su' as const),
  income: fc.constantFrom(500_000, 1_200_000, 3_000_000),
  jht: fc.boolean(),
  memberSince: fc.constantFrom(null, '2026-10', '2026-01', '2024-05'),
});

const cycle: fc.Arbitrary<CountedRow> = fc
  .tuple(facts, fc.boolean(), fc.constantFrom('open', 'paid', 'left'), fc.nat({ max: 150 }))
  .map(([of, drawn, end, days]) => {
    const cycle = { ...of, heldOut: of.textable && drawn };
    if (end === 'open') return openCycle(cycle);
    return (end === 'paid' ? paidCycle : leftCycle)(addDays(of.since, days), cycle);
  });

const text: fc.Arbitrary<CountedRow> = fc
  .record({
    step: fc.constantFrom('before', 'eve', 'paid'),
    status: fc.constantFrom(
      'sent',
      'delivered',
      'undelivered',
      'failed',
      'unknown',
      'missed',
      'skipped',
    ),
    arm: fc.constantFrom('reminded', 'held-out'),
    province: fc.constantFrom('Jawa Tengah', 'Papua'),
    memberSince: fc.constantFrom(null, '2026-10', '2026-01', '2024-05'),
  })
  .map((of) => aText({ ...of, reason: of.status === 'skipped' ? 'stopped' : null }));

test('in every dimension the five outcomes add up to those due, the values to the whole', () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 3, arbitrary: cycle }, text), { maxLength: 40 }),
      fc.integer({ min: -70, max: 150 }),
      (rows, days) => {
        const asOf = addDays('2026-11-16', days);
        const whole = renewals(rows, { asOf });
        for (const dimension of dimensions) {
          const parts = [...cohortsBy(rows, dimension)].map(([value, cohort]) =>
            renewalsOf(cohort, { ...asked, by: dimension, value, asOf }),
          );
          for (const part of parts) {
            expect(part.onTime + part.inArrears + part.recovered + part.lapsed + part.open).toBe(
              part.due,
            );
            expect(numbersIn(part).every(Number.isFinite)).toBe(true);
            expect(Math.min(...outcomes.map((outcome) => part[outcome]))).toBeGreaterThanOrEqual(0);
          }
          for (const of of ['due', ...outcomes, 'amountDue', 'amountReceived', 'parts'] as const)
            expect(parts.reduce((sum, part) => sum + part[of], 0)).toBe(whole[of]);
        }
      },
    ),
  ));

test('a cohort of nobody has noughts, no rates and no worth', () => {
  const nobody = renewalsOf(readCohort([]), asked);
  expect(nobody).toMatchObject({
    due: 0,
    rates: { onTime: null, renewal: null, lapse: null, recovery: null },
    costPerRenewal: null,
    curve: [],
  });
  expect(numbersIn(nobody).every(Number.isFinite)).toBe(true);
});

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];
