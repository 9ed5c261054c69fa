import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import { zoneOf } from '#domain/calendar/provinces';
import type { Zone } from '#domain/calendar/zones';
import type { Import } from '#domain/imports/import';
import type { Piece, PieceMessage } from '#domain/imports/piece';
import { mayBuyWithCredit } from '#domain/payments/credit';
import type { LateBooking } from '#domain/payments/late-booking';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import {
  type Change,
  isReminded,
  monthOwed,
  type Relocation,
  shardOf,
  type Worker,
} from '#domain/people/worker';
import type { PlanVersion } from '#domain/plan/plan-version';
import type { Closing } from '#domain/renewals/closing';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Reminder, ReminderKey } from '#domain/sending/reminder';
import type { SampleSent } from '#domain/sending/sample-sent';
import { type Slice, type SliceKey, sliceSortKey } from '#domain/sending/slice';
import type { Trial, TrialKey } from '#domain/sending/trial';
import type { AwaitedReceipts } from '#domain/silences/receipts-silent';
import type { AttentionItem } from '#flows/attention/attention-store';
import type { AuditEntry } from '#flows/audit/audit-store';
import type { Layout } from '#flows/hold-layout';
import type { Schedule } from '#flows/plan/schedule-store';
import type { Page } from '#flows/ports';
import { type Counters, memoryCounters } from '#local/memory/counters';
import { type Indexed, indexedMap } from '#local/memory/indexed';

/** What SNS answers next. `unknown` may have led to a text or not: `left` says which. */
export type NextAnswer = Readonly<
  { status: 'sent' | 'refused' | 'try-later' } | { status: 'unknown'; left: boolean }
>;

/** Everything there is, open to a test's eyes and hands. */
export type State = {
  now: Instant;
  readonly workers: Indexed<Worker, 'owing' | 'phone' | 'credit'>;
  readonly erased: Map<string, Instant>;
  /** Erased workers whose sweep has not ended. */
  readonly unswept: Map<string, Instant>;
  /** Workers whose row cannot be read, why, and what stands there for `rev`. */
  readonly unreadable: Map<string, Readonly<{ reason: string; rev: number }>>;
  readonly changes: Indexed<Change, 'worker'>;
  readonly relocations: Map<string, Relocation>;
  /** Cycles that have ended. */
  readonly cycles: Indexed<ClosedCycle, 'worker' | 'closed'>;
  readonly reminders: Indexed<Reminder, 'worker'>;
  readonly payments: Indexed<PaymentRecord, 'worker'>;
  /** In workers' timelines alone: credit is no payment that anybody sent. */
  readonly credit: Indexed<PaymentRecord, 'worker'>;
  /** Payments of which the worker is still to be told. */
  readonly confirmations: Indexed<Confirmation, 'partition'>;
  readonly attention: Map<string, AttentionItem>;
  /** Samples that left or may have. */
  readonly samples: Map<string, SampleSent>;
  readonly slices: Map<string, Slice>;
  readonly trials: Map<string, Trial>;
  readonly closings: Map<Month, Closing>;
  /** By the time, the payment and what became of it; of each month a list. */
  readonly late: Map<string, LateBooking>;
  readonly auditLog: Map<string, AuditEntry>;
  readonly closed: Map<Zone, CalendarDate>;
  readonly budgets: Map<Month, Readonly<{ committed: number; spent: number }>>;
  /** The first place that nobody has, in a second since 1970. */
  readonly rateLimit: Map<number, number>;
  /** Oldest first; the last one is current. */
  readonly plans: PlanVersion[];
  /** The first one that was written. */
  layout: Layout | undefined;
  /** The texts that left. */
  readonly outbox: Readonly<{ phone: string; text: string; at: Instant }>[];
  /** Used up one a text; when there are none left, texts are sent. */
  readonly answers: NextAnswer[];
  readonly queued: Readonly<{ key: SliceKey; delaySeconds: number }>[];
  readonly imports: Map<string, Import>;
  readonly pieces: Map<string, Piece>;
  /** Uploaded, by the import that waits for it. */
  readonly files: Map<string, Readonly<{ etag: string; text: string }>>;
  /** What was refused: the parts and, joined, the whole. */
  readonly lists: Map<string, string>;
  readonly queuedPieces: PieceMessage[];
  /** How many lie in which dead-letter queue. */
  readonly deadLetters: Map<string, number>;
  readonly schedules: Map<string, Readonly<{ schedule: Schedule; intact: boolean }>>;
  readonly counted: Map<string, number>;
  /** The texts without a receipt since, and when the last receipt came. */
  awaited: AwaitedReceipts | null;
  receiptAt: Instant | null;
  /** When the watchdog last wrote what goes through the stream. */
  pulse: Instant | null;
  /** What the stream has counted: of rows that are there, and of those that are gone. */
  readonly counters: Counters;
  /** Up to where, in each shard of the stream and lane. */
  readonly positions: Map<string, Map<string, string>>;
  /** Whose recount holds the counting, and whether it has begun to change counters. */
  hold: Readonly<{ by: string; changed: boolean }> | null;
};

