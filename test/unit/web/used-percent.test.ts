import { expect, it } from 'vitest';
import { usedPercent } from '#web/src/today/used-percent';

it.each([
  [0, 1_000_000, 0],
  [374_600, 1_000_000, 37],
  [996_000, 1_000_000, 99],
  [1_000_000, 1_000_000, 100],
  [2_900_000, 10_000_000, 29],
  [854_600, 400_000, 213],
])('of Rp%i spent of Rp%i are %i percent used', (spent, budget, used) =>
  expect(usedPercent(spent, budget)).toBe(used),
);
