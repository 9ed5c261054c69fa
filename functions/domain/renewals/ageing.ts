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

/** `workers` count at their oldest unpaid month; `amount`: rupiah of all months of this age. */
export type Aged = Readonly<{ bucket: (typeof buckets)[number]; workers: number; amount: number }>;

type AgeingRules = Pick<Rules, 'calendar' | 'lapseMonths'>;

export const cohortsOfAgeing = (
  asOf: CalendarDate,
  { lapseMonths }: Pick<Rules, 'lapseMonths'>,
): readonly Month[] => monthRange(addMonths(monthOf(asOf), 1 - lapseMonths), monthOf(asOf));

/** An open cycle leaves its month and all later ones up to now unpaid; a lapsed one owes none. */
export function ageingOf(
  cohorts: readonly Omit<CountedMonth, 'total'>[],
  asOf: CalendarDate,
  rules: AgeingRules,
): readonly Aged[] {
  const unpaid = cohorts
    .filter(({ month }) => lapseDate(month, rules.lapseMonths) > asOf)
    .flatMap((cohort) => unpaidMonths(cohort, asOf))
    .map((line) => ({ ...line, bucket: bucketOf(line.month, asOf, rules) }));
  return buckets.map((bucket) => {
    const lines = unpaid.filter((line) => line.bucket === bucket);
    return { bucket, workers: sumOf(lines, 'workers'), amount: sumOf(lines, 'amount') };
  });
}

const unpaidMonths = (
  { month: oldest, bySector }: Omit<CountedMonth, 'total'>,
  asOf: CalendarDate,
) =>
  sectors.flatMap((sector) => {
    const open = openOn(bySector[sector], asOf);
    return monthRange(oldest, monthOf(asOf)).map((month) => ({
      month,
      workers: month === oldest ? open.n : 0,
      amount: contributionOfAll(open, sector, month),
    }));
  });

function bucketOf(month: Month, asOf: CalendarDate, { calendar }: AgeingRules): Aged['bucket'] {
  const days = daysBetween(dueDate(month, calendar), asOf);
  if (days <= 0) return 'not-due';
  if (days <= 30) return '1-30';
  return days <= 60 ? '31-60' : '61-to-lapse';
}
