import { describe, expect, test } from 'vitest';
import { expiring } from '#domain/calendar/expiring';

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
