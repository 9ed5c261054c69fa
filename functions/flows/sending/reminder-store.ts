import type { Instant } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Delivered, Outcome, Reminder, ReminderKey } from '#domain/sending/reminder';

export type ReminderStore = {
  /** Strongly consistent, one entry an id. */
  readFresh(
    workerIds: readonly string[],
    of: Omit<ReminderKey, 'workerId'>,
  ): Promise<ReadonlyMap<string, FreshRead>>;
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

/** `unreadable` says what is wrong with a worker's row that is there and does not make a worker: to be set aside, not taken for erased; `rev` as it
 * stands there, NaN where there is none. */
export type FreshRead = Readonly<{
  worker: Worker | undefined;
  reminder: Reminder | undefined;
  unreadable?: Readonly<{ reason: string; rev: number }>;
}>;
