import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { closeCycle } from '#domain/people/cycles/next-cycle';
import type { Worker } from '#domain/people/worker';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { Reminder } from '#domain/sending/reminder';
import type { RowChange } from '#flows/renewals/count-store';
import type { ChangeStream } from '#flows/renewals/recount-store';
import { tally } from '#flows/renewals/tally';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { countedPayments, memoryChangedRows } from '#local/memory/recounts';
import { cycleAt, reminderAt } from '#local/memory/state';
import { watch } from '#local/memory/watch';
import { aReminder } from '../../../contract/builders.ts';
import type { Gate } from '../../../prove/interleave.ts';
import { workersNamed } from '../given.ts';
import { inOrder, sumsOf } from './counted.ts';

export const shard = 'shard-1';
const [siti, budi, ayu] = workersNamed(3) as [Worker, Worker, Worker];

export { budi };

const paid: Worker = { ...siti, coveredThrough: '2026-11' };
const [cycle] = closeCycle(siti, {
  on: '2026-11-12',
  by: 'payment',
  months: ['2026-11'],
  payment: 'pay_1',
}) as [ClosedCycle];
const reminder = (worker: Worker): Reminder =>
  aReminder({ workerId: worker.workerId, status: 'sent' });

/** Siti and Budi were reminded and counted; then come changes that are not counted yet. */
export async function recountStage({ gate }: { gate?: Gate } = {}) {
  const memory = inMemoryPorts(
    gate
      ? { gate: async (operation, when) => (when === 'before' ? gate(operation) : undefined) }
      : {},
  );
  const changes = watch(memory.state);
  for (const worker of [siti, budi]) {
    memory.state.workers.set(worker.workerId, worker);
    memory.state.reminders.set(reminderAt(reminder(worker)), reminder(worker));
  }
  await tally({ shard, changes }, memory);
  const stream: ChangeStream = {
    async since(position) {
      await gate?.('stream.since');
      const from = Number((await position(shard)) ?? 0);
      return [{ shard, changes: changes.filter((change) => Number(change.position) > from) }];
    },
  };
  return { memory, changes, ports: { ...memory, stream, changedRows: memoryChangedRows } };
}

type Stage = Awaited<ReturnType<typeof recountStage>>;

/** Siti pays, Budi's reminder expires, Ayu comes. */
export const writes: readonly ((state: InMemoryPorts['state']) => void)[] = [
  ({ workers, cycles }) => {
    workers.set(paid.workerId, paid);
    cycles.set(cycleAt(cycle), cycle);
  },
  ({ reminders }) => reminders.delete(reminderAt(reminder(budi))),
  ({ workers }) => workers.set(ayu.workerId, ayu),
];

export const rowsOf = ({ state }: InMemoryPorts): readonly CountedRow[] => [
  ...[...state.workers.values()].map((worker) => ({ kind: 'worker', worker }) as const),
  ...[...state.cycles.values()].map((closed) => ({ kind: 'cycle', cycle: closed }) as const),
  ...[...state.reminders.values()].map((each) => ({ kind: 'reminder', reminder: each }) as const),
  ...countedPayments(state),
];
const goneOf = (changes: readonly RowChange[]): readonly CountedRow[] =>
  changes.flatMap(({ before, removed }) =>
    removed && before && before.kind !== 'worker' ? [before] : [],
  );

/** What is wrong when all has been counted that was written; nothing where all is well. */
export function wrongs({ memory, changes }: Stage): readonly string[] {
  const { live, archived } = memory.state.counters;
  return [
    ...(String(inOrder(live)) === String(inOrder(sumsOf(rowsOf(memory))))
      ? []
      : ['the counters are not those of the rows']),
    ...(String(inOrder(archived)) === String(inOrder(sumsOf(goneOf(changes))))
      ? []
      : ['what is gone is not kept once']),
    ...(memory.state.counters.firstImport === siti.cycle.since
      ? []
      : ['the first import is forgotten']),
    ...(memory.state.hold === null ? [] : ['the counting is held for ever']),
  ];
}

/** Somebody wrote into the counters by hand: one is too high, one is of nobody. */
export function breakCounters({ state }: InMemoryPorts): void {
  const place = {
    of: 'cohort',
    month: '2026-11',
    dimension: 'sector',
    value: 'other',
    day: '2026-11-30',
    group: 'begun.early',
  } as const;
  const [name = ''] = Object.keys(
    state.counters.live.find((item) => item.place.of === 'members')?.counts ?? {},
  );
  const members = state.counters.live.find((item) => item.place.of === 'members')?.place ?? place;
  state.counters.add([{ place: members, name, by: 3 }], []);
  state.counters.add([{ place, name: 'reminded.joined.n', by: 1 }], []);
}

export const options = (id = 'recount-1') => ({
  ...{ id, tallyMilliseconds: 0, settleMilliseconds: 0 },
});
