import { expect, it } from 'vitest';
import { differenceSaid } from '#web/src/closings/difference-said';
import { growthOf } from '#web/src/plan/editing/growth';
import { formats } from '#web/src/shared/words/formats';

it.each([
  ['rupiah', -8_400, '−Rp8.400'],
  ['rupiah', 8_400, '+Rp8.400'],
  ['rupiah', -0.3, 'Rp0'],
  ['number', -1, '−1'],
  ['number', 0, '0'],
  ['percent', -0.05, '−5,0 poin'],
  ['percent', 0.0123, '+1,2 poin'],
  ['percent', -0.0004, '0,0 poin'],
  ['percent', 0.0004, '0,0 poin'],
  ['number', null, '–'],
] as const)('says a difference of %s, of rates in points, with one minus: %s', (unit, by, said) =>
  expect(differenceSaid(unit, by, formats.id, (points) => `${points} poin`)).toBe(said),
);

it('writes every number with the same minus, and nothing without one', () => {
  const { number, decimal, percent, wholePercent, rupiah, shortRupiah } = formats.en;
  expect([number, decimal, percent, wholePercent, rupiah, shortRupiah].map((of) => of(-2))).toEqual(
    ['−2', '−2.0', '−200.0%', '−200%', '−Rp2', '−Rp2'],
  );
  expect([number(-0.2), decimal(-0.02), percent(-0.0002), rupiah(-0.2)]).toEqual([
    ...['0', '0.0', '0.0%', 'Rp0'],
  ]);
});

it.each([
  [100, 150, 0.5],
  [100, 0, -1],
  [100, 1_000, 9],
  [100, 1_001, null],
  [11_500, 16_863_600, null],
  [0, 100, null],
  [100, 100, null],
])('says how much the cost grows from %i to %i, within the tenfold', (was, is, growth) =>
  expect(growthOf(was, is)).toBe(growth),
);
