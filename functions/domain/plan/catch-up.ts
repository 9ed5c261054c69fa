import {
  addDays,
  addSeconds,
  type CalendarDate,
  type Instant,
  instantAt,
  localDate,
  localTime,
} from '#domain/calendar/dates';
import { isQuietDay } from '#domain/calendar/holidays';
import type { Zone } from '#domain/calendar/zones';
import { isQuietHour } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import type { Rules } from '#domain/plan/rules';

/** After this end of the last window no text leaves: workers without a row were missed. */
export function closesAt(
  { zone, date }: Readonly<{ zone: Zone; date: CalendarDate }>,
  { catchUpDays, quietHours: { from, to } }: Pick<Plan, 'catchUpDays' | 'quietHours'>,
): Instant {
  const last = addDays(date, catchUpDays);
  return from > to ? instantAt(zone, last, from) : instantAt(zone, addDays(last, 1), '00:00');
}

/** The first whole minute from `at` on in which texts may leave, were the plan not paused. */
export function nextTextingMinute(
  zone: Zone,
  { plan, rules, at }: Readonly<{ plan: Plan; rules: Rules; at: Instant }>,
): Instant {
  const minute = wholeMinute(at);
  const [date, time] = [localDate(zone, minute), localTime(zone, minute)];
  const from = (day: CalendarDate, hour: string) =>
    nextTextingMinute(zone, { plan, rules, at: instantAt(zone, day, hour) });
  if (isQuietDay(date, plan.quietDays, rules.calendar)) return from(addDays(date, 1), '00:00');
  if (!isQuietHour(time, plan.quietHours)) return minute;
  const { to } = plan.quietHours;
  return from(time < to ? date : addDays(date, 1), to);
}

/** Runs are named by the minute. */
function wholeMinute(at: Instant): Instant {
  const minute = `${at.slice(0, 16)}:00.000Z`;
  return minute === at ? at : addSeconds(minute, 60);
}
