import type { Instant } from '#domain/calendar/dates';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycle';
import type { Change, Partition, Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import type { Page } from '#flows/ports';

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

export type Identity = {
  /** `wrk_` + 20 hex of HMAC-SHA-256(NIK, the stage's secret). */
  workerIdOf(nik: string): string;
};
