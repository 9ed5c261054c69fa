import type { CalendarDate, Month } from '#domain/calendar/dates';
import { parseProvince, zoneOf } from '#domain/calendar/provinces';
import type { Zone } from '#domain/calendar/zones';
import { readByValue } from '#domain/renewals/cohorts/read-cohort';
import type { CounterItem } from '#domain/renewals/counting/counter';

type Asked = Readonly<{ zone: Zone; month: Month; heldOut: boolean; since: CalendarDate }>;

/** How many came to owe a month since a day, in a zone: at most so many lack a row of its steps. */
export type Newcomers = (asked: Asked) => number;

export const nobodyNew: Newcomers = () => 0;

/** From the counters of cohorts by province. Whoever has paid again since is among them. */
export function newcomersIn(byProvince: readonly CounterItem[]): Newcomers {
  const months = Map.groupBy(byProvince, ({ place }) => (place.of === 'cohort' ? place.month : ''));
  const begun = [...months].flatMap(([month, items]) =>
    [...readByValue(items)].flatMap(([province, cohort]) =>
      cohort.begun.map(({ day, arm, n }) => ({ month, zone: zoneIn(province), day, arm, n })),
    ),
  );
  return ({ zone, month, heldOut, since }) =>
    begun
      .filter((each) => each.zone === zone && each.month === month && each.day >= since)
      .filter(({ arm }) => (arm === 'held-out') === heldOut && arm !== 'neither')
      .reduce((sum, { n }) => sum + n, 0);
}

const zoneIn = (province: string): Zone | null =>
  parseProvince(province) ? zoneOf(province) : null;
