import { describe, expect, it } from 'vitest';
import { renewals } from '#flows/renewals/show-renewals';
import { settings } from '#local/simulation/play';
import { playYear } from '#local/simulation/year';

/** Half of the cycles are held out, so that few workers tell much. */
const small = { workers: 300, months: 4, holdout: 50 };
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

async function overallEffects(
  effect: number,
): Promise<readonly Readonly<{ points: number; low: number; high: number }>[]> {
  const effects = [];
  for (const seed of seeds) {
    const { memory, from, to, asOf } = await playYear({ ...small, effect, seed });
    const { overall } = await renewals({ from, to, by: null, asOf }, memory, settings);
    const { points, low, high } = overall.effect;
    effects.push({
      points: points ?? Number.NaN,
      low: low ?? Number.NaN,
      high: high ?? Number.NaN,
    });
  }
  return effects;
}

describe('the effect that is put into a simulation', () => {
  it.each([8, 0])('is found: of %i points, in 17 or more of 20 years', async (effect) => {
    const effects = await overallEffects(effect);
    expect(
      effects.filter(({ low, high }) => low <= effect && effect <= high).length,
    ).toBeGreaterThanOrEqual(17);
    // Twenty together are some 4.5 times as sharp: three of their standard errors are two points.
    const mean = effects.reduce((sum, { points }) => sum + points, 0) / effects.length;
    expect(Math.abs(mean - effect)).toBeLessThan(2);
  });
});
