import { describe, expect, it } from 'vitest';
import { type KeptArms, meanDifferenceOver } from '#domain/renewals/mean-difference';
import { renewals } from '#flows/renewals/show-renewals';
import { diceOf } from '#local/simulation/chance';
import { settings } from '#local/simulation/play';
import { playYear } from '#local/simulation/year';
import { rowsOf } from '../unit/flows/renewals/any-year-counted.ts';
import { type Lot, monthsKeptIn, total } from '../unit/flows/renewals/kept-oracle.ts';

/** Half of the cycles are held out, so that few workers tell much. */
const small = { workers: 300, months: 4, kept: 0, holdout: 50 };
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

/** A textbook's: 1.96 times the root of the two variances, each by its number of workers. */
const halfWidthOf = (kept: Readonly<Record<Lot, readonly number[]>>): number => {
  const errors = [kept.reminded, kept.heldOut].map((months) => {
    const mean = total(months) / months.length;
    return total(months.map((each) => (each - mean) ** 2)) / (months.length - 1) / months.length;
  });
  return 1.96 * Math.sqrt(total(errors));
};

describe('2 points and 0.3 of three months, put into a simulated year', () => {
  it('are found in 17 or more of 20 years, as sharply as a textbook says', async () => {
    const [put, found] = [
      { effect: 2, kept: 0.3 },
      { effect: 0, kept: 0 },
    ];
    const widths: number[] = [];
    for (const seed of seeds) {
      const made = { ...small, ...put, months: 12, seed };
      const { memory, from, to, asOf } = await playYear(made);
      const { items, overall } = await renewals({ from, to, by: null, asOf }, memory, settings);
      const { effect, monthsKept } = overall;
      const { low = null, high = null } = monthsKept?.[3] ?? {};
      found.effect += Number((effect.low ?? 99) <= put.effect && put.effect <= (effect.high ?? 0));
      found.kept += Number((low ?? 99) <= put.kept && put.kept <= (high ?? 0));
      const cohorts = items
        .filter((item) => item.monthsKept?.[3].perWorker !== null)
        .map(({ month }) => monthsKeptIn(rowsOf(memory), month, 3, asOf));
      expect(cohorts).toHaveLength(8);
      const weights = cohorts.map(
        ({ reminded: { length: n }, heldOut: { length: m } }) => (n * m) / (n + m),
      );
      const right = Math.hypot(
        ...cohorts.map((kept, at) => ((weights[at] ?? 0) / total(weights)) * halfWidthOf(kept)),
      );
      widths.push(((high ?? 0) - (low ?? 0)) / 2 / right);
    }
    expect(found.effect).toBeGreaterThanOrEqual(17);
    expect(found.kept).toBeGreaterThanOrEqual(17);
    expect(Math.min(...widths)).toBeGreaterThan(0.9);
    expect(Math.max(...widths)).toBeLessThan(1.1);
  });
});

/** Each month one in twenty lapses, for three months at least; nothing depends on lots. */
function yearWithoutEffect(dice: () => number): readonly KeptArms[] {
  const [workers, cohorts, horizon] = [1_200, 8, 3];
  const lives = Array.from({ length: workers }, () => {
    const paid: boolean[] = [];
    while (paid.length < cohorts + horizon)
      if (dice() < 0.05)
        paid.push(...Array.from({ length: 3 + Math.floor(6 * dice()) }, () => false));
      else paid.push(true);
    return paid;
  });
  return Array.from({ length: cohorts }, (_, cohort) => {
    const arms = [emptyArm(), emptyArm()] as const;
    for (const paid of lives) {
      // A worker who has lapsed is in no cohort before they pay again.
      if (cohort > 0 && !paid[cohort] && !paid[cohort - 1]) continue;
      const arm = arms[dice() < 0.3 ? 1 : 0];
      const months = paid.slice(cohort, cohort + horizon).filter(Boolean).length;
      arm.workers += 1;
      arm.months += months;
      arm.squares += months ** 2;
    }
    return { reminded: arms[0], heldOut: arms[1], horizon };
  });
}

const emptyArm = () => ({ workers: 0, months: 0, squares: 0 });

/** So many years without an effect in which the interval leaves out 0. */
function falseAlarms(years: number, of: (year: readonly KeptArms[]) => readonly KeptArms[]) {
  const dice = diceOf(60);
  return Array.from({ length: years }, () =>
    meanDifferenceOver(of(yearWithoutEffect(dice)).map((arms) => [arms])),
  ).filter((effect) => effect && (effect.low > 0 || effect.high < 0)).length;
}

describe('where nobody is kept by reminding, one in twenty says so all the same', () => {
  it('of 1,000 cohorts', () => {
    const alarms = falseAlarms(1_000, ([first]) => (first ? [first] : []));
    expect(alarms).toBeGreaterThanOrEqual(40);
    expect(alarms).toBeLessThanOrEqual(60);
  });

  // They share workers and months, but each draws lots of its own.
  it('of 1,000 times eight cohorts together', () => {
    const alarms = falseAlarms(1_000, (year) => year);
    expect(alarms).toBeGreaterThanOrEqual(40);
    expect(alarms).toBeLessThanOrEqual(60);
  });
});
