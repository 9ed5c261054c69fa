import type { Instant, Month } from '#domain/calendar/dates';
import type { Language, Sector } from '#domain/people/worker';

export const skipReasons = [
  'stopped',
  'held-out',
  'no-phone',
  'dead-number',
  'not-on-list',
  'budget',
  'paid',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const reminderStatuses = [
  'claimed',
  'sent',
  'delivered',
  'undelivered',
  'skipped',
  'failed',
  'unknown',
  'missed',
] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];

/** The text left, and costs money. */
export const wasSent = (status: ReminderStatus): boolean =>
  status === 'sent' || status === 'delivered' || status === 'undelivered';

/** The text left, or nobody knows: its money counts as spent, and it is not sent again. */
export const mayHaveBeenSent = (status: ReminderStatus): boolean =>
  wasSent(status) || status === 'unknown';

/** In place of a step: a confirmation of a payment is a reminder like any other, one a worker and month. No step of a plan may have this id. */
export const confirmationStep = 'paid';

/** At most one reminder of this key ever exists, whatever triggers it, however often. */
export type ReminderKey = Readonly<{ workerId: string; month: Month; step: string }>;

/** One step for one worker and month: what became of it. Province, sector, language and arm are as of writing. */
export type Reminder = ReminderKey &
  Readonly<{
    status: ReminderStatus;
    /** Why it has its status: a code (`sender-stopped`), perhaps with its detail after a colon, or the words of provider or carrier. */
    reason: string | null;
    runId: string;
    at: Instant;
    /** Who wrote the row: the holder of the slice's lease. Only they, or whoever takes their work over, may settle it. */
    claimId: string;
    /** When it was claimed; `at` moves on with the status. Absent in rows of before. */
    claimedAt?: Instant | undefined;
    messageId: string | null;
    parts: number;
    priceUsd: number;
    planVersion: number;
    arm: 'reminded' | 'held-out';
    province: string;
    sector: Sector;
    language: Language;
  }>;

/** What became of a claim. Only `sent` and `unknown` may have reached a phone, and only they cost money. */
export type Outcome = Readonly<{
  status: 'sent' | 'failed' | 'unknown';
  reason: string | null;
  messageId: string | null;
  at: Instant;
}>;

/** What a delivery receipt makes of a reminder: parts and price as billed. */
export type Delivered = Pick<Reminder, 'messageId' | 'reason' | 'parts' | 'priceUsd' | 'at'> &
  Readonly<{ status: 'delivered' | 'undelivered' }>;

/** Kinds of reminder that a person has to look at. Who was missed because the plan was paused was missed on purpose. */
export const needsAttention = <R extends Pick<Reminder, 'status' | 'reason'>>(
  row: R,
): row is R & { status: 'unknown' | 'failed' | 'missed' | 'undelivered' } =>
  row.status === 'unknown' ||
  row.status === 'failed' ||
  row.status === 'undelivered' ||
  (row.status === 'missed' && row.reason !== 'paused');
