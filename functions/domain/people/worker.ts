import { addMonths, type CalendarDate, type Instant, type Month } from '#domain/calendar/dates';
import { type Zone, zoneOf } from '#domain/calendar/provinces';
import type { Cycle } from '#domain/people/cycle';

export const languages = ['id', 'jv', 'su', 'en'] as const;
export type Language = (typeof languages)[number];
export const sectors = ['transport', 'other'] as const;
export type Sector = (typeof sectors)[number];
export const endReasons = ['died', 'employed', 'abroad'] as const;
type EndReason = (typeof endReasons)[number];

/** An insured person, as stored. Money in rupiah; `phone` in E.164 or null where there is none; `income` per month. */
export type Worker = Readonly<{
  workerId: string;
  name: string;
  phone: string | null;
  nikLast4: string;
  province: string;
  sector: Sector;
  income: number;
  jht: boolean;
  language: Language;
  governmentPaid: boolean;
  group: string | null;
  coveredThrough: Month;
  cycle: Cycle;
  lastPayment: LastPayment | null;
  credit: number;
  /** How many texts in a row failed because of the number. 0 again once one arrives, or the number is corrected. */
  phoneFailures: number;
  stopped: Readonly<{ until: CalendarDate | null }> | null;
  ended: Readonly<{ on: CalendarDate; reason: EndReason }> | null;
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
