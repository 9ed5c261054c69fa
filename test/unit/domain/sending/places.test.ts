import { expect, test } from 'vitest';
import { isInPlace } from '#domain/sending/places';

const second = Date.parse('2026-11-11T02:00:00.000Z');

test.each([
  ['a millisecond before its moment', 300, 299, false],
  ['at its moment', 300, 300, true],
  ['a tenth of a second later', 300, 400, true],
  ['later than that', 300, 401, false],
  ['at the end of its second', 950, 999, true],
  ['in the next second, however near', 950, 1_000, false],
  ['a whole second later', 300, 1_300, false],
])('a text may leave %s: place %i, now %i', (_, place, now, may) =>
  expect(isInPlace(second + place, second + now)).toBe(may),
);
