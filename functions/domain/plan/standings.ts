import { addDays, type CalendarDate, type Instant } from '#domain/calendar/dates';
import { type Behind, type Standing, standingAfter } from '#domain/plan/behind/behind';
import type { Plan } from '#domain/plan/plan';
import { heldFrom, type PlanVersion } from '#domain/plan/plan-version';
import type { Settings } from '#domain/settings';

/** Oldest first; `versions` newest first. What was behind before the oldest is not known. */
export function standingsOf(
  versions: readonly PlanVersion[],
  settings: Settings,
): readonly Standing[] {
  const standings: Standing[] = [];
  for (const version of versions.toReversed()) {
    const change = { plan: version.plan, from: heldFrom(version) ?? version.savedAt };
    const before = standings.at(-1);
    standings.push(
      before
        ? standingAfter(before, change, settings)
        : { ...change, behind: [], fired: new Map() },
    );
  }
  return standings;
}

/** By `placeOf`: a worker whose cycle had begun by then has a row and is sent the step no more. */
export function firedBefore(
  standings: readonly Standing[],
  at: Instant,
  settings: Settings,
): Standing['fired'] {
  const last = standings.at(-1);
  return last ? standingAfter(last, { plan: last.plan, from: at }, settings).fired : new Map();
}

/** A step is at most 60 days from its anchor: earlier versions say nothing of what is to come. */
export const historyOfSteps = (date: CalendarDate): Instant =>
  `${addDays(date, -125)}T00:00:00.000Z`;

/** What fires, each with its plan: the one that put it behind was still in force. */
export const firingsBehind = (
  standings: readonly Standing[],
): readonly (Behind & Readonly<{ plan: Plan }>)[] =>
  standings.flatMap(({ plan, behind }, index) => {
    const until = standings[index + 1]?.from;
    return behind
      .filter(({ owed, firesAt }) => owed !== 'nothing' && (!until || firesAt < until))
      .map((each) => ({ ...each, plan }));
  });

/** What fires on a day was put behind before the last quiet days: no run of them is a month. */
export const historyBefore = (date: CalendarDate): Instant => `${addDays(date, -31)}T00:00:00.000Z`;
