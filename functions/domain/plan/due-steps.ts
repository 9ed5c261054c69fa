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

export type DueStep = Readonly<{ step: Step; month: Month }>;

/**
 * The enabled steps, and the months they are about, that belong to this day. Where quiet days push two steps of one month onto one day
 * only the later one stays: nobody gets two texts in a morning.
 */
export function dueSteps(plan: Plan, date: CalendarDate, rules: Rules): readonly DueStep[] {
  const onThisDay = plan.steps
    .filter(({ enabled }) => enabled)
    .flatMap((step) =>
      monthsAround(step, date, rules).map((month) => ({
        step,
        month,
        planned: plannedDate(step, month, rules),
      })),
    )
    .filter(({ planned }) => lastSendingDay(planned, plan, rules) === date);
  return onThisDay
    .filter(
      ({ month, planned }) =>
        !onThisDay.some((other) => other.month === month && other.planned > planned),
    )
    .map(({ step, month }) => ({ step, month }));
}

/** The day a step goes out: so many days from its anchor, or the last day before that is not quiet. */
export const stepDate = (
  step: Step,
  month: Month,
  plan: Pick<Plan, 'quietDays'>,
  rules: Rules,
): CalendarDate => lastSendingDay(plannedDate(step, month, rules), plan, rules);

/** The local times at which schedules have to fire, in order. */
export const firingTimes = (plan: Plan): readonly string[] =>
  [...new Set(plan.steps.filter(({ enabled }) => enabled).map(({ at }) => at))].sort();

/** May a text leave at this local date and time (`HH:MM`)? */
export const isTextingTime = (
  plan: Plan,
  rules: Rules,
  { date, time }: Readonly<{ date: CalendarDate; time: string }>,
): boolean =>
  !isQuietDay(date, plan.quietDays, rules.calendar) && !isQuietHour(time, plan.quietHours);

/** May a text leave in this zone at this moment? Not while the plan is paused. */
export const mayTextNow = (
  zone: Zone,
  { plan, settings, now }: Readonly<{ plan: Plan; settings: Settings; now: Instant }>,
): boolean =>
  !plan.paused &&
  isTextingTime(plan, rulesOf(plan, settings), {
    date: localDate(zone, now),
    time: localTime(zone, now),
  });

/** The last day on which what belongs to `date` may still go out; after its last window the rest is missed. */
export const closesOn = (date: CalendarDate, plan: Pick<Plan, 'catchUpDays'>): CalendarDate =>
  addDays(date, plan.catchUpDays);

export function isQuietHour(time: string, { from, to }: Plan['quietHours']): boolean {
  const spansMidnight = from > to;
  return spansMidnight ? time >= from || time < to : time >= from && time < to;
}

/** Before any quiet day moves it. */
export function plannedDate(
  step: Pick<Step, 'anchor' | 'offsetDays'>,
  month: Month,
  rules: Pick<Rules, 'calendar' | 'lapseMonths'>,
): CalendarDate {
  const anchor =
    step.anchor === 'due' ? dueDate(month, rules.calendar) : lapseDate(month, rules.lapseMonths);
  return addDays(anchor, step.offsetDays);
}

function lastSendingDay(
  date: CalendarDate,
  plan: Pick<Plan, 'quietDays'>,
  rules: Rules,
): CalendarDate {
  let day = date;
  while (isQuietDay(day, plan.quietDays, rules.calendar)) day = addDays(day, -1);
  return day;
}

/** Holidays move a due date on and a step back by days, never by more than a month: only the month before and after come into question. */
function monthsAround(step: Step, date: CalendarDate, rules: Rules): readonly Month[] {
  const anchorMonth = monthOf(addDays(date, -step.offsetDays));
  const month = step.anchor === 'due' ? anchorMonth : addMonths(anchorMonth, -rules.lapseMonths);
  return [addMonths(month, -1), month, addMonths(month, 1)];
}
