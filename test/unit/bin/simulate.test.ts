import { beforeAll, describe, expect, it } from 'vitest';
import { members, renewals } from '#flows/renewals/show-renewals';
import { settings } from '#local/simulation/play';
import { playYear, type Year } from '#local/simulation/year';
import { rowsOf } from '../flows/renewals/any-year-counted.ts';
import { inOrder, sumsOf } from '../flows/renewals/counted.ts';

const reported = ({ memory, from, to, asOf }: Year) =>
  renewals({ from, to, by: null, asOf }, memory, settings);

describe('a simulated year', () => {
  const made = { workers: 200, months: 5, effect: 4, kept: 0, holdout: 10, seed: 7 };
  let year: Year;
  beforeAll(async () => {
    year = await playYear(made);
  });

  it('leaves counters that are those of its rows', () => {
    const { state } = year.memory;
    expect(inOrder(state.counters.live)).toEqual(inOrder(sumsOf(rowsOf(year.memory))));
    expect(state.counters.archived).toEqual([]);
  });

  it('adds up, cohort by cohort and from month to month', async () => {
    const { items } = await reported(year);
    expect(items.map(({ month, partial }) => [month, partial])).toEqual(
      ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'].map((month) => [month, false]),
    );
    for (const { due, onTime, inArrears, recovered, lapsed, open } of items)
      expect(onTime + inArrears + recovered + lapsed + open).toBe(due);
    const months = (await members(year, year.memory, settings)).items;
    for (const [index, { opening, joined, rejoined, lapsed, left, closing }] of months.entries()) {
      expect(opening + joined + rejoined - lapsed - left).toBe(closing);
      if (index > 0) expect(opening).toBe(months[index - 1]?.closing);
    }
  });

  it('is the same for the same seed, and another for another', async () => {
    const few = { ...made, workers: 40, months: 2 };
    const [one, same] = [await playYear(few), await playYear(few)];
    const other = await playYear({ ...few, seed: 8 });
    expect(same.payments).toEqual(one.payments);
    expect(await reported(same)).toEqual(await reported(one));
    expect(other.payments).not.toEqual(one.payments);
  });

  it('texts nobody who is held out before the last call, and nobody twice for a step', () => {
    const { state } = year.memory;
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
