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
export function chanceOfOwing(
  { coveredThrough, zone }: Segment,
  { month, date, rules, now, unpaid }: Chance,
): number {
  const owed = addMonths(coveredThrough, 1);
  if (owed > month) return 0;
  const shareOn = (of: Month, day: CalendarDate): number =>
    unpaid(daysBetween(dueDate(of, rules.calendar), day));
  const stillUnpaid = (of: Month, day: CalendarDate): number => {
    // The month owed now is unpaid today: condition on that.
    const until = of === owed ? shareOn(of, localDate(zone, now)) : 1;
    return until > 0 ? Math.min(1, shareOn(of, day) / until) : 1;
  };
  const before = monthRange(owed, addMonths(month, -1)).reduce(
    (chance, of) => chance * (1 - stillUnpaid(of, date)),
    1,
  );
  return before * stillUnpaid(month, addDays(date, -1));
}
