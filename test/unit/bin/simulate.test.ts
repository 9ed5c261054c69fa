import { describe, expect, it } from 'vitest';
import type { CountedRow } from '#domain/renewals/counts';
import { members, renewals } from '#flows/renewals/show-renewals';
import { settings } from '#local/simulation/play';
import { playYear, type Year } from '#local/simulation/year';
import { inOrder, sumsOf } from '../flows/renewals/counted.ts';

/** Half of the cycles are held out, so that few workers tell much. */
const small = { workers: 300, months: 4, holdout: 50 };
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

const reported = ({ world, from, to, asOf }: Year) =>
  renewals({ from, to, by: null, asOf }, world, settings);

async function overallEffects(
  effect: number,
): Promise<readonly Readonly<{ points: number; low: number; high: number }>[]> {
  const effects = [];
  for (const seed of seeds) {
    const { points, low, high } = (await reported(await playYear({ ...small, effect, seed })))
      .overall.effect;
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

describe('a simulated year', () => {
  const made = { workers: 200, months: 5, effect: 4, holdout: 10, seed: 7 };

  it('leaves counters that are those of its rows', async () => {
    const { state } = (await playYear(made)).world;
    const rows: readonly CountedRow[] = [
      ...[...state.workers.values()].map((worker) => ({ kind: 'worker', worker }) as const),
      ...[...state.cycles.values()].map((cycle) => ({ kind: 'cycle', cycle }) as const),
      ...[...state.reminders.values()].map((reminder) => ({ kind: 'reminder', reminder }) as const),
    ];
    expect(inOrder(state.counters.live)).toEqual(inOrder(sumsOf(rows)));
    expect(state.counters.kept).toEqual([]);
  });

  it('adds up, cohort by cohort and from month to month', async () => {
    const year = await playYear(made);
    const { items } = await reported(year);
    expect(items.map(({ month, partial }) => [month, partial])).toEqual(
      ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'].map((month) => [month, false]),
    );
    for (const { due, onTime, inArrears, recovered, lapsed, open } of items)
      expect(onTime + inArrears + recovered + lapsed + open).toBe(due);
    const months = (await members(year, year.world, settings)).items;
    for (const [index, { opening, joined, rejoined, lapsed, left, closing }] of months.entries()) {
      expect(opening + joined + rejoined - lapsed - left).toBe(closing);
      if (index > 0) expect(opening).toBe(months[index - 1]?.closing);
    }
  });

  it('is the same for the same seed, and another for another', async () => {
    const [one, same, other] = [
      await playYear(made),
      await playYear(made),
      await playYear({ ...made, seed: 8 }),
    ];
    expect(same.payments).toEqual(one.payments);
    expect(await reported(same)).toEqual(await reported(one));
    expect(other.payments).not.toEqual(one.payments);
  });

  it('texts nobody who is held out before the last call, and nobody twice for a step', async () => {
    const { state } = (await playYear(made)).world;
    const early = [...state.reminders.values()].filter(
      ({ arm, step }) => arm === 'held-out' && step !== 'last-call',
    );
    expect(new Set(early.map(({ status, reason }) => `${status}: ${reason}`))).toEqual(
      new Set(['skipped: held-out']),
    );
    const left = [...state.reminders.values()].filter(({ messageId }) => messageId !== null);
    expect(left).toHaveLength(state.outbox.length);
  });
});
