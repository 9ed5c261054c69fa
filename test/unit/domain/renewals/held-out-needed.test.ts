import { describe, expect, test } from 'vitest';
import { heldOutNeeded, suggestedHoldout, visiblePoints } from '#domain/renewals/held-out-needed';

describe('how many must be held out', () => {
  // (1.959964 + 0.841621)² is 7.84888. Where half renew, × 0.25 it is 1.96222.
  test.each([
    // 1.96222 ÷ 0.05² is 784.9. Of endless others so many; of 10,000 the others are uncertain too:
    // 1/858.6 + 1/9,141.4 = 1/784.9. Rounded up.
    [5, 1_000_000_000, 0.5, 785],
    [5, 10_000, 0.5, 859],
    // 1.96222 ÷ 0.02² is 4,905.6.
    [2, 9_000_000, 0.5, 4_909],
    // × 0.7 × 0.3 ÷ 0.25: fewer where most renew. 1.64827 ÷ 0.02² is 4,120.7.
    [2, 1_000_000_000, 0.7, 4_121],
    // Half of the workers are just enough where four times 784.9 are there, 3,139.6.
    [5, 3_140, 0.5, 1_552],
  ])('to see %d points among %d, of whom %d renew', (points, workers, renewed, needed) =>
    expect(heldOutNeeded({ points, workers, renewed })).toBe(needed),
  );

  test('cannot be said where half of all are too few, or for no difference', () => {
    expect(heldOutNeeded({ points: 5, workers: 3_139, renewed: 0.5 })).toBeNull();
    expect(heldOutNeeded({ points: 0, workers: 9_000_000, renewed: 0.5 })).toBeNull();
    expect(heldOutNeeded({ points: -2, workers: 9_000_000, renewed: 0.5 })).toBeNull();
  });
});

describe('the difference that so many show', () => {
  test.each([
    // √(1.96222 × (1/10,000 + 1/8,990,000)) is 0.014016.
    [10_000, 9_000_000, 1.4016],
    // √(1.96222 × (1/900,000 + 1/8,100,000)) is 0.001556: ninety times as many, nine times as fine.
    [900_000, 9_000_000, 0.1556],
    // √(1.96222 × (1/20 + 1/180)) is 0.33017.
    [20, 200, 33.017],
  ])('%d of %d: %d points', (heldOut, workers, points) =>
    expect(visiblePoints({ heldOut, workers, renewed: 0.5 })).toBeCloseTo(points, 3),
  );

  test('is the one for which so many are needed', () => {
    for (const [workers, renewed] of [
      [12_000, 0.5],
      [400_000, 0.83],
      [42_000_000, 0.7],
    ] as const) {
      const heldOut = heldOutNeeded({ points: 3, workers, renewed }) ?? 0;
      expect(visiblePoints({ heldOut, workers, renewed })).toBeLessThanOrEqual(3);
      expect(visiblePoints({ heldOut: heldOut - 1, workers, renewed })).toBeGreaterThan(3);
    }
  });

  test('is none without an arm', () => {
    expect(visiblePoints({ heldOut: 0, workers: 200, renewed: 0.5 })).toBeNull();
    expect(visiblePoints({ heldOut: 200, workers: 200, renewed: 0.5 })).toBeNull();
  });
});

test.each([
  [0, 10],
  [214, 10],
  [100_000, 10],
  [150_000, 6.7],
  [1_000_000, 1],
  [2_500_000, 0.4],
  [9_000_000, 0.12],
  [42_000_000, 0.024],
])('of %d workers %d %% are suggested: ten, or about 10,000 a month', (workers, percent) =>
  expect(suggestedHoldout(workers)).toBe(percent),
);
