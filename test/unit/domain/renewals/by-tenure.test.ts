import { expect, test } from 'vitest';
import { aText, cohortsBy, leftCycle, openCycle, paidCycle } from './counted.ts';

test('a cohort by tenure: of each cycle and text as of the month it is about', () => {
  const cohorts = cohortsBy(
    [
      openCycle({ memberSince: '2026-10' }),
      paidCycle('2026-11-10', { memberSince: '2026-08' }),
      leftCycle('2026-11-12', { memberSince: '2019-01' }),
      paidCycle('2026-11-10', { month: '2026-10', memberSince: '2026-08' }),
      openCycle(),
      aText({ memberSince: '2026-08' }),
    ],
    'tenure',
  );
  const of = (tenure: string) => {
    const { begun = [], paid = [], left = [], text = [] } = cohorts.get(tenure) ?? {};
    return [begun, paid, left, text].map(({ length }) => length);
  };
  expect(['first-3', '4-12', 'later', 'unknown'].map((tenure) => of(tenure))).toEqual([
    [1, 0, 0, 0],
    [1, 1, 0, 1],
    [1, 0, 1, 0],
    [1, 0, 0, 0],
  ]);
});
