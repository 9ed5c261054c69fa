import { expect, it } from 'vitest';
import { zoneOf } from '#domain/calendar/provinces';
import { provinces, type Step } from './any-year.ts';
import { isCountedRight } from './any-year-interrupted.ts';

/** Of five payments the second is reversed, then the first: the others keep their order. */
const twoReversals: Step[] = [
  ...[1, 3, 2, 1, 2].map((months) => ({ does: 'pay', who: 0, months, late: 0 }) as const),
  { does: 'reverse', which: 1 },
  { does: 'reverse', which: 0 },
  { does: 'end', who: 0 },
  { does: 'pay', who: 0, months: 1, late: 0 },
];

/** A worker left and came back within a month owed, and the payment before it is reversed. */
const cameBack: Step[] = [
  { does: 'pay', who: 0, months: 1, late: 0 },
  { does: 'end', who: 0 },
  { does: 'back', who: 0 },
  { does: 'pay', who: 0, months: 1, late: 0 },
  { does: 'reverse', which: 0 },
];

/** That any other sequence is counted right as well is proved in test/prove/counting.test.ts. */
it.each([
  ['two reversals', twoReversals],
  ['a worker who came back', cameBack],
])('the counters match rows and ledger, however the counting was interrupted: %s', (_, steps) =>
  isCountedRight(steps, [8, 0, 3, 7, 9, 0, 1, 2, 7, 2].values()),
);

it('zones are told apart', () =>
  expect(provinces.map(zoneOf)).toEqual([
    'Asia/Jakarta',
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Jayapura',
  ]));
