import { addMonths, type Month } from '#domain/calendar/dates';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { ownMonth, pastOf } from '#domain/people/cycles/past-months';
import { lotName } from '#domain/renewals/counting/counter-name';

/** Months kept are counted over so many months, the cohort's own being the first. */
export const horizons = [3, 6, 12] as const;
export type Horizon = (typeof horizons)[number];

/** Sums over workers: of the months of theirs that were paid, and of the squares of that number. */
export const keptMeasures = horizons.flatMap(
  (horizon) => [`months${horizon}`, `squares${horizon}`] as const,
);
type KeptMeasures = Readonly<Record<(typeof keptMeasures)[number], number>>;

type Kept = Readonly<{ month: Month; arm: string; late: string; measures: KeptMeasures }>;

/**
 * To the cohort of the cycle and those of the eleven months before. A square grows by what it is
 * now less what it was, so the sum over a worker's cycles is the square of their sum.
 */
export function monthsKeptBy(cycle: ClosedCycle): readonly Kept[] {
  const { end } = cycle;
  if (end.months.length === 0) return [];
  const months = [...pastOf(cycle), ownMonth(cycle)].map((each, index, { length }) => ({
    ...each,
    month: addMonths(cycle.month, index + 1 - length),
  }));
  return months.flatMap(({ month, arm, holdoutPercent, late }, index) => {
    if (arm === null) return [];
    const paidBefore = months.slice(index).filter(({ paid }) => paid);
    const measures = horizons.flatMap((horizon) => {
      const isWithin = (other: Month): boolean => other < addMonths(month, horizon);
      const before = paidBefore.filter((other) => isWithin(other.month)).length;
      const now = before + end.months.filter(isWithin).length;
      return [
        [`months${horizon}`, now - before],
        [`squares${horizon}`, now ** 2 - before ** 2],
      ];
    });
    const lot = lotName(arm, holdoutPercent);
    return [{ month, arm: lot, late, measures: Object.fromEntries(measures) }];
  });
}
