import type { CalendarDate, Instant } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import type { PaymentRecord } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import type { Change, Partition, Relocation, Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import type { Page } from '#flows/ports';

export type WorkerStore = {
  /** Strongly consistent; workers who are not stored are not in the map. */
  get(workerIds: readonly string[]): Promise<ReadonlyMap<string, Worker>>;
  /** As `get`, and of whom a tombstone stands. */
  known(workerIds: readonly string[]): Promise<ReadonlyMap<string, Worker | 'erased'>>;
  /** All or none, at most a hundred: false where one is stored already or was erased. */
  create(...workers: Worker[]): Promise<boolean>;
  /** Writes `rev` one up; false where the stored row no longer has `worker.rev`. */
  replace(worker: Worker, change: Change | null, beside?: Beside): Promise<boolean>;
  /** Ids in a shard whose credit may buy a month, in order. Eventually consistent, as `owing`. */
  withCredit(shard: number, after: string | null, limit: number): Promise<Page<string>>;
  /** Ids in a partition of the `due` index, in order. Eventually consistent: read before acting. */
  owing(partition: Partition, after: string | null, limit: number): Promise<Page<string>>;
  byPhone(phone: string): Promise<readonly string[]>;
  /**
   * Workers of a province whose name begins so, by name; `plain` as from `plainName`, of at least
   * two letters. Eventually consistent. `more`: there are others.
   */
  named(
    province: string,
    plain: string,
    limit: number,
  ): Promise<Readonly<{ ids: readonly string[]; more: boolean }>>;
  /** Strongly consistent. */
  timeline(workerId: string): Promise<Timeline>;
  /**
   * Puts a tombstone in the place of the worker, and leaves the cycle that this ended, and word
   * that the sweep is still to be done (one transaction).
   * False where none is stored, or `rev` differs. Without `worker` any row goes, readable or not.
   */
  erase(
    workerId: string,
    at: Instant,
    worker?: Readonly<{ rev: number; closed: readonly ClosedCycle[] }>,
  ): Promise<boolean>;
  /** Ids of workers with an ended cycle of the month, in order. Eventually consistent. */
  closedIn(partition: Partition, after: string | null, limit: number): Promise<Page<string>>;
  /** Deletes their other rows, takes them out of payments, says so at last. Safe to repeat. */
  sweep(workerId: string): Promise<void>;
};

/** Written by `WorkerStore.replace` with the change of province, in one transaction. */
export type RelocationStore = {
  since(zone: Zone, from: CalendarDate): Promise<readonly Relocation[]>;
};

/** Written with the worker: the cycles that ended, and what credit has bought. */
type Beside = Readonly<{ closed?: readonly ClosedCycle[]; credit?: readonly PaymentRecord[] }>;

type Timeline = Readonly<{
  worker: Worker | null;
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
