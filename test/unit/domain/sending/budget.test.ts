import { expect, test } from 'vitest';
import { budgetThreshold } from '#domain/sending/budget';

const price = { priceUsdPerPart: 0.2, rupiahPerUsd: 10_000 };
const step = { enabled: true, maxParts: 1 };
const markAt = (spent: number, monthlyBudgetRupiah: number | null, steps = [step]) =>
  budgetThreshold({ spent, plan: { monthlyBudgetRupiah, steps } }, price);

test.each<[number, number | null, number | null]>([
  [0, null, null],
  [79_999, 100_000, null],
  [80_000, 100_000, 80],
  [98_000, 100_000, 80],
  // What is left pays for no further text.
  [98_001, 100_000, 100],
  [100_000, 100_000, 100],
  [120_000, 100_000, 100],
])('Rp%i of a budget of Rp%s is past %s per cent', (spent, limit, mark) =>
  expect(markAt(spent, limit)).toBe(mark),
);

test('a step of two parts is skipped, and finance told, while shorter ones still leave', () => {
  const long = { ...step, maxParts: 2 };
  expect(markAt(96_000, 100_000, [step, long])).toBe(80);
  expect(markAt(96_001, 100_000, [step, long])).toBe(100);
  expect(markAt(96_001, 100_000, [step, { ...long, enabled: false }])).toBe(80);
});
