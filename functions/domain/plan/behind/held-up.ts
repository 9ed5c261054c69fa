import { type Instant, localDate } from '#domain/calendar/dates';
import { type Behind, type Change, momentsOf, type Standing } from '#domain/plan/behind/behind';
import { closesAt, letsGo, nextTextingMinute } from '#domain/plan/catch-up';
import { rulesOf } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';

/** What a pause or a list of phones holds up; its slices exist. `earlier`: oldest first. */
export function heldUp(
  earlier: readonly Standing[],
  { plan, from }: Change,
  settings: Settings,
): readonly Behind[] {
  const running = earlier.findLastIndex((standing) => !letsGo(standing.plan, plan));
  const held = earlier.slice(running + 1);
  const heldFrom = held[0]?.from;
  if (!heldFrom) return [];
  const rules = rulesOf(plan, settings);
  const since = (moment: Instant) => moment >= heldFrom && moment < from;
  const planned = [...momentsOf(plan, from, settings).values()]
    .filter(({ moment }) => since(moment))
    .map((each) => ({ ...each, firedOn: each.date }));
  const madeUp = held
    .flatMap(({ behind }) => behind)
    .filter(({ owed, firesAt }) => owed === 'text' && since(firesAt))
    .map((each) => ({ ...each, firedOn: localDate(each.zone, each.firesAt) }));
  return [...madeUp, ...planned]
    .filter(({ zone, firedOn }) => from < closesAt({ zone, date: firedOn }, plan))
    .map(({ firedOn: _, ...each }) => ({
      ...each,
      ...{ owed: 'text', since: from },
      firesAt: nextTextingMinute(each.zone, { plan, rules, at: from }),
    }));
}
