import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { plainName } from '#domain/people/plain-name';
import {
  partitionFor,
  partitionOf,
  relocationOf,
  shardOf,
  type Worker,
} from '#domain/people/worker';
import type { AttentionItem } from '#flows/attention/attention-store';
import type { ErasureStore } from '#flows/people/finish-erasures';
import type { RelocationStore, WorkerStore } from '#flows/people/worker-store';
import type { Page } from '#flows/ports';
import { attentionOf, paymentAttentionAt } from '#local/memory/attention';
import type { AtOnce } from '#local/memory/gate';
import { paymentsOf } from '#local/memory/payments';
import { changeAt, cycleAt, frozen, paymentAt, reminderAt, type State } from '#local/memory/state';

export const memoryWorkers = (state: State, shards: number): AtOnce<WorkerStore> => ({
  get: (workerIds) =>
    new Map(
      workerIds
        .flatMap((id) => state.workers.get(id) ?? [])
        .map((worker) => [worker.workerId, worker]),
    ),

  known: (workerIds) =>
    new Map(
      workerIds.flatMap((id) => {
        const known = state.erased.has(id) ? ('erased' as const) : state.workers.get(id);
        return known ? [[id, known]] : [];
      }),
    ),

  create(...workers) {
    if (workers.some(({ workerId: id }) => isThere(state, id) || state.erased.has(id)))
      return false;
    for (const worker of workers) state.workers.set(worker.workerId, frozen(worker));
    return true;
  },

  replace(worker, change, { closed = [], credit = [] } = {}) {
    if (!isCurrent(state, worker)) return false;
    replaceWorker(state, worker);
    if (change) state.changes.set(changeAt(change), frozen(change));
    const moved = relocationOf(worker, change);
    if (moved) state.relocations.set(`${moved.at}#${moved.workerId}`, frozen(moved));
    putCycles(state, closed);
    putCredit(state, credit);
    return true;
  },

  withCredit(shard, after, limit) {
    const holds = ({ workerId }: Worker) => shardOf(workerId, shards) === shard;
    return pageOf(state.workers.alike('credit', ''), { after, limit, holds });
  },

  owing({ zone, month, shard }, after, limit) {
    const owing = state.workers.alike('owing', `${zone} ${month}`);
    return pageOf(owing, {
      after,
      limit,
      holds: (worker) => partitionOf(worker, shards)?.shard === shard,
    });
  },

  closedIn({ zone, month, shard }, after, limit) {
    const closed = state.cycles.alike('closed', `${zone} ${month}`);
    return pageOf(closed, {
      after,
      limit,
      holds: (cycle) => partitionFor(cycle, cycle.month, shards).shard === shard,
    });
  },

  byPhone: (phone) => state.workers.alike('phone', phone).map(({ workerId }) => workerId),

  named(province, plain, limit) {
    const found = [...state.workers.values()]
      .filter((worker) => worker.province === province)
      .map(({ name, workerId }) => ({ sort: `${plainName(name)}#${workerId}`, workerId }))
      .filter(({ sort }) => sort.startsWith(plain))
      .sort((a, b) => (a.sort < b.sort ? -1 : 1))
      .map(({ workerId }) => workerId);
    return { ids: found.slice(0, limit), more: found.length > limit };
  },

  timeline: (workerId) => ({
    worker: state.workers.get(workerId) ?? null,
    reminders: state.reminders.alike('worker', workerId),
    payments: paymentsOf(state, workerId),
    changes: state.changes.alike('worker', workerId),
    cycles: state.cycles.alike('worker', workerId).toSorted((a, b) => (a.began < b.began ? -1 : 1)),
  }),

  erase(workerId, at, worker) {
    if (worker ? !isCurrent(state, { workerId, rev: worker.rev }) : !isThere(state, workerId))
      return false;
    putCycles(state, worker?.closed ?? []);
    state.workers.delete(workerId);
    state.unreadable.delete(workerId);
    state.erased.set(workerId, at);
    state.unswept.set(workerId, at);
    return true;
  },

  sweep(workerId) {
    for (const [key, change] of state.changes)
      if (change.workerId === workerId) state.changes.delete(key);
    for (const [key, cycle] of state.cycles)
      if (cycle.workerId === workerId) state.cycles.delete(key);
    for (const [key, reminder] of state.reminders) {
      if (reminder.workerId !== workerId) continue;
      state.reminders.delete(key);
      for (const attention of attentionOf(reminder)) state.attention.delete(attention.key);
    }
    for (const [key, purchase] of state.credit)
      if (purchase.workerId === workerId) state.credit.delete(key);
    for (const payment of state.payments.alike('worker', workerId)) {
      state.payments.set(paymentAt(payment), frozen({ ...payment, workerId: null }));
      for (const key of (['unmatched', 'flagged'] as const).map((kind) =>
        paymentAttentionAt(kind, payment),
      )) {
        const item = state.attention.get(key);
        if (item) state.attention.set(key, frozen(withoutWorker(item)));
      }
    }
    state.unswept.delete(workerId);
  },
});

export const memoryErasures = (state: State): AtOnce<ErasureStore> => ({
  unfinished: () => [...state.unswept].map(([workerId, at]) => ({ workerId, at })),
});

export const memoryRelocations = (state: State): AtOnce<RelocationStore> => ({
  since: (zone, from) =>
    [...state.relocations.values()].filter((each) => each.zone === zone && each.at >= from),
});

const withoutWorker = (item: AttentionItem): AttentionItem => ({ ...item, workerId: null });

export const isThere = (state: State, workerId: string): boolean =>
  state.workers.has(workerId) || state.unreadable.has(workerId);

/** Whether nobody has written the worker since this one was read. */
export const isCurrent = (
  state: State,
  { workerId, rev }: Pick<Worker, 'workerId' | 'rev'>,
): boolean => state.workers.get(workerId)?.rev === rev;

export const replaceWorker = (state: State, worker: Worker): void => {
  state.workers.set(worker.workerId, frozen({ ...worker, rev: worker.rev + 1 }));
};

export function putCycles(state: State, cycles: readonly ClosedCycle[]): void {
  for (const cycle of cycles) {
    state.cycles.set(cycleAt(cycle), frozen(cycle));
    if (cycle.end.by === 'left' && !cycle.voided) markTexts(state, cycle);
  }
}

/** The texts about a cycle whose worker leaves are none of its cohort's any more. */
function markTexts({ reminders }: State, { workerId, month, end }: ClosedCycle): void {
  for (const row of reminders.alike('worker', workerId))
    if (row.month === month && row.leftOn === undefined)
      reminders.set(reminderAt(row), frozen({ ...row, leftOn: end.on }));
}

export function putCredit(state: State, credit: readonly PaymentRecord[]): void {
  for (const purchase of credit)
    state.credit.set([purchase.workerId, purchase.reference].join('#'), frozen(purchase));
}

type Asked<T> = Readonly<{ after: string | null; limit: number; holds: (row: T) => boolean }>;

/** Ids of the workers whose rows these are, each once. The rows come in the order of their ids. */
function pageOf<T extends Readonly<{ workerId: string }>>(
  rows: readonly T[],
  { after, limit, holds }: Asked<T>,
): Page<string> {
  const items: string[] = [];
  for (const row of rows) {
    const { workerId } = row;
    if ((after !== null && workerId <= after) || workerId === items.at(-1) || !holds(row)) continue;
    items.push(workerId);
    if (items.length === limit) return { items, next: workerId };
  }
  return { items, next: null };
}
