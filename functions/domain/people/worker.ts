import { z } from 'zod';
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
import type { Cycle } from '#domain/people/cycle';
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

/**
 * What a roster says about a worker. The stored row, a correction and what a roster changes follow
 * from it. Money in rupiah; `phone` in E.164 or null where there is none; `income` per month.
 */
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
  coveredThrough: z.string().refine(isMonth, 'is not a month such as 2026-11'),
  ended: z.object({ on: date, reason: z.enum(endReasons) }).nullable(),
});
export type WorkerFacts = Readonly<z.infer<typeof workerFacts>>;

/**
 * What holds until a roster says otherwise: the facts of columns that a file may leave out. A fact
 * that is added later belongs here, since the rows that are stored already say nothing of it.
 */
export const unsaid = {
  governmentPaid: false,
  group: null,
  ended: null,
} as const satisfies Partial<WorkerFacts>;
export type Unsaid = keyof typeof unsaid;

/** An insured person, as stored. */
export type Worker = WorkerFacts &
  Readonly<{
    workerId: string;
    nikLast4: string;
    cycle: Cycle;
    lastPayment: LastPayment | null;
    credit: number;
    /** How many texts in a row failed because of the number. 0 again once one arrives, or the number is corrected. */
    phoneFailures: number;
    stopped: Readonly<{ until: CalendarDate | null }> | null;
    /** Counts the writes of this row; every write is conditional on the one before. */
    rev: number;
  }>;

type LastPayment = Readonly<{
  id: string;
  paidAt: Instant;
  months: readonly Month[];
  amount: number;
  source: 'channel' | 'roster';
}>;

/** The first unpaid contribution month. Everything about reminding hangs on it. */
export const monthOwed = (worker: Pick<Worker, 'coveredThrough'>): Month =>
  addMonths(worker.coveredThrough, 1);

/** Derived, never stored: a province that changes its zone rewrites the table of provinces, not 42 million workers. */
export const zoneOfWorker = (worker: Pick<Worker, 'province'>): Zone => zoneOf(worker.province);

/** Who pays for themself and has not ended: the ones that are ever reminded. */
export const isReminded = (worker: Pick<Worker, 'governmentPaid' | 'ended'>): boolean =>
  !worker.governmentPaid && worker.ended === null;

/** Which of the `due` index's partitions holds this worker; null where none does. */
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

/** The id is itself a hash (20 hex of an HMAC), so its first 32 bits are spread evenly already. */
const shardOf = (workerId: string, shards: number): number =>
  Number.parseInt(workerId.slice('wrk_'.length, 'wrk_'.length + 8), 16) % shards;

/** Stopped on this local day? `until` is the first day on which texts go out again; null is for good. */
export const isStopped = (worker: Pick<Worker, 'stopped'>, today: CalendarDate): boolean =>
  worker.stopped !== null && (worker.stopped.until === null || today < worker.stopped.until);

/** What somebody changed about a worker, for the timeline: field names, never values (names and phones are personal). */
export type Change = Readonly<{
  workerId: string;
  id: string;
  at: Instant;
  /** The id of who did it, and how they are called. Rows of before have the id alone. */
  by: string;
  byName?: string | undefined;
  what: ChangeKind;
  fields: readonly string[];
  reason: string | null;
}>;
export type ChangeKind =
  | 'imported'
  | 'corrected'
  | 'ended'
  | 'stopped'
  | 'resumed'
  | 'covered-by-roster';
