import type { Renewals } from '#domain/renewals/cohorts/cohort';
import type { Horizon } from '#domain/renewals/counting/months-kept';

export const horizons = [3, 6, 12] as const satisfies readonly Horizon[];

/** The month of which months kept are told first, and the day from whose end on. */
export function firstKnown(
  cohorts: readonly Renewals[],
): Readonly<{ month: string; knownOn: string }> | null {
  const [first] = cohorts.filter(({ partial, due }) => !partial && due > 0);
  return first?.monthsKept ? { month: first.month, knownOn: first.monthsKept[3].knownOn } : null;
}

/** The longest time over which a cohort could be followed. */
export const longestKnown = ({ monthsKept }: Renewals): Horizon | null =>
  horizons.findLast((horizon) => (monthsKept?.[horizon].perWorker ?? null) !== null) ?? null;
