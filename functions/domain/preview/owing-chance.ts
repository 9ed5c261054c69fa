import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  type Instant,
  localDate,
  type Month,
  monthRange,
} from '#domain/calendar/dates';
import { dueDate } from '#domain/calendar/due-date';
import type { Rules } from '#domain/plan/rules';
import type { Segment } from '#domain/renewals/counting/segment';

/** The share of a cohort unpaid so many days after its due date; 1 where nothing is known. */
export type UnpaidShare = (daysAfterDue: number) => number;

type Chance = Readonly<{
  month: Month;
  date: CalendarDate;
  rules: Pick<Rules, 'calendar'>;
  now: Instant;
  unpaid: UnpaidShare;
}>;

/** The chance that a member has paid every month before `month` by `date`, but not this one. */
export const chanceOfOwing = (like: Segment, chance: Chance): number =>
  addMonths(like.coveredThrough, 1) > chance.month
    ? 0
    : chanceOfPaying(like, { ...chance, month: addMonths(chance.month, -1) }) *
      stillUnpaid(like, { ...chance, date: addDays(chance.date, -1) });

/** The chance that a member has paid every month up to `month` by `date`. */
export const chanceOfPaying = (like: Segment, chance: Chance): number =>
  monthRange(addMonths(like.coveredThrough, 1), chance.month).reduce(
    (all, month) => all * (1 - stillUnpaid(like, { ...chance, month })),
    1,
  );

function stillUnpaid(
  { coveredThrough, zone }: Segment,
  { month, date, rules, now, unpaid }: Chance,
): number {
  const shareOn = (day: CalendarDate): number =>
    unpaid(daysBetween(dueDate(month, rules.calendar), day));
  // The month owed now is unpaid today: condition on that.
  const until = month === addMonths(coveredThrough, 1) ? shareOn(localDate(zone, now)) : 1;
  return until > 0 ? Math.min(1, shareOn(date) / until) : 1;
}
