import { expect, it } from 'vitest';
import { recount } from '#flows/renewals/recount';
import { tally } from '#flows/renewals/tally';
import {
  breakCounters,
  options,
  recountStage,
  shard,
  writes,
  wrongs,
} from '../unit/flows/renewals/recounting.ts';
import { explore, type Scenario } from './interleave.ts';

/**
 * A recount of broken counters while the system writes and counts; a crashed actor starts again.
 */
const scenario = (recounts: number): Scenario => ({
  name: `${recounts} recounts, somebody who writes and somebody who counts`,
  switches: 2,
  crashes: recounts > 1 ? 0 : 1,
  make: async (gate) => {
    const stage = await recountStage({ gate });
    breakCounters(stage.memory);
    let done = false;
    const write = async (): Promise<void> => {
      for (const [index, each] of writes.entries()) {
        await gate(`write ${index}`);
        each(stage.memory.state);
      }
    };
    const count = () => tally({ shard, changes: stage.changes }, stage.memory);
    // Who finds the counting held, or taken over, comes again later.
    const patiently = (act: () => Promise<unknown>) => () =>
      act().catch((error: Error) => {
        if (!/held by a recount|Another recount/.test(error.message)) throw error;
      });
    const recounting = Array.from({ length: recounts }, (_, index) => ({
      name: `recount ${index + 1}`,
      act: patiently(async () => {
        await recount(stage.ports, options(`recount-${index + 1}`));
        done = true;
      }),
      crashable: true,
    }));
    return {
      actors: [
        ...recounting,
        { name: 'writer', act: write },
        ...(recounts > 1 ? [] : [{ name: 'tally', act: patiently(count), crashable: true }]),
      ],
      verify: async () => {
        // A recount that ended left everything right; the next one mends what a crashed one left.
        const left = done && stage.memory.state.hold === null;
        if (left) await count();
        const after = left ? wrongs(stage) : [];
        const { wrong } = await recount(stage.ports, options('the last'));
        const found = left && wrong !== 0 ? [`the next recount finds ${wrong} wrong`] : [];
        const mended = wrongs(stage);
        await count();
        return [...after, ...found, ...mended, ...wrongs(stage)];
      },
    };
  },
});

it.each([1, 2])(
  '%i at once: each row is counted once, whoever goes first and wherever one of them breaks off',
  async (recounts) => {
    const { schedules, violations } = await explore(scenario(recounts));
    expect(violations).toEqual([]);
    expect(schedules).toBeGreaterThan(1_000);
  },
);
