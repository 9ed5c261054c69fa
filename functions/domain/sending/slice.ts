import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import { abbreviationOf, type Zone, zoneOfAbbreviation } from '#domain/calendar/zones';
import type { ReminderStatus, SkipReason } from '#domain/sending/reminder';
import type { SliceMissed } from '#domain/sending/slice-missed';
import type { Withheld } from '#domain/sending/withheld';

/** The queue's message is this key and nothing else. */
export type SliceKey = Readonly<{
  zone: Zone;
  date: CalendarDate;
  time: string;
  step: string;
  month: Month;
  shard: number;
}>;

export type Counts = Readonly<
  Partial<
    Record<Exclude<ReminderStatus, 'skipped' | 'claimed' | 'delivered' | 'undelivered'>, number>
  > & {
    skipped?: Readonly<Partial<Record<SkipReason, number>>>;
  }
>;

/**
 * `finished`: all workers handled · `closing`: after the last window, missing rows are written as
 * missed · `closed`: all rows exist. `rev` fences off a holder whose lease is lost.
 */
export type Slice = SliceKey &
  Readonly<{
    planVersion: number;
    scheduledAt: Instant;
    state: 'open' | 'finished' | 'closing' | 'closed';
    cursor: string | null;
    inFlight: readonly string[];
    /** Rupiah of the month's budget that no other slice may spend: the slice's allowance. */
    reserved: number;
    /** Rupiah since the slice last booked; without a limit nothing has to be reserved for them. */
    spent: number;
    /** Of the trial, held by the batch in flight; booked with the next write of the slice. */
    tickets: number;
    holder: string | null;
    leaseUntil: Instant | null;
    /** When its sender put it back on the queue; null: put aside. Absent before its first turn. */
    queuedAt?: Instant | null | undefined;
    counts: Counts;
    missed?: SliceMissed | undefined;
    /** Begins anew once the list is another one; else each of them gets a row as it closes. */
    withheld?: Withheld | undefined;
    /** It has begun anew: some of those whom it comes to have their rows already. */
    anew?: boolean | undefined;
    rev: number;
    /** Begins as `closing`: a change of the plan put the step too far into the past to text. */
    rescheduled?: boolean | undefined;
  }>;

/** What a run adds up, without whom its slices are about. */
export type SliceProgress = Omit<SliceKey, 'shard'> &
  Pick<Slice, 'planVersion' | 'state' | 'counts' | 'withheld'>;

export const sliceSortKey = ({ time, step, month, shard }: SliceKey): string =>
  `${time}#${step}#${month}#${String(shard).padStart(3, '0')}`;

/** All slices of one firing, step and month: `run_WIB_2026-11-11_0900_before_2026-11`. */
export const runIdOf = ({ zone, date, time, step, month }: Omit<SliceKey, 'shard'>): string =>
  ['run', abbreviationOf(zone), date, time.replace(':', ''), step, month].join('_');

export function parseRunId(runId: string): Omit<SliceKey, 'shard'> | null {
  const [, abbreviation, date, hour, minute, step, month] =
    /^run_(WIB|WITA|WIT)_(\d{4}-\d{2}-\d{2})_(\d{2})(\d{2})_([a-z][a-z0-9-]*)_(\d{4}-\d{2})$/.exec(
      runId,
    ) ?? [];
  if (!abbreviation || !date || !step || !month) return null;
  return { zone: zoneOfAbbreviation(abbreviation), date, time: `${hour}:${minute}`, step, month };
}

export function addCounts(left: Counts, right: Counts): Counts {
  const { skipped: skippedLeft = {}, ...plainLeft } = left;
  const { skipped: skippedRight = {}, ...plainRight } = right;
  const skipped = addNumbers(skippedLeft, skippedRight);
  return {
    ...addNumbers(plainLeft, plainRight),
    ...(Object.keys(skipped).length > 0 ? { skipped } : {}),
  };
}

/** A run counts what it did: a text that left is `sent`, whatever its receipt says. */
export function countOf(row: Readonly<{ status: ReminderStatus; reason: string | null }>): Counts {
  if (row.status === 'claimed') return {};
  if (row.status === 'delivered' || row.status === 'undelivered') return { sent: 1 };
  return row.status === 'skipped'
    ? { skipped: { [row.reason as SkipReason]: 1 } }
    : { [row.status]: 1 };
}

const addNumbers = <K extends string>(
  left: Partial<Record<K, number>>,
  right: Partial<Record<K, number>>,
): Partial<Record<K, number>> => {
  const sum = { ...left };
  for (const key of Object.keys(right) as K[]) sum[key] = (sum[key] ?? 0) + (right[key] ?? 0);
  return sum;
};
