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
import { heldFrom, type PlanVersion } from '#domain/plan/plan-version';
import { type Rules, rulesOf } from '#domain/plan/rules';
import { isConfirmation } from '#domain/sending/reminder';
import type { Settings } from '#domain/settings';

/** After it workers without a row were missed; confirmations that wait are the next day's. */
export function closesAt(
  { zone, date, step = '' }: Readonly<{ zone: Zone; date: CalendarDate; step?: string }>,
  { catchUpDays, quietHours: { from, to } }: Pick<Plan, 'catchUpDays' | 'quietHours'>,
): Instant {
  const last = isConfirmation({ step }) ? date : addDays(date, catchUpDays);
  return from > to ? instantAt(zone, last, from) : instantAt(zone, addDays(last, 1), '00:00');
}

/**
 * What a pause or a list of phones held up goes out after it, even where no window is left by then:
 * its end before the slice's own leaves the rest of the day or, late in it, of the next one on
 * which texts may leave. `versions`: newest first, from the scheduled time on.
 */
export function closesAfterPauses(
  slice: Readonly<{ zone: Zone; date: CalendarDate; step?: string; scheduledAt: Instant }>,
  planned: Plan,
  { versions, settings }: Readonly<{ versions: readonly PlanVersion[]; settings: Settings }>,
): Instant {
  const { zone, scheduledAt } = slice;
  return versions.reduceRight(
    (end, version, index) => {
      const at = heldFrom(version) ?? '';
      const before = versions[index + 1]?.plan;
      if (!before || !letsGo(before, version.plan) || at <= scheduledAt || at >= end) return end;
      const rules = rulesOf(version.plan, settings);
      const later = addSeconds(at, roomSeconds);
      const next = nextTextingMinute(zone, { plan: version.plan, rules, at: later });
      const then = closesAt(
        { zone, date: localDate(zone, next) },
        { ...version.plan, catchUpDays: 0 },
      );
      if (then > end) return then;
      return end;
    },
    closesAt(slice, planned),
  );
}

/** The watchdog comes within a quarter of an hour, and a country is texted within an hour. */
const roomSeconds = 75 * 60;

/** Whether somebody who was held up under `before` goes on under `after`. */
export const letsGo = (before: Held, after: Held): boolean =>
  !after.paused && (before.paused || (before.onlyTo !== null && after.onlyTo === null));

type Held = Pick<Plan, 'paused' | 'onlyTo'>;

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
