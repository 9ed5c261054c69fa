import type { CalendarDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycle';
import type { Worker } from '#domain/people/worker';
import type { Confirmation } from '#domain/sending/confirmation';
import type { Page } from '#flows/ports';

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
