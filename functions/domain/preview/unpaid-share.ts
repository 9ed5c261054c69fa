import { type CalendarDate, daysBetween } from '#domain/calendar/dates';
import type { UnpaidShare } from '#domain/preview/owing-chance';
import type { Renewals } from '#domain/renewals/cohorts/cohort';

type Past = Pick<Renewals, 'due' | 'dueOn' | 'curve'>;

/** Of cohorts old enough by `asOf`. Later days get the last known share; without a past it is 1. */
export function unpaidShareOf(cohorts: readonly Past[], asOf: CalendarDate): UnpaidShare {
  const known = cohorts
    .filter(({ due }) => due > 0)
    .map((cohort) => ({ ...cohort, knownTo: daysBetween(cohort.dueOn, asOf) }));
  const furthest = Math.max(...known.map(({ knownTo }) => knownTo));
  return (days) => {
    const day = Math.min(days, furthest);
    const telling = known.filter(({ knownTo }) => knownTo >= day);
    const due = telling.reduce((sum, cohort) => sum + cohort.due, 0);
    const renewed = telling.reduce(
      (sum, { curve }) => sum + (curve.findLast(([at]) => at <= day)?.[1] ?? 0),
      0,
    );
    return due > 0 ? 1 - renewed / due : 1;
  };
}
