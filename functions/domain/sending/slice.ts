import type { CalendarDate, Instant, Month } from '#domain/calendar/dates';
import { abbreviationOf, type Zone, zoneOfAbbreviation } from '#domain/calendar/zones';
import type { ReminderStatus, SkipReason } from '#domain/sending/reminder';

/** One step, one month, one shard of one firing. The message on the queue is this key and nothing else. */
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
 * `open`: texts may still go out · `finished`: everybody in the partition was handled · `closing`: after the last window, who has no row is being
 * written down as missed · `closed`: everybody owed a row has one.
 * `inFlight` are the workers of the batch being worked on; `rev` fences: who lost the lease cannot write any more.
 */
export type Slice = SliceKey &
  Readonly<{
    planVersion: number;
    scheduledAt: Instant;
    state: 'open' | 'finished' | 'closing' | 'closed';
    cursor: string | null;
    inFlight: readonly string[];
    /** Rupiah reserved for what is in flight; settled by whoever records or takes over. */
    reserved: number;
    holder: string | null;
    leaseUntil: Instant | null;
    counts: Counts;
    rev: number;
  }>;

export const sliceSortKey = ({ time, step, month, shard }: SliceKey): string =>
  `${time}#${step}#${month}#${String(shard).padStart(3, '0')}`;

/** A run is all slices of one firing, step and month: `run_WIB_2026-11-11_0900_before_2026-11`. */
export const runIdOf = ({ zone, date, time, step, month }: Omit<SliceKey, 'shard'>): string =>
  ['run', abbreviationOf(zone), date, time.replace(':', ''), step, month].join('_');

/** The firing and pair behind a run id, or null where it is none. */
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

/** The count of one row: a run counts what it did, so a text that left is `sent`, whatever the carrier has said since. A claim that nobody has settled yet counts for nothing. */
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
