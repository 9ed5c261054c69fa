import { describe, expect, test } from 'vitest';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { firstKnown, longestKnown } from '#web/src/renewals/kept/first-known';

const kept = (...known: readonly number[]): Renewals['monthsKept'] => {
  const of = (horizon: number, knownOn: string) =>
    ({ knownOn, perWorker: known.includes(horizon) ? 0.2 : null }) as never;
  return { 3: of(3, '2027-03-31'), 6: of(6, '2027-06-30'), 12: of(12, '2027-12-31') };
};
const cohort = (month: string, facts: Partial<Renewals> = {}): Renewals =>
  ({ month, partial: false, due: 100, monthsKept: kept(), ...facts }) as Renewals;

describe('the months kept that are known first', () => {
  const october = cohort('2026-10');
  test.each<[string, readonly Renewals[], ReturnType<typeof firstKnown>]>([
    ['those of the first month', [october], { month: '2026-10', knownOn: '2027-03-31' }],
    [
      'not those of a partial one',
      [cohort('2026-09', { partial: true }), october],
      { month: '2026-10', knownOn: '2027-03-31' },
    ],
    [
      'nor of one in which nobody was due',
      [cohort('2026-09', { due: 0 }), october],
      { month: '2026-10', knownOn: '2027-03-31' },
    ],
    ['none without anybody', [], null],
    ['none of a group', [cohort('2026-10', { monthsKept: null })], null],
  ])('are %s', (_, cohorts, expected) => expect(firstKnown(cohorts)).toEqual(expected));
});

describe('the longest time over which a cohort was followed', () => {
  test.each([
    ['three months', kept(3), 3],
    ['six', kept(3, 6), 6],
    ['twelve', kept(3, 6, 12), 12],
    ['none yet', kept(), null],
    ['none of a group', null, null],
  ])('is %s', (_, monthsKept, expected) =>
    expect(longestKnown(cohort('2026-10', { monthsKept }))).toBe(expected),
  );
});
