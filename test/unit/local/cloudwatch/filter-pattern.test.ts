import { expect, test } from 'vitest';
import { filterPattern } from '#local/cloudwatch/filter-pattern';

const failed = '{"level":"ERROR","route":"POST /api/payments","count":7,"delivery":{"mcc":510}}';
const went = '{"level":"INFO","message":"not an ERROR","status":"401"}';

test.each([
  ['{ $.level = "ERROR" }', [true, false]],
  ['{ $.level != "ERROR" }', [false, true]],
  ['{ $.route = "POST *" }', [true, false]],
  ['{ $.status = "4*" }', [false, true]],
  ['{ $.count > 6 && $.level = "ERROR" }', [true, false]],
  ['{ ($.count > 7) || ($.status = "401") }', [false, true]],
  ['{ $.delivery.mcc = 510 }', [true, false]],
  ['{ $.status = 401 }', [false, false]],
  ['{ $.nothing.at.all = "x" }', [false, false]],
  ['ERROR', [true, true]],
  ['"not an ERROR"', [false, true]],
  ['ERROR INFO', [false, true]],
  ['?"mcc" ?"401"', [true, true]],
  ['', [true, true]],
] as const)('%s fits %s', (pattern, expected) => {
  expect([failed, went].map(filterPattern(pattern))).toEqual(expected);
});

test('a line that is no JSON fits no pattern of fields', () => {
  expect(filterPattern('{ $.level = "ERROR" }')('ERROR Invoke Error {"level":"ERROR"}')).toBe(
    false,
  );
});

test.each([
  '{ $.level = ERROR* }',
  '{ $.level }',
  '{ $.level IS NULL }',
  '{ $.items[0] = "x" }',
  '{ $.level > "ERROR" }',
  '[ip, user, status=4*]',
  '-"excluded"',
  '?"any" "all"',
  '%regular%',
])('%s is refused, not ignored', (pattern) => {
  expect(() => filterPattern(pattern)).toThrow('does not know the filter pattern');
});
