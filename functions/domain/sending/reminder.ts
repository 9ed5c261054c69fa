import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import type { Language, Sector } from '#domain/people/worker';

export const skipReasons = [
  'stopped',
  'held-out',
  'no-phone',
  'dead-number',
  'not-on-list',
  'budget',
  'paid',
  'superseded',
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

/** Left, or nobody knows: the money counts as spent, and the text is not sent again. */
export const mayHaveBeenSent = (status: ReminderStatus): boolean =>
  wasSent(status) || status === 'unknown';

/** A confirmation is a reminder with this step, one a worker and month: reserved. */
export const confirmationStep = 'paid';

export const isConfirmation = ({ step }: Readonly<{ step: string }>): boolean =>
  step === confirmationStep;

/** At most one reminder of this key ever exists. */
export type ReminderKey = Readonly<{ workerId: string; month: Month; step: string }>;

export type Reminder = ReminderKey &
  Readonly<{
    status: ReminderStatus;
    /** A code (`sender-stopped`), perhaps with `: detail`, or the provider's or carrier's words. */
    reason: string | null;
    runId: string;
    at: Instant;
    /** The lease holder who wrote the row: only they or their successor may resolve it. */
    claimId: string;
    /** `at` moves on with the status, this does not. Absent in old rows. */
    claimedAt?: Instant | undefined;
    messageId: string | null;
    parts: number;
    /** Of the words as they left (text-mark.ts). Absent in old rows, and where no text was. */
    textMark?: string | undefined;
    priceUsd: number;
    planVersion: number;
    arm: 'reminded' | 'held-out';
    /** The day its cycle counts from. Absent in old rows, and where the worker is unreadable. */
    cycleSince?: CalendarDate | undefined;
    /** The worker left in this cycle: the text is none of the cohort's from this day on. */
    leftOn?: CalendarDate | undefined;
    province: string;
    sector: Sector;
    language: Language;
    /** Absent in old rows, and where the worker is unreadable. */
    memberSince?: Month | null | undefined;
    /** Absent in old rows, and where the worker is unreadable. A branch calls its own. */
    group?: string | null | undefined;
  }>;

/** What became of a claim. Only `sent` and `unknown` may have reached a phone and cost money. */
export type Outcome = Readonly<{
  status: 'sent' | 'failed' | 'unknown';
  reason: string | null;
  messageId: string | null;
  at: Instant;
}>;

/** Parts and price as billed. */
export type Delivered = Pick<Reminder, 'messageId' | 'reason' | 'parts' | 'priceUsd' | 'at'> &
  Readonly<{ status: 'delivered' | 'undelivered' }>;

/** As admins wanted it: the plan was paused, or its change put the step too far into the past. */
export const missedOnPurpose = ({ status, reason }: Pick<Reminder, 'status' | 'reason'>): boolean =>
  status === 'missed' && (reason === 'paused' || reason === 'rescheduled');

/** A person has to look at this one text. A slice lists whom it missed. */
export const needsAttention = <R extends Pick<Reminder, 'status'>>(
  row: R,
): row is R & { status: 'unknown' | 'failed' | 'undelivered' } =>
  row.status === 'unknown' || row.status === 'failed' || row.status === 'undelivered';
