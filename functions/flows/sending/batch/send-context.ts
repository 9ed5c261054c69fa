import { type Instant, monthOf } from '#domain/calendar/dates';
import type { Plan, Step } from '#domain/plan/plan';
import { rupiahOf } from '#domain/sending/budget';
import { faredOf } from '#domain/sending/fared';
import { mayHaveBeenSent, type Reminder } from '#domain/sending/reminder';
import { addCounts, countOf, type Slice } from '#domain/sending/slice';
import { addMissed } from '#domain/sending/slice-missed';
import type { PlannedText } from '#domain/sending/texting/planned-text';
import { addFared, type Fared, type Trial } from '#domain/sending/trial';
import type { Settings } from '#domain/settings';
import type { ConfirmationStore, PaymentStore } from '#flows/payments/payment-store';
import type { WorkerStore } from '#flows/people/worker-store';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import type { ReminderStore } from '#flows/sending/reminder-store';
import type { Booking, SliceQueue, SliceStore } from '#flows/sending/slice-store';
import type { Metrics, Sms, SmsRateLimit } from '#flows/sending/sms-port';
import type { TrialStore } from '#flows/sending/trial/trial-store';

export type SendPorts = Readonly<{
  workers: Pick<WorkerStore, 'owing' | 'replace'>;
  confirmations: Pick<ConfirmationStore, 'page' | 'of' | 'drop'>;
  payments: Pick<PaymentStore, 'get'>;
  reminders: ReminderStore;
  slices: SliceStore;
  trials: Pick<TrialStore, 'get'>;
  plans: PlanReader;
  rateLimit: SmsRateLimit;
  sms: Sms;
  queue: SliceQueue;
  clock: Clock;
  metrics: Metrics;
}>;

export type SendContext = Readonly<{
  ports: SendPorts;
  settings: Settings;
  holder: string;
  step: Step;
  people: People;
  supersededBy: readonly Step[];
  until: string;
}>;

export type People = Readonly<{
  /** Those after the slice's cursor. */
  next(context: SendContext, slice: Slice): Promise<PageOfPeople>;
  /** After a fresh read of those who are to be read: `again` of the progress. */
  plan(context: SendContext, progress: Progress, planning: Planning): Promise<PlannedBatch>;
}>;

export type PageOfPeople = Readonly<{ ids: readonly string[]; more: boolean }>;

/** `again`: who of them was in flight before. */
export type Planning = Readonly<{ plan: Plan; now: Instant; again: readonly string[] }>;

/** Of the index or of what waits: as many as are worked off in a turn. */
export const pageSize = 500;

type Judged = Readonly<{ workerId: string; kind: string }>;

/** `written` of a batch. Also who was in flight: their row was written since we recovered them. */
export const writtenBefore = (
  judged: readonly Judged[],
  again: readonly string[],
): readonly string[] =>
  judged
    .filter(
      ({ workerId, kind }) =>
        kind === 'claimed-elsewhere' || (kind === 'done' && again.includes(workerId)),
    )
    .map(({ workerId }) => workerId);

/** `written`: rows of another holder, recovered before the next ten and counted then. */
export type PlannedBatch = Readonly<{
  plannedTexts: readonly PlannedText[];
  written: readonly string[];
  /** Without a row, since they are not on the plan's list. */
  withheld: readonly string[];
  /** Last of all, with the rows that were written: a crash before finds them. */
  afterwards(rows: readonly Reminder[]): Promise<void>;
}>;

/** `fared`: since the last write · `limit`: when the slice last reserved, undefined before that. */
export type Progress = Readonly<{
  slice: Slice;
  fared: Fared;
  again: readonly string[];
  trial: Trial;
  limit?: number | null;
}>;

/** The slice's own day says which month pays, however late the text leaves. */
export const bookingOf = ({ date, reserved, spent }: Slice): Booking => ({
  month: monthOf(date),
  reserve: 0,
  release: reserved,
  spend: spent,
  limit: null,
});

/** What became of them is counted, spent and told to the trial with the next write of the slice. */
export function withRows<P extends Pick<Progress, 'slice' | 'fared'>>(
  { settings, step }: Pick<SendContext, 'settings' | 'step'>,
  progress: P,
  rows: readonly Reminder[],
): P {
  const { slice } = progress;
  // Rows of an earlier version of the plan are none of this text's trial.
  const tried = rows.filter(({ planVersion }) => planVersion === slice.planVersion);
  return {
    ...progress,
    slice: {
      ...slice,
      counts: rows.map(countOf).reduce(addCounts, slice.counts),
      missed: addMissed(slice.missed, rows),
      spent: slice.spent + spentOn(rows, settings),
    },
    fared: addFared(progress.fared, faredOf(tried, { step, settings })),
  };
}

/** Rupiah. A text that may have been sent is spent. */
const spentOn = (rows: readonly Reminder[], settings: Settings): number =>
  rows
    .filter(({ status }) => mayHaveBeenSent(status))
    .reduce((sum, row) => sum + rupiahOf(row, settings), 0);
