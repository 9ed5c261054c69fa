import { type CalendarDate, type Month, weekday } from '#domain/calendar/dates';
import { calendarOf } from '#domain/calendar/holidays';
import type { ClosedCycle, Cycle, CycleEnd } from '#domain/people/cycles/cycle';
import type { Rules } from '#domain/plan/rules';
import type { CohortCounts } from '#domain/renewals/cohorts/cohort-counts';
import {
  type CountedMonth,
  countedMonth,
  readByValue,
  readCohort,
} from '#domain/renewals/cohorts/read-cohort';
import type { CounterItem, Dimension } from '#domain/renewals/counting/counter';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import type { Reminder } from '#domain/sending/reminder';
import { aWorker } from '../../../builders.ts';

/** Rows as the table holds them, each as short as its facts, and the counters that come of them. */
export const rules: Pick<Rules, 'calendar' | 'lapseMonths'> = {
  calendar: calendarOf({ add: [], remove: [] }, { jointLeaveMovesDueDate: false }),
  lapseMonths: 3,
};

type CycleFacts = Partial<Omit<ClosedCycle, 'end' | 'began'>>;

/** November 2026 of a reminded batik seller in Solo who paid October on Monday 12 October. */
const siti = {
  workerId: 'wrk_00000000000000000000',
  province: 'Jawa Tengah',
  sector: 'other',
  language: 'id',
  income: 1_000_000,
  jht: false,
  voided: false,
} as const;

const cycleOf = ({
  month = '2026-11',
  since = '2026-10-12',
  origin = 'renewed',
  textable = true,
  heldOut = false,
  holdoutPercent,
  past,
}: CycleFacts): Cycle => ({
  ...{ month, since, origin, textable, heldOut, holdoutPercent, past },
  began: `${since}T03:00:00.000Z`,
});

export const openCycle = (facts: CycleFacts = {}): CountedRow => ({
  kind: 'worker',
  worker: {
    ...aWorker({ ...siti, ...facts }),
    cycle: cycleOf(facts),
  },
});

const closed = (facts: CycleFacts, end: CycleEnd): CountedRow => ({
  kind: 'cycle',
  cycle: { ...siti, ...facts, ...cycleOf(facts), end },
});

/** Paid on that day, the month of the cycle alone where no others are named. */
export const paidCycle = (
  on: CalendarDate,
  facts: CycleFacts = {},
  months?: readonly Month[],
): CountedRow =>
  closed(facts, {
    on,
    by: 'payment',
    months: months ?? [cycleOf(facts).month],
    payment: 'pay_bank_1',
  });

export const leftCycle = (on: CalendarDate, facts: CycleFacts = {}): CountedRow =>
  closed(facts, { on, by: 'left', months: [], payment: null });

/** A text of one part for US$0.16 that left on Wednesday 11 November 2026. */
export const aText = (facts: Partial<Reminder> = {}): CountedRow => ({
  kind: 'reminder',
  reminder: {
    ...{
      workerId: siti.workerId,
      month: '2026-11',
      step: 'before',
      status: 'delivered',
      reason: null,
      runId: 'run_1',
    },
    ...{
      at: '2026-11-11T02:00:03.000Z',
      claimId: 'run_1',
      messageId: 'm-1',
      parts: 1,
      priceUsd: 0.16,
      planVersion: 3,
    },
    ...{ arm: 'reminded', province: siti.province, sector: siti.sector, language: siti.language },
    ...facts,
  },
});

export const times = (n: number, row: CountedRow): readonly CountedRow[] =>
  Array.from({ length: n }, () => row);

/** The items that the counters of these rows make, each place added up. */
function countersOf(rows: readonly CountedRow[]): readonly CounterItem[] {
  const places = Map.groupBy(rows.flatMap(countsOf), ({ place }) => JSON.stringify(place));
  return [...places.values()].flatMap((counts) => {
    const place = counts[0]?.place;
    const byName: Record<string, number> = {};
    for (const { name, by } of counts) byName[name] = (byName[name] ?? 0) + by;
    return place ? [{ place, counts: byName }] : [];
  });
}

/** Those of one cohort in one dimension, as the store hands them out. */
const itemsOf = (
  items: readonly CounterItem[],
  month: Month,
  dimension: Dimension,
): readonly CounterItem[] =>
  items.filter(
    ({ place }) => place.of === 'cohort' && place.month === month && place.dimension === dimension,
  );

export const cohortOf = (rows: readonly CountedRow[], month: Month = '2026-11'): CohortCounts =>
  readCohort(itemsOf(countersOf(rows), month, 'sector'));

export const cohortsBy = (
  rows: readonly CountedRow[],
  dimension: Dimension,
  month: Month = '2026-11',
): ReadonlyMap<string, CohortCounts> => readByValue(itemsOf(countersOf(rows), month, dimension));

export function countedMonths(
  rows: readonly CountedRow[],
  months: readonly Month[],
): readonly CountedMonth[] {
  const items = countersOf(rows);
  return months.map((month) => countedMonth(month, itemsOf(items, month, 'sector')));
}

export const nameOfDay = (date: CalendarDate): string =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][
    weekday(date) - 1
  ] ?? '';
