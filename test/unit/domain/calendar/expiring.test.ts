import { describe, expect, test } from 'vitest';
import { expiring } from '#domain/calendar/expiring';
import { budgetThreshold } from '#domain/sending/budget';

describe('rules with an end: discounts to December 2026 and March 2027, holidays 2026', () => {
  test.each<[string, readonly string[]]>([
    ['2026-10-31', []],
    ['2026-11-01', ['discount of other to 2026-12-31', 'holidays of 2026 to 2026-12-31']],
    ['2027-01-29', ['discount of other to 2026-12-31', 'holidays of 2026 to 2026-12-31']],
    [
      '2027-01-30',
      [
        'discount of transport to 2027-03-31',
        'discount of other to 2026-12-31',
        'holidays of 2026 to 2026-12-31',
      ],
    ],
  ])('on %s', (today, expected) =>
    expect(
      expiring(today).map(({ what, of, lastDay }) => `${what} of ${of} to ${lastDay}`),
    ).toEqual(expected),
  );
});

const price = { priceUsdPerPart: 0.2, rupiahPerUsd: 10_000 };

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
  expect(budgetThreshold({ spent, limit }, price)).toBe(mark),
);
