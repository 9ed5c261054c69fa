import type { Instant } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Delivered, Outcome, Reminder, ReminderKey } from '#domain/sending/reminder';

export type ReminderStore = {
  /**
   * Strongly consistent, one entry an id. Reminders are read of `rowsOf`, all of them where not
   * said: for others the claim's own condition answers, and each missing row would cost a read.
   */
  readFresh(
    workerIds: readonly string[],
    of: Omit<ReminderKey, 'workerId'>,
    rowsOf?: readonly string[],
  ): Promise<ReadonlyMap<string, FreshRead>>;
  /**
   * Puts the row if there is none and the worker still has `rev`. `exists`: another row is there ·
   * `changed`: the worker was written or erased since. One's own row again (same claimId) is
   * `written`.
   */
  write(row: Reminder, rev: number): Promise<'written' | 'exists' | 'changed'>;
  /** Written where the row is still claimed by `claimId`, or was presumed unknown since. */
  record(key: ReminderKey, claimId: string, outcome: Outcome): Promise<boolean>;
  /** Removes a claim that has definitely not led to a text; false where it is no longer ours. */
  release(key: ReminderKey, claimId: string): Promise<boolean>;
  /** False where it is no longer claimed by `claimId`. */
  presumeUnknown(key: ReminderKey, claimId: string, at: Instant): Promise<boolean>;
  /** At most 13 months of them; strongly consistent. */
  list(workerId: string): Promise<readonly Reminder[]>;
  /** False where the row is no longer as `seen`. Its attention item comes or goes with it. */
  deliver(seen: Reminder, delivered: Delivered): Promise<boolean>;
};

/** `unreadable`: broken, not erased; `rev` is NaN where the row has none. */
export type FreshRead = Readonly<{
  worker: Worker | undefined;
  reminder: Reminder | undefined;
  unreadable?: Readonly<{ reason: string; rev: number }>;
}>;
