import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Arms, effectOver, inPoints, type Share, wilson } from '#domain/renewals/uplift';

const arms = (renewed: number, of: number, heldOutRenewed: number, heldOutOf: number): Arms => ({
  reminded: { due: of, renewed },
  heldOut: { due: heldOutOf, renewed: heldOutRenewed },
});

describe('the interval of one share (Newcombe, Stat. Med. 17, 1998, pp. 857–872, method 3)', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: %f to %f', (renewed, due, low, high) => {
    expect(wilson({ renewed, due }).low).toBeCloseTo(low, 4);
    expect(wilson({ renewed, due }).high).toBeCloseTo(high, 4);
  });
});

describe('the interval of a difference (Newcombe, the same volume, pp. 873–890, method 10)', () => {
  test.each([
    [arms(56, 70, 48, 80), 0.2, 0.0524, 0.3339],
    [arms(9, 10, 3, 10), 0.6, 0.1705, 0.809],
    [arms(6, 7, 2, 7), 0.5714, 0.0582, 0.8062],
    [arms(5, 56, 0, 29), 0.0893, -0.0381, 0.1926],
    [arms(0, 10, 0, 20), 0, -0.1611, 0.2775],
    [arms(10, 10, 0, 20), 1, 0.6791, 1],
  ])('%o: %f, from %f to %f', (of, difference, low, high) => {
    const effect = effectOver([[of]]);
    expect(effect?.difference).toBeCloseTo(difference, 4);
    expect(effect?.low).toBeCloseTo(low, 4);
    expect(effect?.high).toBeCloseTo(high, 4);
  });

  test('it holds the truth in about 95 of 100 draws of 60 reminded and 20 held out', () => {
    for (const [one, two] of [
      [0.6, 0.6],
      [0.7, 0.6],
      [0.9, 0.8],
    ] as const) {
      let held = 0;
      for (let a = 0; a <= 60; a++)
        for (let b = 0; b <= 20; b++) {
          const effect = effectOver([[arms(a, 60, b, 20)]]);
          if (effect && effect.low <= one - two && one - two <= effect.high)
            held += binomial(a, 60, one) * binomial(b, 20, two);
        }
      expect(held).toBeGreaterThan(0.935);
      expect(held).toBeLessThan(0.98);
    }
  });
});

describe('over several cohorts', () => {
  const november = arms(612, 900, 58, 100);

  test('twice the same cohort: the same effect, known better by the root of two', () => {
    const [once, twice] = [effectOver([[november]]), effectOver([[november], [november]])];
    expect(twice?.difference).toBeCloseTo(0.1, 12);
    expect(0.1 - (twice?.low ?? 0)).toBeCloseTo((0.1 - (once?.low ?? 0)) / Math.SQRT2, 12);
    expect((twice?.high ?? 0) - 0.1).toBeCloseTo(((once?.high ?? 0) - 0.1) / Math.SQRT2, 12);
  });

  test('weights by hand: 100 + 100 weigh 50, 900 + 100 weigh 90', () => {
    const effect = effectOver([[arms(60, 100, 40, 100)], [november]]);
    expect(effect?.difference).toBeCloseTo((50 * 0.2 + 90 * 0.1) / 140, 12);
  });

  test('no effect in either month stays none, although the months differ in holdouts', () => {
    const effect = effectOver([[arms(810, 900, 90, 100)], [arms(50, 100, 450, 900)]]);
    expect(effect?.difference).toBeCloseTo(0, 12);
  });

  test('a cohort without one of the arms says nothing', () => {
    expect(effectOver([[november], [arms(10, 20, 0, 0)]])).toEqual(effectOver([[november]]));
    expect(effectOver([[arms(0, 0, 3, 10)]])).toBeNull();
    expect(effectOver([])).toBeNull();
  });

  test('whatever the counts: numbers, and the effect within its interval', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 6 }), (cohorts) => {
        const effect = effectOver(cohorts.map(([reminded, heldOut]) => [{ reminded, heldOut }]));
        if (!effect) return;
        expect(Object.values(effect).every(Number.isFinite)).toBe(true);
        expect(effect.low).toBeLessThanOrEqual(effect.difference);
        expect(effect.high).toBeGreaterThanOrEqual(effect.difference);
        expect(effect.low).toBeGreaterThan(-1.0001);
        expect(effect.high).toBeLessThan(1.0001);
      }),
    ));
});

test('points have one decimal, and there is no minus nought', () => {
  expect([0.1, 0.00349, -0.0381, -0.0001].map(inPoints)).toEqual([10, 0.3, -3.8, 0]);
});

const share: fc.Arbitrary<Share> = fc
  .nat({ max: 500 })
  .chain((due) => fc.record({ due: fc.constant(due), renewed: fc.nat({ max: due }) }));

function binomial(hits: number, draws: number, chance: number): number {
  let likely = (1 - chance) ** draws;
  for (let hit = 1; hit <= hits; hit++)
    likely *= ((draws - hit + 1) / hit) * (chance / (1 - chance));
  return likely;
}
