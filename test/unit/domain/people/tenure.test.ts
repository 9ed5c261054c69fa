import { expect, test } from 'vitest';
import { tenureIn } from '#domain/people/tenure';

test.each([
  ['2026-11', '2026-11', 'first-3'],
  ['2026-11', '2026-09', 'first-3'],
  ['2026-11', '2026-08', '4-12'],
  ['2026-11', '2025-12', '4-12'],
  ['2026-11', '2025-11', 'later'],
  ['2027-01', '2026-10', '4-12'],
  // A roster may bring somebody who joined after the month that they owe.
  ['2026-11', '2027-01', 'first-3'],
  ['2026-11', null, 'unknown'],
] as const)('in %s a member since %s is in %s', (month, memberSince, tenure) =>
  expect(tenureIn(month, { memberSince })).toBe(tenure),
);

test('rows from before it was written down are of unknown tenure', () =>
  expect(tenureIn('2026-11', {})).toBe('unknown'));
