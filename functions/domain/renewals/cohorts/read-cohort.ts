import type * as z from 'zod';
import type { Month } from '#domain/calendar/dates';
import type { Sector } from '#domain/people/worker';
import { type CohortCounts, shapes } from '#domain/renewals/cohorts/cohort-counts';
import type { CounterItem, CounterPlace } from '#domain/renewals/counting/counter';
import {
  beganOn,
  isWhat,
  readCounterName,
  readLot,
  type What,
} from '#domain/renewals/counting/counter-name';

/** Throws for names it cannot read: a report would silently lack them. */
export function readCohort(items: readonly CounterItem[]): CohortCounts {
  const read: { [W in What]: z.infer<(typeof shapes)[W]>[] } = {
    ...{ begun: [], paid: [], left: [], collected: [], kept: [] },
    ...{ text: [], 'late-text': [], 'left-text': [] },
  };
  const unreadable: string[] = [];
  for (const { what, facts, names } of items.flatMap(groupsOf)) {
    const parsed = isWhat(what) ? shapes[what].safeParse(facts) : null;
    if (isWhat(what) && parsed?.success) (read[what] as unknown[]).push(parsed.data);
    else unreadable.push(...names);
  }
  if (unreadable.length > 0) throw new Error(`Not counters of a cohort: ${unreadable.join(', ')}.`);
  return read;
}

export function readByValue(items: readonly CounterItem[]): ReadonlyMap<string, CohortCounts> {
  const byValue = Map.groupBy(items, ({ place }) => cohortPlace(place).value);
  return new Map([...byValue].map(([value, of]) => [value, readCohort(of)]));
}

export type CountedMonth = Readonly<{
  month: Month;
  total: CohortCounts;
  bySector: Readonly<Record<Sector, CohortCounts>>;
}>;

export function countedMonth(month: Month, bySector: readonly CounterItem[]): CountedMonth {
  const nobody = readCohort([]);
  const { transport = nobody, other = nobody } = Object.fromEntries(readByValue(bySector));
  return { month, total: together(transport, other), bySector: { transport, other } };
}

const together = (one: CohortCounts, two: CohortCounts): CohortCounts => ({
  begun: [...one.begun, ...two.begun],
  paid: [...one.paid, ...two.paid],
  left: [...one.left, ...two.left],
  text: [...one.text, ...two.text],
  'late-text': [...one['late-text'], ...two['late-text']],
  'left-text': [...one['left-text'], ...two['left-text']],
  collected: [...one.collected, ...two.collected],
  kept: [...one.kept, ...two.kept],
});

/** Counters whose names differ in the measure alone. */
function groupsOf({ place, counts }: CounterItem) {
  const { month, day, group } = cohortPlace(place);
  const counters = Object.entries(counts).map(([name, by]) => ({
    ...readCounterName(group, name),
    name: `${group} ${name}`,
    by,
  }));
  return [...Map.groupBy(counters, ({ alike }) => alike).values()].map((alike) => {
    const [{ what = '', said: { late, arm, ...said } = {} } = {}] = alike;
    const measures = Object.fromEntries(alike.map(({ measure, by }) => [measure, by]));
    const began = late === undefined ? {} : { beganOn: beganOn(month, late) };
    return {
      what,
      facts: { ...measures, ...said, ...(arm === undefined ? {} : readLot(arm)), ...began, day },
      names: alike.map(({ name }) => name),
    };
  });
}

function cohortPlace(place: CounterPlace): Extract<CounterPlace, { of: 'cohort' }> {
  if (place.of === 'cohort') return place;
  throw new Error('The counters are of members, not of a cohort.');
}
