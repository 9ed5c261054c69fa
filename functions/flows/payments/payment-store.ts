import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { LateBooking } from '#domain/payments/late-booking';
import type { PaymentRecord } from '#domain/payments/payment';
import type { RecordedPayment } from '#domain/payments/recorded-payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import type { Partition, Worker } from '#domain/people/worker';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Page } from '#flows/ports';

export type PaymentStore = {
  get(channel: string, reference: string): Promise<PaymentRecord | undefined>;
  /**
   * One transaction: the payment, its place in the timeline, and the worker (if they still have
   * `worker.rev`) with the cycles that it ended. Without a worker the payment is unmatched.
   * `duplicate`: the reference is taken · `changed`: the worker was written since.
   */
  record(payment: PaymentRecord, paid: Paid | null): Promise<'recorded' | 'duplicate' | 'changed'>;
  /**
   * On these days in Jakarta, both included, the latest first, 50 a page. An instant as `cursor`:
   * all recorded before it. A page of one channel may hold fewer, or none, and more follow.
   */
  recordedIn(
    asked: RecordedAsked,
    cursor: string | null,
    pageSize?: number,
  ): Promise<Page<RecordedPayment>>;
  /** Whole payments, as `recordedIn` lists them. */
  listed(asked: RecordedAsked, cursor: string | null): Promise<Page<PaymentRecord>>;
  /** Booked from then on, to change this month's books once it is closed; the latest first. */
  bookedLate(month: Month, since: Instant, cursor: string | null): Promise<Page<LateBooking>>;
  /** All in the worker's timeline, in every status; strongly consistent. */
  ofWorker(workerId: string): Promise<readonly PaymentRecord[]>;
  /** All for whom an unmatched payment waits, and some for whom none does. Strongly consistent. */
  waitingFor(workerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** One transaction; false where payment or worker changed. */
  match(payment: PaymentRecord, paid: Paid): Promise<boolean>;
  /**
   * One transaction: the reversed payment, in the timeline too, and the worker and cycles without
   * it (null: none to change). Its attention items go, but for what `flags` still says. False where
   * the payment is no longer `was`, or the worker was written, created or erased since.
   */
  reverse(
    payment: PaymentRecord,
    was: 'recorded' | 'unmatched',
    paid: Paid | null,
  ): Promise<boolean>;
};

export type RecordedAsked = DaySpan & Readonly<{ channel?: string | null }>;

export type DaySpan = Readonly<{ from: CalendarDate; to: CalendarDate }>;

/** `closed`: ended cycles, written over the stored ones · `credit`: what credit has bought. */
export type Paid = Readonly<{
  worker: Worker;
  closed: readonly ClosedCycle[];
  credit?: readonly PaymentRecord[];
  confirmation?: Confirmation | null;
}>;

/**
 * One waits for each worker and month: a payment puts it, in place of one of an earlier payment;
 * whoever tells, or finds nothing to tell, drops it. All reads are strongly consistent.
 */
export type ConfirmationStore = {
  /** The first of each shard and month in which some wait. */
  waiting(zone: Zone): Promise<readonly Waiting[]>;
  /** Worker ids, in their order. */
  page(of: Partition, after: string | null, limit: number): Promise<Page<string>>;
  of(partition: Partition, workerIds: readonly string[]): Promise<readonly Confirmation[]>;
  /** Nothing where it is of another payment by now. Safe to repeat. */
  drop(confirmation: Confirmation): Promise<void>;
};

/** `at`: when the payment was recorded; before everything where the row is broken. */
export type Waiting = Partition & Readonly<{ at: Instant }>;
