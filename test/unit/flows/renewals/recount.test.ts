import { describe, expect, it } from 'vitest';
import { recount } from '#flows/renewals/recount';
import { tally } from '#flows/renewals/tally';
import { reminderAt } from '#local/memory/state';
import { aReminder } from '../../../contract/builders.ts';
import { inOrder, sumsOf } from './counted.ts';
import {
  breakCounters,
  budi,
  options,
  recountStage,
  rowsOf,
  shard,
  writes,
  wrongs,
} from './recounting.ts';

describe('a recount', () => {
  it('finds nothing wrong where all is well, and leaves it so', async () => {
    const stage = await recountStage();
    const before = inOrder(stage.world.state.counters.live);
    expect(await recount(stage.ports, options())).toMatchObject({ rows: 4, wrong: 0 });
    expect(inOrder(stage.world.state.counters.live)).toEqual(before);
    expect(wrongs(stage)).toEqual([]);
  });

  it('mends what is wrong and says how many were; a second one finds none', async () => {
    const stage = await recountStage();
    breakCounters(stage.world);
    expect(wrongs(stage)).not.toEqual([]);
    const { counters, ...rest } = await recount(stage.ports, options());
    expect(rest).toEqual({ rows: 4, wrong: 2 });
    expect(counters).toBe(
      sumsOf(rowsOf(stage.world)).flatMap(({ counts }) => Object.keys(counts)).length,
    );
    expect(wrongs(stage)).toEqual([]);
    expect(await recount(stage.ports, options('recount-2'))).toMatchObject({ wrong: 0 });
  });

  it('takes what is written and not yet counted for no mistake, and the stream does not count it again', async () => {
    const stage = await recountStage();
    for (const write of writes) write(stage.world.state);
    expect(await recount(stage.ports, options())).toMatchObject({ rows: 5, wrong: 0 });
    expect(wrongs(stage)).toEqual([]);
    expect(await tally({ shard, changes: stage.changes }, stage.world)).toEqual({
      counted: 0,
      steps: 0,
    });
    expect(wrongs(stage)).toEqual([]);
  });

  it('keeps the counting waiting, and what waited is counted afterwards', async () => {
    const stage = await recountStage();
    await stage.world.recounts.hold('recount-1');
    writes[0]?.(stage.world.state);
    await expect(tally({ shard, changes: stage.changes }, stage.world)).rejects.toThrow(
      'held by a recount',
    );
    await stage.world.recounts.release('recount-1');
    expect(await tally({ shard, changes: stage.changes }, stage.world)).toMatchObject({
      counted: 2,
    });
    expect(wrongs(stage)).toEqual([]);
  });

  it('keeps what expired meanwhile, also where it is more than fits into one step', async () => {
    const stage = await recountStage();
    for (const [index] of Array.from({ length: 40 }).entries()) {
      const row = aReminder({
        workerId: budi.workerId,
        status: 'sent',
        month: `20${26 + (index % 20)}-11`,
        step: `step-${index}`,
      });
      stage.world.state.reminders.set(reminderAt(row), row);
      stage.world.state.reminders.delete(reminderAt(row));
    }
    expect(await recount(stage.ports, options())).toMatchObject({ rows: 4, wrong: 0 });
    expect(wrongs(stage)).toEqual([]);
  });

  it('that another broke off amid its changes does not know how many were wrong', async () => {
    const stage = await recountStage();
    breakCounters(stage.world);
    const broken = {
      ...stage.ports.recounts,
      release: async () => Promise.reject(new Error('killed')),
    };
    await expect(recount({ ...stage.ports, recounts: broken }, options())).rejects.toThrow(
      'killed',
    );
    expect(await recount(stage.ports, options('recount-2'))).toMatchObject({
      rows: 4,
      wrong: null,
    });
    expect(await recount(stage.ports, options('recount-3'))).toMatchObject({ wrong: 0 });
    expect(wrongs(stage)).toEqual([]);
  });
});
