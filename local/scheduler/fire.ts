import { instantAt, localDate } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { scheduleName } from '#domain/plan/schedule-name';
import { Refused } from '#domain/refused';
import type { EventTimeline } from '#local/event-timeline';
import type { Scheduler } from '#local/scheduler/scheduler';
import { planSchedules } from '#triggers';

export type FireOptions = Readonly<{ eventTimeline: EventTimeline; scheduler: Scheduler }>;
export type Fired = Readonly<{ name: string; scheduledTime: string; now: string }>;

/** Fires today's schedule of that zone and local time once more; answers when all of it has run. */
export async function fire(
  { eventTimeline, scheduler }: FireOptions,
  { zone, time }: { zone: Zone; time: string },
): Promise<Fired> {
  const name = scheduleName({ zone, time });
  const schedule = scheduler.find(planSchedules.group, name);
  if (!schedule)
    throw new Refused(
      'not-found',
      `The plan has no step at ${time} in ${zone}: there is no schedule ${name}.`,
    );
  const now = new Date().toISOString();
  const scheduledTime = instantAt(zone, localDate(zone, now), time);
  if (scheduledTime > now)
    throw new Refused('conflict', `It is not yet ${time} in ${zone}: the clock stands at ${now}.`);
  const ran = await scheduler.fire(schedule, Date.parse(scheduledTime));
  if (!ran) throw new Error(`${name} was fired, but ${planSchedules.handler} failed three times.`);
  await eventTimeline.settled();
  return { name, scheduledTime, now: new Date().toISOString() };
}
