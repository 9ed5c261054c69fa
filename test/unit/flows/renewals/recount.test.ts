import { describe, expect, it } from 'vitest';
import { recount } from '#flows/renewals/recount';
import { type TallyStore, tally } from '#flows/renewals/tally';
import { reminderAt } from '#local/memory/state';
import { handlers } from '#triggers';
import { inAws } from '../../../../bin/recount/patience.ts';
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
    const layout = await recountStage();
    const before = inOrder(layout.memory.state.counters.live);
    expect(await recount(layout.ports, options())).toMatchObject({ rows: 4, wrong: 0 });
    expect(inOrder(layout.memory.state.counters.live)).toEqual(before);
    expect(wrongs(layout)).toEqual([]);
  });

  it('mends what is wrong and says how many were; a second one finds none', async () => {
    const layout = await recountStage();
    breakCounters(layout.memory);
    expect(wrongs(layout)).not.toEqual([]);
    const { counters, ...rest } = await recount(layout.ports, options());
    expect(rest).toEqual({ rows: 4, wrong: 2 });
    expect(counters).toBe(
      sumsOf(rowsOf(layout.memory)).flatMap(({ counts }) => Object.keys(counts)).length,
    );
    expect(wrongs(layout)).toEqual([]);
    expect(await recount(layout.ports, options('recount-2'))).toMatchObject({ wrong: 0 });
  });

  it('leaves uncounted writes to the stream, which counts them once', async () => {
    const layout = await recountStage();
    for (const write of writes) write(layout.memory.state);
    expect(await recount(layout.ports, options())).toMatchObject({ rows: 5, wrong: 0 });
    expect(wrongs(layout)).toEqual([]);
    expect(await tally({ shard, changes: layout.changes }, layout.memory)).toEqual({ steps: 0 });
    expect(wrongs(layout)).toEqual([]);
  });

  it('keeps the counting waiting, and what waited is counted afterwards', async () => {
    const layout = await recountStage();
    await layout.memory.recounts.hold('recount-1');
    writes[0]?.(layout.memory.state);
    await expect(tally({ shard, changes: layout.changes }, layout.memory)).rejects.toThrow(
      'held by a recount',
    );
    await layout.memory.recounts.release('recount-1');
    expect(await tally({ shard, changes: layout.changes }, layout.memory)).toEqual({ steps: 6 });
    expect(wrongs(layout)).toEqual([]);
  });

  it('exports when a count that had begun before the hold has ended, at its time-out', async () => {
    const layout = await recountStage();
    for (const write of writes) write(layout.memory.state);
    const timeOut = Promise.withResolvers<void>();
    const slow: TallyStore = {
      ...layout.memory.counts,
      add: (tallied) => timeOut.promise.then(() => layout.memory.counts.add(tallied)),
    };
    const counting = tally({ shard, changes: layout.changes }, { counts: slow });
    await layout.memory.counts.positions(shard);
    const ended = (): Promise<unknown> => {
      timeOut.resolve();
      return counting;
    };
    let waited = 0;
    const clock = {
      async sleep(milliseconds: number) {
        waited += milliseconds;
        if (waited >= handlers.tally.timeoutSeconds * 1_000) await ended();
      },
    };
    // At the latest it counts while the export is being written, which takes minutes.
    const table = {
      async take() {
        const exported = await layout.memory.table.take();
        await ended();
        return exported;
      },
    };
    const { wrong } = await recount({ ...layout.ports, clock, table }, { ...inAws, id: 'one' });
    expect(wrong).toBe(0);
    expect(wrongs(layout)).toEqual([]);
  });

  it('keeps what expired meanwhile, also where it is more than fits into one step', async () => {
    const layout = await recountStage();
    for (const [index] of Array.from({ length: 40 }).entries()) {
      const row = aReminder({
        workerId: budi.workerId,
        status: 'sent',
        month: `20${26 + (index % 20)}-11`,
        step: `step-${index}`,
      });
      layout.memory.state.reminders.set(reminderAt(row), row);
      layout.memory.state.reminders.delete(reminderAt(row));
    }
    expect(await recount(layout.ports, options())).toMatchObject({ rows: 4, wrong: 0 });
    expect(wrongs(layout)).toEqual([]);
  });

  it('that another broke off amid its changes does not know how many were wrong', async () => {
    const layout = await recountStage();
    breakCounters(layout.memory);
    const broken = {
      ...layout.ports.recounts,
      release: async () => Promise.reject(new Error('killed')),
    };
    await expect(recount({ ...layout.ports, recounts: broken }, options())).rejects.toThrow(
      'killed',
    );
    expect(await recount(layout.ports, options('recount-2'))).toMatchObject({
      rows: 4,
      wrong: null,
    });
    expect(await recount(layout.ports, options('recount-3'))).toMatchObject({ wrong: 0 });
    expect(wrongs(layout)).toEqual([]);
  });
});
