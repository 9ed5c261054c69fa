import * as z from 'zod';
import {
  addMonths,
  type CalendarDate,
  type Instant,
  isDate,
  isMonth,
  type Month,
} from '#domain/calendar/dates';
import { zoneOf } from '#domain/calendar/provinces';
import type { Zone } from '#domain/calendar/zones';
import type { Cycle } from '#domain/people/cycles/cycle';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';

export const languages = ['id', 'jv', 'su', 'en'] as const;
export type Language = (typeof languages)[number];
export const sectors = ['transport', 'other'] as const;
export type Sector = (typeof sectors)[number];
const endReasons = ['died', 'employed', 'abroad'] as const;

export const date = z.string().refine(isDate, message(problem('not-a-date')));
const rupiah = message(problem('not-whole-rupiah'));
const words = z.string().trim().min(1).max(100);

const month = z.string().refine(isMonth, message(problem('not-a-month')));

/** Stored row, correction and roster change derive from it. Rupiah a month; phone in E.164. */
export const workerFacts = z.object({
  name: words,
  phone: z.string().nullable(),
  province: z.string(),
  sector: z.enum(sectors),
  income: z.number(rupiah).int(rupiah).nonnegative(rupiah),
  jht: z.boolean(),
  language: z.enum(languages),
  governmentPaid: z.boolean(),
  group: words.nullable(),
  memberSince: month.nullable(),
  coveredThrough: month,
  ended: z.object({ on: date, reason: z.enum(endReasons) }).nullable(),
});
export type WorkerFacts = Readonly<z.infer<typeof workerFacts>>;

/** For columns that a file may leave out, and for facts we add later: stored rows lack them. */
export const unsaid = {
  governmentPaid: false,
  group: null,
  memberSince: null,
  ended: null,
} as const satisfies Partial<WorkerFacts>;

export type Worker = WorkerFacts &
  Readonly<{
    workerId: string;
    nikLast4: string;
    cycle: Cycle;
    lastPayment: LastPayment | null;
    credit: number;
    /** Of the last twelve rosters that moved coverage on; the oldest first. */
    toldByRoster: readonly ToldByRoster[];
    /** When a roster first named them; null on rows from before that was kept. */
    firstNamed: Instant | null;
    /** Failures in a row because of the number; 0 once a text arrives or it is corrected. */
    phoneFailures: number;
    /** The message that was counted last among them, so that its receipt counts once. */
    lastFailure: string | null;
    stopped: Readonly<{ until: CalendarDate | null }> | null;
    /** Counts the writes of this row; every write is conditional on it. */
    rev: number;
  }>;

export type LastPayment = Readonly<{
  id: string;
  paidAt: Instant;
  months: readonly Month[];
  amount: number;
  source: 'channel' | 'roster' | 'credit';
}>;

/** Months that a roster said were paid, each at its price then, and no payment has come for yet. */
export type ToldByRoster = Readonly<{
  at: Instant;
  months: readonly Readonly<{ month: Month; price: number }>[];
}>;

/** The first unpaid contribution month. */
export const monthOwed = (worker: Pick<Worker, 'coveredThrough'>): Month =>
  addMonths(worker.coveredThrough, 1);

/** Not stored: a province that changes its zone must not rewrite 42 million workers. */
export const zoneOfWorker = (worker: Pick<Worker, 'province'>): Zone => zoneOf(worker.province);

/** Workers who pay for themselves and have not ended. */
export const isReminded = (worker: Pick<Worker, 'governmentPaid' | 'ended'>): boolean =>
  !worker.governmentPaid && worker.ended === null;

/** In the `due` index; null where it does not hold the worker. */
export const partitionOf = (worker: Worker, shards: number): Partition | null =>
  isReminded(worker) ? partitionFor(worker, monthOwed(worker), shards) : null;

export const partitionFor = (
  worker: Pick<Worker, 'workerId' | 'province'>,
  month: Month,
  shards: number,
): Partition => ({
  zone: zoneOfWorker(worker),
  month,
  shard: shardOf(worker.workerId, shards),
});

export type Partition = Readonly<{ zone: Zone; month: Month; shard: number }>;

/** The id is a hash already, so its first 32 bits are spread evenly. */
export const shardOf = (workerId: string, shards: number): number =>
  Number.parseInt(workerId.slice('wrk_'.length, 'wrk_'.length + 8), 16) % shards;

/** `until` is the first day with texts again; null is for good. */
export const isStopped = (worker: Pick<Worker, 'stopped'>, today: CalendarDate): boolean =>
  worker.stopped !== null && (worker.stopped.until === null || today < worker.stopped.until);

/** Field names, never the personal values; of what needed a person its kind, and their note. */
export type Change = Readonly<{
  workerId: string;
  id: string;
  at: Instant;
  /** An id. Old rows have no `byName`. */
  by: string;
  byName?: string | undefined;
  what: ChangeKind;
  fields: readonly string[];
  reason: string | null;
}>;
/** Of a worker whose province changed. `zone` is the new one, perhaps the same as before. */
export type Relocation = Readonly<{ workerId: string; zone: Zone; at: Instant }>;

export const relocationOf = (worker: Worker, change: Change | null): Relocation | null =>
  change?.fields.includes('province')
    ? { workerId: worker.workerId, zone: zoneOfWorker(worker), at: change.at }
    : null;

export const changeKinds = [
  'imported',
  'corrected',
  'ended',
  'stopped',
  'resumed',
  'covered-by-roster',
  'restored',
  'attention-resolved',
  'attention-restored',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
