import {
  addMonths,
  type CalendarDate,
  daysBetween,
  type Month,
  monthOf,
  monthRange,
} from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { contributionOfAll } from '#domain/people/tariff';
import { sectors } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import { openOn, sumOf } from '#domain/renewals/cohorts/cohort-cycles';
import type { CountedMonth } from '#domain/renewals/cohorts/read-cohort';

const buckets = ['not-due', '1-30', '31-60', '61-to-lapse'] as const;

/** Members by their first unpaid month; `amount`: rupiah of that month and all later ones. */
export type OwingSince = Readonly<{ month: Month; workers: number; amount: number }>;

/** The same, by the age of the first unpaid month. */
export type Aged = Readonly<{ bucket: (typeof buckets)[number]; workers: number; amount: number }>;

export const cohortsOfAgeing = (
  asOf: CalendarDate,
  { lapseMonths }: Pick<Rules, 'lapseMonths'>,
): readonly Month[] => monthRange(addMonths(monthOf(asOf), 1 - lapseMonths), monthOf(asOf));

/** An open cycle leaves its month and all later ones up to now unpaid; a lapsed one owes none. */
export const owingOf = (
  cohorts: readonly Omit<CountedMonth, 'total'>[],
  asOf: CalendarDate,
  { lapseMonths }: Pick<Rules, 'lapseMonths'>,
): readonly OwingSince[] =>
  cohorts
    .filter(({ month }) => month <= monthOf(asOf) && lapseDate(month, lapseMonths) > asOf)
    .map((cohort) => owingSince(cohort, asOf));

function owingSince(
  { month, bySector }: Omit<CountedMonth, 'total'>,
  asOf: CalendarDate,
): OwingSince {
  const unpaid = monthRange(month, monthOf(asOf));
  const of = sectors.map((sector) => {
    const open = openOn(bySector[sector], asOf);
    const amounts = unpaid.map((each) => ({ amount: contributionOfAll(open, sector, each) }));
    return { workers: open.n, amount: sumOf(amounts, 'amount') };
  });
  return { month, workers: sumOf(of, 'workers'), amount: sumOf(of, 'amount') };
}

export const ageingOf = (
  owing: readonly OwingSince[],
  asOf: CalendarDate,
  rules: Pick<Rules, 'calendar'>,
): readonly Aged[] =>
  buckets.map((bucket) => {
    const lines = owing.filter(({ month }) => bucketOf(month, asOf, rules) === bucket);
    return { bucket, workers: sumOf(lines, 'workers'), amount: sumOf(lines, 'amount') };
  });

function bucketOf(
  month: Month,
  asOf: CalendarDate,
  { calendar }: Pick<Rules, 'calendar'>,
): Aged['bucket'] {
  const days = daysBetween(dueDate(month, calendar), asOf);
  if (days <= 0) return 'not-due';
  if (days <= 30) return '1-30';
  return days <= 60 ? '31-60' : '61-to-lapse';
}
