import { describe, expect, it } from 'vitest';
import type { PlanVersion } from '#domain/plan/plan-version';
import type { Slice } from '#domain/sending/slice';
import { secondsUnpaused, unsentSlices } from '#domain/silences/due-unsent';
import { aSlice } from '../../../contract/builders.ts';
import { planWith } from '../../flows/given.ts';

/** Wednesday 11 November 2026, in Jakarta. */
const at = (time: string): string => new Date(`2026-11-11T${time}:00+07:00`).toISOString();
const end = at('20:00');

/** Newest first: `['12:00', true]` is paused at noon. Before them, October's plan is in force. */
const versionsOf = (...changes: readonly (readonly [string, boolean])[]): readonly PlanVersion[] =>
  [['2026-10-01T00:00:00.000Z', false] as const]
    .concat(changes.map(([time, paused]) => [at(time), paused] as never))
    .map(([savedAt, paused], index) => ({
      plan: planWith({ version: index + 1, paused }),
      savedAt,
      savedBy: 'admin',
    }))
    .reverse();

const nine = { scheduledAt: at('09:00') };
const unsent = (slices: readonly Partial<Slice>[], versions = versionsOf()): number =>
  unsentSlices(
    slices.map((facts) => aSlice({ ...nine, ...facts })),
    { end, versions },
  ).length;

describe('of a day whose window is over', () => {
  it.each<[string, readonly Partial<Slice>[], number]>([
    ['nobody has touched a slice', [{}], 1],
    ['no slice was opened', [], 0],
    ['a slice is finished: who is in it has a row', [{ state: 'finished' }], 0],
    [
      'all were skipped for a reason',
      [{ state: 'finished', counts: { skipped: { stopped: 9 } } }],
      0,
    ],
    ['some were skipped, and then it stopped', [{ counts: { skipped: { stopped: 9 } } }], 1],
    ['one text left', [{ counts: { sent: 1 } }], 0],
    ['one text left, of another slice', [{}, { shard: 1, counts: { sent: 1 } }], 0],
    ['one may have left', [{}, { shard: 1, counts: { unknown: 1 } }], 0],
    ['one slice is finished, with nobody texted, and one is not', [{}, { state: 'finished' }], 1],
    ['a change of the plan closes it without texts', [{ state: 'closing' }], 0],
    ['it is closed', [{ state: 'closed', counts: { missed: 3 } }], 0],
  ])('in which %s', (_, slices, expected) => {
    expect(unsent(slices)).toBe(expected);
  });

  it.each<[string, PlanVersion[] | readonly PlanVersion[], number]>([
    ['paused all day', versionsOf(['08:00', true]), 0],
    ['paused at nine, for good', versionsOf(['09:00', true]), 0],
    ['paused after 29 minutes', versionsOf(['09:29', true]), 0],
    ['paused after half an hour', versionsOf(['09:30', true]), 1],
    [
      'paused until half past seven in the evening',
      versionsOf(['08:00', true], ['19:30', false]),
      1,
    ],
    ['paused until shortly before the end', versionsOf(['08:00', true], ['19:31', false]), 0],
  ])('with the plan %s', (_, versions, expected) => {
    expect(unsent([{}], versions)).toBe(expected);
  });

  it('a step at ten to eight in the evening has no time to be late', () => {
    expect(unsent([{ scheduledAt: at('19:50') }])).toBe(0);
  });
});

it('a proposal that nobody approved pauses nothing', () => {
  const [current] = versionsOf();
  const proposal = {
    plan: planWith({ version: 2, paused: true }),
    savedAt: at('10:00'),
    savedBy: 'a',
  };
  const versions = [{ ...proposal, approval: { by: 'b', at: at('11:00') } }, current ?? proposal];
  expect(secondsUnpaused(versions, at('09:00'), at('12:00'))).toBe(2 * 3_600);
});