export const emptyState = (now: Instant, shards: number): State => ({
  now,
  ...{
    workers: indexedMap({
      owing: (worker: Worker) =>
        isReminded(worker) ? partitionGroup(worker, monthOwed(worker)) : null,
      phone: ({ phone }) => phone,
      credit: (worker) => (mayBuyWithCredit(worker) ? '' : null),
    }),
    erased: new Map(),
    unswept: new Map(),
    unreadable: new Map(),
    changes: indexedMap({ worker: ({ workerId }: Change) => workerId }),
    relocations: new Map(),
    cycles: indexedMap({
      worker: ({ workerId }: ClosedCycle) => workerId,
      closed: (cycle) => (cycle.voided ? null : partitionGroup(cycle, cycle.month)),
    }),
    reminders: indexedMap({ worker: ({ workerId }: Reminder) => workerId }),
    payments: indexedMap({ worker: ({ workerId }: PaymentRecord) => workerId }),
    credit: indexedMap({ worker: ({ workerId }: PaymentRecord) => workerId }),
    confirmations: indexedMap({
      partition: ({ zone, month, workerId }: Confirmation) =>
        [zone, month, shardOf(workerId, shards)].join(' '),
    }),
  },
  ...{
    attention: new Map(),
    samples: new Map(),
    slices: new Map(),
    trials: new Map(),
    closings: new Map(),
    late: new Map(),
    auditLog: new Map(),
    closed: new Map(),
    budgets: new Map(),
    rateLimit: new Map(),
    plans: [],
    layout: undefined,
  },
  ...{
    outbox: [],
    answers: [],
    queued: [],
    deadLetters: new Map(),
    schedules: new Map(),
    counted: new Map(),
    awaited: null,
    receiptAt: null,
    pulse: null,
    positions: new Map(),
    hold: null,
  },
  ...{
    imports: new Map(),
    pieces: new Map(),
    files: new Map(),
    lists: new Map(),
    queuedPieces: [],
  },
  counters: memoryCounters(),
});

/** The partitions of the `due` index, in all shards, for this province and month. */
const partitionGroup = ({ province }: Pick<Worker, 'province'>, month: Month): string =>
  `${zoneOf(province)} ${month}`;

export const reminderAt = ({ workerId, month, step }: ReminderKey): string =>
  [workerId, month, step].join('#');
export const paymentAt = ({
  channel,
  reference,
}: Pick<PaymentRecord, 'channel' | 'reference'>): string => [channel, reference].join('#');
export const confirmationAt = ({
  zone,
  month,
  workerId,
}: Pick<Confirmation, 'zone' | 'month' | 'workerId'>): string => [zone, month, workerId].join('#');
export const sliceAt = (key: SliceKey): string => [key.zone, key.date, sliceSortKey(key)].join('#');
export const trialAt = ({ date, step, text }: TrialKey): string => `${date}#${step}#${text}`;
export const cycleAt = ({
  workerId,
  month,
  began,
}: Pick<ClosedCycle, 'workerId' | 'month' | 'began'>): string => [workerId, month, began].join('#');
export const changeAt = ({ workerId, at, id }: Change): string => [workerId, at, id].join('#');
export const attentionId = (at: Instant, of: string): string => [at, of].join('#');
export const attentionAt = (kind: string, id: string): string => [kind, id].join('#');

/** Keys compare byte by byte, as the table's do. */
export const byKey = <T>(left: readonly [string, T], right: readonly [string, T]): number =>
  left[0] < right[0] ? -1 : 1;

/** A copy of plain data that nobody can change: neither who stored it nor who reads it. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozen)) as T;
  const copy = { ...value };
  for (const key in copy) copy[key] = frozen(copy[key]);
  return Object.freeze(copy);
}

/** By places that begin with the time, the latest first unless told; `next` is the last shown. */
export function latestPage<T>(
  placed: readonly (readonly [place: string, T])[],
  cursor: string | null,
  pageSize: number,
  oldestFirst = false,
): Page<T> {
  const rows = placed
    .filter(([place]) => cursor === null || (oldestFirst ? place > cursor : place < cursor))
    .toSorted(oldestFirst ? byKey : (a, b) => byKey(b, a));
  const page = rows.slice(0, pageSize);
  return {
    items: page.map(([, item]) => item),
    next: page.length < rows.length ? (page.at(-1)?.[0] ?? null) : null,
  };
}
