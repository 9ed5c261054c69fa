import { describe, expect, it } from 'vitest';
import { type ClosedCycle, closeCycle } from '#domain/people/cycle';
import type { Worker } from '#domain/people/worker';
import type { CountedRow } from '#domain/renewals/counts';
import type { Reminder } from '#domain/sending/reminder';
import type { RowChange } from '#flows/renewals/count-store';
import { recount } from '#flows/renewals/recount';
import type { ChangeStream } from '#flows/renewals/recount-store';
import { tally } from '#flows/renewals/tally';
import { memoryWorld, type World } from '#local/memory/in-memory-ports';
import { cycleAt, reminderAt } from '#local/memory/state';
import { watch } from '#local/memory/watch';
import { aReminder } from '../../../contract/builders.ts';
import { explore, type Gate, type Scenario } from '../../../prove/interleave.ts';
import { workersNamed } from '../given.ts';
import { inOrder, sumsOf } from './counted.ts';

const shard = 'shard-1';
const [siti, budi, ayu] = workersNamed(3) as [Worker, Worker, Worker];
const paid: Worker = { ...siti, coveredThrough: '2026-11' };
const [cycle] = closeCycle(siti, {
  on: '2026-11-12',
  by: 'payment',
  months: ['2026-11'],
  payment: 'pay_1',
}) as [ClosedCycle];
const reminder = (worker: Worker): Reminder =>
  aReminder({ workerId: worker.workerId, status: 'sent' });

/** Siti and Budi are there, each was reminded, and all that is counted; then come the changes that are not. */
async function aStage({ gate }: { gate?: Gate } = {}) {
  const world = memoryWorld(
    gate
      ? { gate: async (operation, when) => (when === 'before' ? gate(operation) : undefined) }
      : {},
  );
  const changes = watch(world.state);
  for (const worker of [siti, budi]) {
    world.state.workers.set(worker.workerId, worker);
    world.state.reminders.set(reminderAt(reminder(worker)), reminder(worker));
  }
  await tally({ shard, changes }, world);
  const stream: ChangeStream = {
    async since(position) {
      await gate?.('stream.since');
      const from = Number((await position(shard)) ?? 0);
      return [{ shard, changes: changes.filter((change) => Number(change.position) > from) }];
    },
  };
  return { world, changes, ports: { ...world, stream } };
}

type Stage = Awaited<ReturnType<typeof aStage>>;

/** Siti pays, Budi's reminder expires, Ayu comes. */
const writes: readonly ((state: World['state']) => void)[] = [
  ({ workers, cycles }) => {
    workers.set(paid.workerId, paid);
    cycles.set(cycleAt(cycle), cycle);
  },
  ({ reminders }) => reminders.delete(reminderAt(reminder(budi))),
  ({ workers }) => workers.set(ayu.workerId, ayu),
];

const rowsOf = ({ state }: World): readonly CountedRow[] => [
  ...[...state.workers.values()].map((worker) => ({ kind: 'worker', worker }) as const),
  ...[...state.cycles.values()].map((closed) => ({ kind: 'cycle', cycle: closed }) as const),
  ...[...state.reminders.values()].map((each) => ({ kind: 'reminder', reminder: each }) as const),
];
const goneOf = (changes: readonly RowChange[]): readonly CountedRow[] =>
  changes.flatMap(({ before, removed }) =>
    removed && before && before.kind !== 'worker' ? [before] : [],
  );

/** What is wrong when all has been counted that was written; nothing where all is well. */
function wrongs({ world, changes }: Stage): readonly string[] {
  const { live, kept } = world.state.counters;
  return [
    ...(String(inOrder(live)) === String(inOrder(sumsOf(rowsOf(world))))
      ? []
      : ['the counters are not those of the rows']),
    ...(String(inOrder(kept)) === String(inOrder(sumsOf(goneOf(changes))))
      ? []
      : ['what is gone is not kept once']),
    ...(world.state.counters.firstImport === siti.cycle.since
      ? []
      : ['the first import is forgotten']),
    ...(world.state.hold === null ? [] : ['the counting is held for ever']),
  ];
}

/** Somebody wrote into the counters by hand: one is too high, one is of nobody. */
function breakCounters({ state }: World): void {
  const place = {
    of: 'cohort',
    month: '2026-11',
    dimension: 'total',
    value: '',
    period: '2026-11',
  } as const;
  const [name = ''] = Object.keys(
    state.counters.live.find((item) => item.place.of === 'members')?.counts ?? {},
  );
  const members = state.counters.live.find((item) => item.place.of === 'members')?.place ?? place;
  state.counters.add([{ place: members, name, by: 3 }], []);
  state.counters.add([{ place, name: 'begun.31.reminded.early.joined.n', by: 1 }], []);
}

const options = (id = 'recount-1') => ({ id, settleMilliseconds: 0 });

describe('a recount', () => {
  it('finds nothing wrong where all is well, and leaves it so', async () => {
    const stage = await aStage();
    const before = inOrder(stage.world.state.counters.live);
    expect(await recount(stage.ports, options())).toMatchObject({ rows: 4, wrong: 0 });
    expect(inOrder(stage.world.state.counters.live)).toEqual(before);
    expect(wrongs(stage)).toEqual([]);
  });

  it('mends what is wrong and says how many were; a second one finds none', async () => {
    const stage = await aStage();
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
    const stage = await aStage();
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
    const stage = await aStage();
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
    const stage = await aStage();
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
    const stage = await aStage();
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

/** A recount of broken counters while the system writes and counts; whoever is broken off begins again in the end. */
const scenario = (recounts: number): Scenario => ({
  name: `${recounts} recounts, somebody who writes and somebody who counts`,
  switches: 2,
  crashes: recounts > 1 ? 0 : 1,
  make: async (gate) => {
    const stage = await aStage({ gate });
    breakCounters(stage.world);
    let done = false;
    const write = async (): Promise<void> => {
      for (const [index, each] of writes.entries()) {
        await gate(`write ${index}`);
        each(stage.world.state);
      }
    };
    const count = () => tally({ shard, changes: stage.changes }, stage.world);
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
        // One that went through has left all right; what one left that broke off the next one mends.
        const left = done && stage.world.state.hold === null;
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
