import { type CalendarDate, type Month, monthRange } from '#domain/calendar/dates';
import {
  type Aged,
  ageingOf,
  cohortsOfAgeing,
  type OwingSince,
  owingOf,
} from '#domain/renewals/ageing';
import {
  comparedIn,
  monthsKeptIn,
  type Renewals,
  renewalsOf,
} from '#domain/renewals/cohorts/cohort';
import type { CohortCounts } from '#domain/renewals/cohorts/cohort-counts';
import { effectOfAll } from '#domain/renewals/cohorts/cohort-effect';
import { keptOfAll } from '#domain/renewals/cohorts/kept-shown';
import {
  type CountedMonth,
  countedMonth,
  readByValue,
  readCohort,
} from '#domain/renewals/cohorts/read-cohort';
import type { CounterItem, Dimension } from '#domain/renewals/counting/counter';
import { cohortsOfMembers, type MembersOfMonth, membersOf } from '#domain/renewals/members';
import type { Settings } from '#domain/settings';
import { currentRules } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import { plannedSteps } from '#flows/plan/planned-steps';
import type { CountStore } from '#flows/renewals/count-store';

export type RenewalPorts = Readonly<{
  counts: Pick<CountStore, 'cohorts' | 'firstImport'>;
  plans: Pick<PlanReader, 'current' | 'version'>;
}>;

type Span = Readonly<{ from: Month; to: Month; asOf: CalendarDate }>;

export type RenewalsAnswer = Readonly<{
  items: readonly Renewals[];
  overall: Readonly<{
    effect: ReturnType<typeof effectOfAll>;
    /** Of whole cohorts alone. */
    monthsKept: ReturnType<typeof keptOfAll> | null;
  }>;
  rupiahPerUsd: number;
}>;

/** From the counters alone, whole or by a dimension's values; with the effect over all. */
export async function renewals(
  { from, to, by, asOf }: Span & Readonly<{ by: Dimension | null }>,
  { counts, plans }: RenewalPorts,
  settings: Settings,
): Promise<RenewalsAnswer> {
  const [firstImport, rules, counted] = await Promise.all([
    counts.firstImport(),
    currentRules(plans, settings),
    counts.cohorts({ from, to }, by ?? 'sector').then(byMonth),
  ]);
  const { rupiahPerUsd } = settings;
  const cohorts = monthRange(from, to).flatMap((month) =>
    cohortsBy(by, counted.get(month) ?? []).map(([value, cohort]) => ({ month, value, cohort })),
  );
  const texts = cohorts.flatMap(({ cohort }) => cohort.text);
  const plannedOf = await plannedSteps(texts, plans);
  const asked = { by, asOf, firstImport, rules, rupiahPerUsd, plannedOf };
  const items = cohorts.map(({ cohort, ...of }) => renewalsOf(cohort, { ...asked, ...of }));
  const kept = cohorts
    .map(({ cohort, ...of }) => monthsKeptIn(cohort, { ...asked, ...of }))
    .filter((of) => of !== null);
  return {
    items,
    overall: {
      effect: effectOfAll(
        cohorts.flatMap(({ cohort, ...of }) => {
          const parts = comparedIn(cohort, { ...asked, ...of });
          return parts ? [parts] : [];
        }),
      ),
      monthsKept: by === null ? keptOfAll(kept) : null,
    },
    rupiahPerUsd,
  };
}

function cohortsBy(
  by: Dimension | null,
  counters: readonly CounterItem[],
): readonly (readonly [string | null, CohortCounts])[] {
  if (by === null) return [[null, readCohort(counters)]];
  return [...readByValue(counters)].sort(([left], [right]) => (left < right ? -1 : 1));
}

const byMonth = (items: readonly CounterItem[]): ReadonlyMap<Month, readonly CounterItem[]> =>
  Map.groupBy(items, ({ place }) => (place.of === 'cohort' ? place.month : ''));

export type MembersAnswer = Readonly<{
  items: readonly MembersOfMonth[];
  owing: readonly OwingSince[];
  ageing: readonly Aged[];
}>;

/** Members month by month, and since when those owed who had not paid at the end of that day. */
export async function members(
  span: Span,
  { counts, plans }: RenewalPorts,
  settings: Settings,
): Promise<MembersAnswer> {
  const rules = await currentRules(plans, settings);
  const months = [
    ...cohortsOfMembers({ ...span, rules }),
    ...cohortsOfAgeing(span.asOf, rules),
  ].sort();
  const [from = span.from, to = from] = [months[0], months.at(-1)];
  const counted = byMonth(await counts.cohorts({ from, to }, 'sector'));
  const cohorts: readonly CountedMonth[] = [...new Set(months)].map((month) =>
    countedMonth(month, counted.get(month) ?? []),
  );
  const owing = owingOf(cohorts, span.asOf, rules);
  return {
    items: membersOf(cohorts, { ...span, rules }),
    owing,
    ageing: ageingOf(owing, span.asOf, rules),
  };
}
