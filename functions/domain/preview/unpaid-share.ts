import { type CalendarDate, daysBetween } from '#domain/calendar/dates';
import type { UnpaidShare } from '#domain/preview/owing-chance';
import type { Renewals } from '#domain/renewals/cohorts/cohort';

type Past = Pick<Renewals, 'due' | 'dueOn' | 'curve'>;

/**
 * By Kaplan and Meier: of those who were still unpaid before a day, what share still was after it,
 * in all cohorts that are old enough by `asOf`; and one day times the next. Of shares of different
 * cohorts none could be divided by another: a young one that pays worse would seem to pay tomorrow.
 * Later days get the last known share; without a past it is 1.
 */
export function unpaidShareOf(cohorts: readonly Past[], asOf: CalendarDate): UnpaidShare {
  const known = cohorts
    .filter(({ due }) => due > 0)
    .map((cohort) => ({ ...cohort, knownTo: daysBetween(cohort.dueOn, asOf) }));
  const days = known.flatMap(({ curve }) => curve.map(([day]) => day)).sort((a, b) => a - b);
  let share = 1;
  const shares = [...new Set(days)].map((day) => {
    const telling = known.filter(({ knownTo }) => knownTo >= day);
    const before = unpaidAfter(day - 1, telling);
    share *= before > 0 ? unpaidAfter(day, telling) / before : 1;
    return { day, share };
  });
  return (daysAfterDue) => shares.findLast(({ day }) => day <= daysAfterDue)?.share ?? 1;
}

const unpaidAfter = (day: number, cohorts: readonly Past[]): number =>
  cohorts.reduce(
    (sum, { due, curve }) => sum + due - (curve.findLast(([at]) => at <= day)?.[1] ?? 0),
    0,
  );
