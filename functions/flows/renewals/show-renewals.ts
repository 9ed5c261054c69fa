import pMap from 'p-map';
import { type CalendarDate, type Month, monthRange } from '#domain/calendar/dates';
import { type Aged, ageingOf, cohortsOfAgeing } from '#domain/renewals/ageing';
import { type Renewals, renewalsOf } from '#domain/renewals/cohort';
import {
  type CohortCounts,
  type CountedMonth,
  countedMonth,
  readByValue,
  readCohort,
} from '#domain/renewals/cohort-counts';
import { effectOfAll } from '#domain/renewals/cohort-effect';
import type { CounterItem, Dimension } from '#domain/renewals/counting/counts';
import { cohortsOfMembers, type MembersOfMonth, membersOf } from '#domain/renewals/members';
import type { Settings } from '#domain/settings';
import { currentRules } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { CountStore } from '#flows/renewals/count-store';

export type RenewalPorts = Readonly<{
  counts: Pick<CountStore, 'cohort' | 'firstImport'>;
  plans: Pick<PlanReader, 'current'>;
}>;

type Span = Readonly<{ from: Month; to: Month; asOf: CalendarDate }>;

export type RenewalsAnswer = Readonly<{
  items: readonly Renewals[];
  overall: Readonly<{ effect: ReturnType<typeof effectOfAll> }>;
  rupiahPerUsd: number;
}>;

/** From the counters alone, whole or by a dimension's values; with the effect over all. */
export async function renewals(
  { from, to, by, asOf }: Span & Readonly<{ by: Exclude<Dimension, 'total'> | null }>,
  { counts, plans }: RenewalPorts,
  settings: Settings,
): Promise<RenewalsAnswer> {
  const [firstImport, rules] = await Promise.all([
    counts.firstImport(),
    currentRules(plans, settings),
  ]);
  const { rupiahPerUsd } = settings;
  const asked = { by, asOf, firstImport, rules, rupiahPerUsd };
  const items = (
    await pMap(
      monthRange(from, to),
      async (month) =>
        cohortsBy(by, await counts.cohort(month, by ?? 'total')).map(([value, cohort]) =>
          renewalsOf(cohort, { ...asked, month, value }),
        ),
      { concurrency },
    )
  ).flat();
  return {
    items,
    overall: { effect: effectOfAll(items.map(({ effect }) => effect)) },
    rupiahPerUsd,
  };
}

function cohortsBy(
  by: Dimension | null,
  counters: readonly CounterItem[],
): readonly (readonly [string | null, CohortCounts])[] {
  const values = readByValue(counters);
  if (by === null) return [[null, values.get('') ?? nobody]];
  return [...values].sort(([left], [right]) => (left < right ? -1 : 1));
}

const nobody = readCohort([]);

/** Members month by month, and how old what is unpaid was at the end of that day. */
export async function members(
  span: Span,
  { counts, plans }: RenewalPorts,
  settings: Settings,
): Promise<Readonly<{ items: readonly MembersOfMonth[]; ageing: readonly Aged[] }>> {
  const rules = await currentRules(plans, settings);
  const months = new Set([
    ...cohortsOfMembers({ ...span, rules }),
    ...cohortsOfAgeing(span.asOf, rules),
  ]);
  const cohorts: readonly CountedMonth[] = await pMap(
    months,
    async (month) => {
      const total = await counts.cohort(month, 'total');
      return countedMonth(month, total, await counts.cohort(month, 'sector'));
    },
    { concurrency },
  );
  return {
    items: membersOf(cohorts, { ...span, rules }),
    ageing: ageingOf(cohorts, span.asOf, rules),
  };
}

/** Cohorts read at once; each is a query to every bucket. */
const concurrency = 4;
