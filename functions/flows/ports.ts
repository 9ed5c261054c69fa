import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/provinces';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycle';
import type { Change, Partition, Worker } from '#domain/people/worker';
import type { PlanVersion } from '#domain/plan/plan';
import type { Count, CountedRow, CounterItem, Dimension } from '#domain/renewals/counts';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Delivered, Outcome, Reminder, ReminderKey } from '#domain/sending/reminder';
import type { Slice, SliceKey } from '#domain/sending/slice';

/** What the flows need of the world. Implemented over AWS in functions/aws/, in memory in local/memory/; one suite (test/contract/store.contract.ts) holds both. */

export type Clock = {
  now(): Instant;
  sleep(milliseconds: number): Promise<void>;
};

export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

export type WorkerStore = {
  /** Strongly consistent; who is not there is not in the map. */
  get(workerIds: readonly string[]): Promise<ReadonlyMap<string, Worker>>;
  /** Which of these asked to be forgotten. */
  erased(workerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** False where the worker is there already or asked to be forgotten. */
  create(worker: Worker): Promise<boolean>;
  /** Writes `worker` with `rev` one up, and beside it the change and the cycles that it ended, if the stored row still has `worker.rev`; else false. */
  replace(worker: Worker, change: Change | null, closed?: readonly ClosedCycle[]): Promise<boolean>;
  /** Ids in a partition of the `due` index after `after`, in order. Eventually consistent: look before acting. */
  owing(partition: Partition, after: string | null, limit: number): Promise<Page<string>>;
  byPhone(phone: string): Promise<readonly string[]>;
  /** Everything kept under this worker. */
  timeline(workerId: string): Promise<Timeline>;
  /**
   * Deletes the worker and leaves a tombstone and the cycle that ended by it (one transaction); false where nobody is there, or they were written since
   * they were read. Without `worker` whatever row is there, readable or not.
   */
  erase(
    workerId: string,
    at: Instant,
    worker?: Readonly<{ rev: number; closed: readonly ClosedCycle[] }>,
  ): Promise<boolean>;
  /** Ids of workers with a cycle of this partition's month that has ended, in order, after `after`. Eventually consistent. */
  closedIn(partition: Partition, after: string | null, limit: number): Promise<Page<string>>;
  /** Deletes whatever else lies under the worker and takes them out of their payments. Safe to repeat. */
  sweep(workerId: string): Promise<void>;
};

type Timeline = Readonly<{
  reminders: readonly Reminder[];
  payments: readonly PaymentRecord[];
  changes: readonly Change[];
  /** In the order in which they began. */
  cycles: readonly ClosedCycle[];
}>;

/** `unreadable` says what is wrong with a worker's row that is there and does not make a worker: to be set aside, not taken for erased; `rev` as it
 * stands there, NaN where there is none. */
export type Look = Readonly<{
  worker: Worker | undefined;
  reminder: Reminder | undefined;
  unreadable?: Readonly<{ reason: string; rev: number }>;
}>;

export type ReminderStore = {
  /** Strongly consistent, one entry an id. */
  look(
    workerIds: readonly string[],
    of: Omit<ReminderKey, 'workerId'>,
  ): Promise<ReadonlyMap<string, Look>>;
  /**
   * Puts the row if there is none and the worker is still as we saw them (`rev`). `exists`: another row is there ·
   * `changed`: paid, stopped, corrected or erased since the look. Writing one's own row again (same claimId) is `written`.
   */
  write(row: Reminder, rev: number): Promise<'written' | 'exists' | 'changed'>;
  /** What became of a claim: written where the row is still claimed by `claimId`, or was taken for unknown by who took over. */
  record(key: ReminderKey, claimId: string, outcome: Outcome): Promise<boolean>;
  /** Takes a claim back that has definitely not led to a text; false where it is no longer ours. */
  release(key: ReminderKey, claimId: string): Promise<boolean>;
  /** A claim whose holder is gone may have led to a text: it becomes `unknown`. False where it is no longer claimed by `claimId`. */
  presumeUnknown(key: ReminderKey, claimId: string, at: Instant): Promise<boolean>;
  /** All reminders of a worker, at most 13 months of them; strongly consistent. */
  list(workerId: string): Promise<readonly Reminder[]>;
  /** What a delivery receipt says of the reminder, if its row is still as it was `seen`; else false. What a person had to look at goes or comes with it. */
  deliver(seen: Reminder, delivered: Delivered): Promise<boolean>;
};

export type SliceStore = {
  /** Puts each row that is not there. */
  open(slices: readonly Slice[]): Promise<void>;
  get(key: SliceKey): Promise<Slice | undefined>;
  list(zone: Zone, date: CalendarDate): Promise<readonly Slice[]>;
  /**
   * Writes the slice with `rev` one up if the stored row still has `slice.rev`, and books `budget` in the same transaction.
   * `lost`: somebody else took it · `over-budget`: nothing was written, `committed` is what the month has used.
   */
  save(
    slice: Slice,
    budget?: Booking,
  ): Promise<
    | { status: 'saved'; slice: Slice }
    | { status: 'lost' }
    | { status: 'over-budget'; committed: number }
  >;
  /** Books alone what belongs to no slice. `over-budget`: nothing was booked, `committed` is what the month has used. */
  book(
    booking: Booking,
  ): Promise<{ status: 'booked' } | { status: 'over-budget'; committed: number }>;
  /** Rupiah that texts of a month have cost, and what is set aside for them or spent. */
  budget(month: Month): Promise<Readonly<{ committed: number; spent: number }>>;
  /** The last day up to which everybody owed a row has one; null before the first. */
  closedThrough(zones: readonly Zone[]): Promise<ReadonlyMap<Zone, CalendarDate>>;
  /** Moves the mark forward, never back. */
  markClosed(zone: Zone, through: CalendarDate): Promise<void>;
};

/** Rupiah. What a month has committed is what is reserved and what is spent: it grows by `reserve + spend − release`, refused above `limit`. */
export type Booking = Readonly<{
  month: Month;
  reserve: number;
  release: number;
  spend: number;
  limit: number | null;
}>;

export type Pace = {
  /** Takes parts from the counter of this second; false where they would go over `perSecond`. */
  take(parts: number, perSecond: number): Promise<boolean>;
};

export type StageStore = {
  /** Writes the number of shards if none was written before; answers the one that is written. */
  shards(wanted: number): Promise<number>;
};

export type PlanStore = {
  /** The version in force. */
  current(): Promise<PlanVersion | undefined>;
  /** In force or not. */
  version(version: number): Promise<PlanVersion | undefined>;
  /** All versions in force from `since` on, and the one in force at `since`; newest first. */
  inForceSince(since: Instant): Promise<readonly PlanVersion[]>;
  /** All versions, proposals too, below `before`; newest first. */
  versions(before: number | null): Promise<Page<PlanVersion>>;
  /** Saves `next.plan` as current if the stored one is still the one it replaces (none, for the first) and its number is free; else false. */
  save(next: PlanVersion): Promise<boolean>;
  /** Keeps a version that waits for its approval, under the same conditions. */
  propose(next: PlanVersion): Promise<boolean>;
  /** Makes a proposal current if the stored one is still the one it replaces; else false. */
  approve(approved: PlanVersion): Promise<boolean>;
};

export type PaymentStore = {
  get(channel: string, reference: string): Promise<PaymentRecord | undefined>;
  /**
   * One transaction: the payment, its place in the timeline, and the worker (if they still have `worker.rev`) with the cycles that it ended. Without a
   * worker the payment is kept for a person.
   * `duplicate`: the reference is taken · `changed`: the worker was written since they were read.
   */
  record(payment: PaymentRecord, paid: Paid | null): Promise<'recorded' | 'duplicate' | 'changed'>;
  /** Those that were recorded on a day in Jakarta, the latest first; of the last 30 days. */
  recent(date: CalendarDate, cursor: string | null): Promise<Page<PaymentRecord>>;
  /** Payments of a person we did not know when they came. */
  unmatchedOf(workerId: string): Promise<readonly PaymentRecord[]>;
  /** One transaction: the unmatched payment now belongs to the worker. `false` where either changed. */
  match(payment: PaymentRecord, paid: Paid): Promise<boolean>;
  /**
   * One transaction: the payment as reversed, in the timeline too, and the worker and their cycles without it; null where there is none to change. What a person had to see
   * of it goes, but for what `flags` still says. `false` where the payment is no longer `was`, or the worker was written since, or came or went.
   */
  reverse(
    payment: PaymentRecord,
    was: 'recorded' | 'unmatched',
    paid: Paid | null,
  ): Promise<boolean>;
};

/** What money did: to a worker, and to the cycles of theirs that have ended (these are written over what is there); and what is to be told of it. */
export type Paid = Readonly<{
  worker: Worker;
  closed: readonly ClosedCycle[];
  confirmation?: Confirmation | null;
}>;

/** Payments of which the worker is still to be told. A payment puts them; who tells, or finds that there is nothing to tell, drops them. */
export type ConfirmationStore = {
  /** The oldest first, after `after`; strongly consistent. */
  pending(zone: Zone, after: string | null, limit: number): Promise<Page<Confirmation>>;
  /** Safe to repeat. */
  drop(confirmation: Confirmation): Promise<void>;
};

/** What the stream says of one write of a row: null where there was, or is, no row that is counted. `position` is a whole number that grows within a shard. */
export type RowChange = Readonly<{
  position: string;
  before: CountedRow | null;
  after: CountedRow | null;
  removed: boolean;
}>;

/** A run of changes in one shard of the stream, in its order; some of them, or all, may have been counted before. */
export type Stretch = Readonly<{ shard: string; changes: readonly RowChange[] }>;

/** What one step of the counting adds, and how far it brings us in this shard of the stream. `kept` is what rows that expired or were swept away leave behind. */
export type Tallied = Readonly<{
  shard: string;
  from: string | null;
  to: string;
  counts: readonly Count[];
  kept: readonly Count[];
}>;

export type CountStore = {
  /** The position in the stream's shard up to which everything is counted; null before the first. */
  position(shard: string): Promise<string | null>;
  /**
   * One transaction: the counts are added and the position moves from `from` to `to`. False where it stands elsewhere by now: somebody else counted.
   * Throws while a recount holds the counting.
   */
  add(tallied: Tallied): Promise<boolean>;
  /** How much one `add` can hold: so many places, of `counts` and of `kept`, and so many names at each. */
  readonly most: Readonly<{ places: number; names: number }>;
  cohort(month: Month, dimension: Dimension): Promise<readonly CounterItem[]>;
  members(): Promise<readonly CounterItem[]>;
  /** The day of the first import; null before it. */
  firstImport(): Promise<CalendarDate | null>;
  /** Moves that day back, never forth. */
  noteImport(on: CalendarDate): Promise<void>;
};

/**
 * The counters, for who builds them anew from the rows. One recount holds the counting at a time: who begins one takes it over from another, whose next
 * change throws. So a recount that died is gone on with by the next.
 */
export type RecountStore = {
  /** From now on nobody else counts. True where an earlier recount broke off amid its changes: what the counters said before it is lost. */
  hold(recount: string): Promise<boolean>;
  /** The whole table, strongly consistent, a page at a time. */
  walk(after: string | null): Promise<Walked>;
  /** As `CountStore.add`, by who holds it, and without the counts of rows that are there. */
  pass(recount: string, tallied: Omit<Tallied, 'counts'>): Promise<boolean>;
  /** Writes the counters of all rows that are there, and takes away those that were found and are not among them. In many steps; safe to repeat. */
  replace(
    recount: string,
    right: readonly CounterItem[],
    found: readonly FoundItem[],
  ): Promise<void>;
  /** Lets the counting go on. */
  release(recount: string): Promise<void>;
};

/** `next` where there is more. Rows and counters that are no such are left out, or have nothing in them. */
export type Walked = Readonly<{
  rows: readonly CountedRow[];
  found: readonly FoundItem[];
  next: string | null;
}>;

/** What counts rows that are there, as it lies in the table; several may be of one place. `item` is null where it cannot be read. */
export type FoundItem = Readonly<{ id: string; item: CounterItem | null }>;

export type ChangeStream = {
  /** What was written after these positions and up to now, so that a row's changes stand in their order. */
  since(position: (shard: string) => Promise<string | null>): Promise<readonly Stretch[]>;
};

export const attentionKinds = [
  'unknown',
  'failed',
  'missed',
  'undelivered',
  'unmatched',
  'flagged',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];
/** `id` is its place among those of its kind. */
export type AttentionItem = Readonly<
  { kind: AttentionKind; id: string; at: Instant } & Record<string, unknown>
>;

export type AttentionStore = {
  list(kind: AttentionKind, cursor: string | null): Promise<Page<AttentionItem>>;
  /** Takes it off the list; what it is about stays as it is. False where it is not there, or no longer. */
  settle(kind: AttentionKind, id: string): Promise<boolean>;
};

/** What could not be handled rests in a queue until a person has looked at it. `queue` names whose it is (triggers.ts). */
export type DeadLetters = {
  /** The queues in which something lies, with how much; the number is the queue's own estimate. */
  list(): Promise<readonly Readonly<{ queue: string; count: number }>[]>;
};

/** What somebody did, or looked at. `on` are the ids in the address, `fields` the names of what was sent, never the values; `trail` what the call itself says. */
export type AuditEntry = Readonly<{
  id: string;
  at: Instant;
  by: string;
  name: string;
  roles: readonly string[];
  call: string;
  on: Readonly<Record<string, string>>;
  fields: readonly string[];
  /** `begun` where the end was not written: it may have been done. */
  outcome: 'begun' | 'done' | 'refused' | 'failed';
  trail: Readonly<Record<string, unknown>> | null;
}>;

export type AuditStore = {
  /** Written before anything is done, so that nothing is done without it. */
  begin(entry: AuditEntry): Promise<void>;
  end(entry: AuditEntry): Promise<void>;
  /** Those of a day in Jakarta, the latest first. */
  list(date: CalendarDate, cursor: string | null): Promise<Page<AuditEntry>>;
};

export type Sms = {
  /** One attempt, never repeated by itself. `try-later` and `refused` are definite: no text left. `unknown`: it may have. */
  send(text: { phone: string; text: string }): Promise<Sent>;
};

export type Sent =
  | Readonly<{ status: 'sent'; messageId: string }>
  | Readonly<{ status: 'refused' | 'try-later' | 'unknown'; reason: string }>;

export type SliceQueue = {
  put(keys: readonly SliceKey[], delaySeconds?: number): Promise<void>;
};

export type Schedule = Readonly<{ name: string; zone: Zone; time: string }>;

export type ScheduleStore = {
  /** Those in our group, as they should be or not. `intact` is false where somebody changed what we wrote. */
  list(): Promise<readonly Readonly<{ name: string; intact: boolean }>[]>;
  put(schedule: Schedule): Promise<void>;
  remove(name: string): Promise<void>;
};

/** What the flows count for alarms and dashboards. Dimensions never carry a person. */
export type Metrics = {
  count(
    name:
      | 'missed'
      | 'unknown'
      | 'failed'
      | 'sent'
      | 'requeued'
      | 'held-back'
      | 'budget-80'
      | 'budget-100',
    value: number,
  ): void;
};

export type Identity = {
  /** `wrk_` + 20 hex of HMAC-SHA-256(NIK, the stage's secret). */
  workerIdOf(nik: string): string;
};

export type PlanReader = Pick<PlanStore, 'current' | 'version' | 'inForceSince'>;
