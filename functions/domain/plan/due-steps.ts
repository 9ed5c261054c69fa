import {
  addDays,
  addMonths,
  type CalendarDate,
  type Instant,
  localDate,
  localTime,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { isQuietDay } from '#domain/calendar/holidays';
import type { Zone } from '#domain/calendar/zones';
import type { Plan, Step } from '#domain/plan/plan';
import { type Rules, rulesOf } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';

export type DueStep = Readonly<{ step: Step; month: Month; supersededBy: readonly Step[] }>;

/** `steps`: those of the plan that are asked about. */
export const dueSteps = (
  plan: Plan,
  date: CalendarDate,
  rules: Rules,
  steps = plan.steps,
): readonly DueStep[] =>
  steps
    .filter(({ enabled }) => enabled)
    .flatMap((step) =>
      monthsAround(step, date, rules)
        .filter((month) => stepDate(step, month, plan, rules) === date)
        .map((month) => ({ step, month, supersededBy: supersededBy(step, month, plan, rules) })),
    );

/** Steps that quiet days put on the same day: whoever is meant to get one does not get `step`. */
export function supersededBy(
  step: Step,
  month: Month,
  plan: Pick<Plan, 'steps' | 'quietDays'>,
  rules: Pick<Rules, 'calendar' | 'lapseMonths'>,
): readonly Step[] {
  const [planned, date] = [plannedDate(step, month, rules), stepDate(step, month, plan, rules)];
  return plan.steps.filter(
    (other) =>
      other.enabled &&
      plannedDate(other, month, rules) > planned &&
      stepDate(other, month, plan, rules) === date,
  );
}

/**
 * The planned day; from a quiet one away from the anchor, never across it. Else "not received"
 * would be read before the payment is due, and "lapsed" on the last day of membership.
 */
export function stepDate(
  step: Step,
  month: Month,
  { quietDays }: Pick<Plan, 'quietDays'>,
  { calendar, lapseMonths }: Pick<Rules, 'calendar' | 'lapseMonths'>,
): CalendarDate {
  const away = isAfterAnchor(step) ? 1 : -1;
  let day = plannedDate(step, month, { calendar, lapseMonths });
  while (isQuietDay(day, quietDays, calendar)) day = addDays(day, away);
  return day;
}

/** One may still pay in time on the due date; on the lapse date membership is over. */
const isAfterAnchor = ({ anchor, offsetDays }: Pick<Step, 'anchor' | 'offsetDays'>): boolean =>
  anchor === 'due' ? offsetDays > 0 : offsetDays >= 0;

export const firingTimes = (plan: Plan): readonly string[] =>
  [...new Set(plan.steps.filter(({ enabled }) => enabled).map(({ at }) => at))].sort();

export const isTextingTime = (
  plan: Plan,
  rules: Rules,
  { date, time }: Readonly<{ date: CalendarDate; time: string }>,
): boolean =>
  !isQuietDay(date, plan.quietDays, rules.calendar) && !isQuietHour(time, plan.quietHours);

/** Not within quiet hours or days, nor while the plan is paused. */
export const mayTextNow = (
  zone: Zone,
  { plan, settings, now }: Readonly<{ plan: Plan; settings: Settings; now: Instant }>,
): boolean =>
  !plan.paused &&
  isTextingTime(plan, rulesOf(plan, settings), {
    date: localDate(zone, now),
    time: localTime(zone, now),
  });

export function isQuietHour(time: string, { from, to }: Plan['quietHours']): boolean {
  const spansMidnight = from > to;
  return spansMidnight ? time >= from || time < to : time >= from && time < to;
}

/** Before a quiet day moves it. */
export function plannedDate(
  step: Pick<Step, 'anchor' | 'offsetDays'>,
  month: Month,
  rules: Pick<Rules, 'calendar' | 'lapseMonths'>,
): CalendarDate {
  const anchor =
    step.anchor === 'due' ? dueDate(month, rules.calendar) : lapseDate(month, rules.lapseMonths);
  return addDays(anchor, step.offsetDays);
}

/** Holidays and quiet days move a date by days, never by a month. */
function monthsAround(step: Step, date: CalendarDate, rules: Rules): readonly Month[] {
  const anchorMonth = monthOf(addDays(date, -step.offsetDays));
  const month = step.anchor === 'due' ? anchorMonth : addMonths(anchorMonth, -rules.lapseMonths);
  return [addMonths(month, -1), month, addMonths(month, 1)];
}
