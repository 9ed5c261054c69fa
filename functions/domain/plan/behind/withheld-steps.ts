import { addDays, type CalendarDate, type Instant, localDate } from '#domain/calendar/dates';
import { type Behind, type Change, momentsOf, type Standing } from '#domain/plan/behind/behind';
import { closesAt } from '#domain/plan/catch-up';
import { owing } from '#domain/plan/owing';
import type { SegmentCounts } from '#domain/preview/texted';
import type { Settings } from '#domain/settings';

/** `until`: if the list is still there then, nobody is texted for this step any more. */
type WithheldStep = Pick<Behind, 'step' | 'month' | 'zone' | 'date'> &
  Readonly<{ workers: number; until: Instant }>;

/** Workers are counted at most: those on the list are among them. */
export type WithheldView = Readonly<{ workers: number; steps: readonly WithheldStep[] }>;

type Asked = Readonly<{ earlier: readonly Standing[]; now: Instant; settings: Settings }>;

/** Up to the end of tomorrow; null where all are texted. `earlier`: oldest first. */
export function withheldUnder(
  { plan, from }: Change,
  { earlier, now, settings }: Asked,
  members: SegmentCounts,
): WithheldView | null {
  if (plan.onlyTo === null) return null;
  const last = earlier.findLastIndex((standing) => standing.plan.onlyTo === null);
  const since = earlier[last + 1]?.from ?? from;
  const steps = [...momentsOf(plan, now, settings).values()]
    .map((each) => ({ ...each, until: closesAt(each, plan) }))
    .filter(({ moment, until }) => moment >= since && now < until)
    .filter(({ zone, date }) => date <= tomorrow(zone, now))
    .sort((a, b) => (a.moment < b.moment ? -1 : 1))
    .map(({ moment: _, ...each }) => ({ ...each, workers: owing(each, members) }))
    .filter(({ workers }) => workers > 0);
  return { workers: members.reduce((sum, { workers }) => sum + workers, 0), steps };
}

const tomorrow = (zone: Behind['zone'], now: Instant): CalendarDate =>
  addDays(localDate(zone, now), 1);
