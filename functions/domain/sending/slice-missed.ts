import type { Instant } from '#domain/calendar/dates';
import { missedOnPurpose, type Reminder } from '#domain/sending/reminder';

/**
 * One attention entry a slice, not one for each of millions of workers. `at` is that of the first
 * and stays, so that the entry is found again; `reason` is that of the last.
 */
export type SliceMissed = Readonly<{
  at: Instant;
  reason: string | null;
  provinces: Readonly<Record<string, number>>;
}>;

export function addMissed(
  before: SliceMissed | undefined,
  rows: readonly Reminder[],
): SliceMissed | undefined {
  const missed = rows.filter((row) => row.status === 'missed' && !missedOnPurpose(row));
  const [first, last] = [missed.at(0), missed.at(-1)];
  if (!first || !last) return before;
  const provinces: Record<string, number> = { ...before?.provinces };
  for (const { province } of missed) provinces[province] = (provinces[province] ?? 0) + 1;
  return { at: before?.at ?? first.at, reason: last.reason, provinces };
}

export const missedCount = ({ provinces }: SliceMissed): number =>
  Object.values(provinces).reduce((sum, each) => sum + each, 0);
