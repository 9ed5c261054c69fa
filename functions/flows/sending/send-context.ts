import { monthOf } from '#domain/calendar/dates';
import type { Step } from '#domain/plan/plan';
import { rupiahOf } from '#domain/sending/budget';
import { mayHaveBeenSent, type Reminder } from '#domain/sending/reminder';
import { addCounts, type Slice } from '#domain/sending/slice';
import type { Settings } from '#domain/settings';
import type { WorkerStore } from '#flows/people/worker-store';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import type { ReminderStore } from '#flows/sending/reminder-store';
import type { Booking, SliceQueue, SliceStore } from '#flows/sending/slice-store';
import type { Metrics, Sms, SmsRateLimit } from '#flows/sending/sms-port';

export type SendPorts = Readonly<{
  workers: Pick<WorkerStore, 'owing' | 'replace'>;
  reminders: ReminderStore;
  slices: SliceStore;
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
  supersededBy: readonly Step[];
  until: string;
}>;

/** `spent`: rupiah since the slice was last written · `again`: workers to be read once more. */
export type Progress = Readonly<{ slice: Slice; spent: number; again: readonly string[] }>;

/** The batch before is booked with the next write of the slice, its reservation released. */
export const bookingOf = ({ slice, spent }: Progress): Booking => ({
  month: monthOf(slice.date),
  reserve: 0,
  release: slice.reserved,
  spend: spent,
  limit: null,
});

/** Rupiah. A text that may have been sent is spent. */
export const spentOn = (rows: readonly Reminder[], settings: Settings): number =>
  rows
    .filter(({ status }) => mayHaveBeenSent(status))
    .reduce((sum, row) => sum + rupiahOf(row, settings), 0);

export const withCounts = (slice: Slice, counts: Slice['counts']): Slice => ({
  ...slice,
  counts: addCounts(slice.counts, counts),
});
