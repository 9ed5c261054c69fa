import {
  type Instant,
  instantAt,
  localDate,
  localTime,
  secondsBetween,
} from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { mayTextNow } from '#domain/plan/due-steps';
import { heldFrom, type PlanVersion } from '#domain/plan/plan-version';
import type { Settings } from '#domain/settings';

type Moment = Readonly<{
  zone: Zone;
  now: Instant;
  /** Newest first, from the one in force at midnight on. */
  versions: readonly PlanVersion[];
  settings: Settings;
  /** Reminders go first. */
  remindersUntil: Instant;
}>;

/** Whole minutes in which it might have left: without nights, pauses, and while reminders leave. */
export function minutesWaiting(recordedAt: Instant, moment: Moment): number {
  const { zone, now, versions, settings, remindersUntil } = moment;
  const plan = versions[0]?.plan;
  if (!plan || !mayTextNow(zone, { plan, settings, now })) return 0;
  const since =
    [recordedAt, windowBegan(moment), resumedAt(versions), remindersUntil].toSorted().at(-1) ?? now;
  return Math.floor(Math.max(0, secondsBetween(since, now)) / 60);
}

function windowBegan({ zone, now, versions }: Moment): Instant {
  const { to = '00:00' } = versions[0]?.plan.quietHours ?? {};
  return instantAt(zone, localDate(zone, now), to <= localTime(zone, now) ? to : '00:00');
}

/** The first version since the last pause. */
function resumedAt(versions: readonly PlanVersion[]): Instant {
  const paused = versions.findIndex(({ plan }) => plan.paused);
  const first = versions[paused - 1];
  return (first && heldFrom(first)) ?? '';
}
