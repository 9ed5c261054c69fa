import { addMonths } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';

/** A month that can be told for good: everybody who owed it was known, and nothing changes it. */
const isTold = ({ final, partial, due }: Renewals): boolean => final && !partial && due > 0;

export type LastFinal = Readonly<{ last: Renewals; before: Renewals | null }>;

/** The last final month of these, and the month before it if that is told as well. */
export function lastFinal(cohorts: readonly Renewals[]): LastFinal | null {
  const last = cohorts.findLast(isTold);
  if (!last) return null;
  const month = addMonths(last.month, -1);
  return { last, before: cohorts.find((each) => each.month === month && isTold(each)) ?? null };
}

/** The month that becomes final first, where none is. */
export const firstToCome = (cohorts: readonly Renewals[]): Renewals | null =>
  cohorts.find(({ final, partial, due }) => !final && !partial && due > 0) ?? null;

/** Null where either month has none. */
export const changeOf = <T>(
  last: T,
  before: T | null,
  of: (each: T) => number | null,
): number | null => {
  const [now, then] = [of(last), before && of(before)];
  return now === null || then === null ? null : now - then;
};
