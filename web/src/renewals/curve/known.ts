import { daysBetween } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { curveTexts } from './texts.ts';

/** A cohort whose curve is known up to `lastDay`; `renewedBy` answers for days until then. */
export type Known = Readonly<{
  month: string;
  due: number;
  lastDay: number;
  renewedBy: (day: number) => number;
}>;

/** From a month before the due date (some pay a year ahead) until membership lapses. */
export const firstDay = -30;
const lastDay = 110;

/**
 * The API lists only days on which somebody renewed; in between the count stays. `asOf` is over:
 * half a day would be compared with a whole one of the month before.
 */
export const knownOf = ({ month, due, dueOn, curve }: Renewals, asOf: string): Known => ({
  ...{ month, due },
  lastDay: Math.max(firstDay, Math.min(daysBetween(dueOn, asOf), lastDay)),
  renewedBy: (day) => curve.findLast(([at]) => at <= day)?.[1] ?? 0,
});

export const shareOf = ({ renewedBy, due }: Known, day: number): number => renewedBy(day) / due;

export const furthestOf = (known: readonly Known[]): number =>
  Math.max(...known.map((each) => each.lastDay));

export const daysUpTo = (last: number): readonly number[] =>
  Array.from({ length: last - firstDay + 1 }, (_, index) => firstDay + index);

/** Every day, with counts: readers divide by those due. */
export const rowsOf = (known: readonly Known[]) => [
  [
    curveTexts.id.days,
    ...known.flatMap(({ month }) => [`${month} sudah membayar`, `${month} wajib bayar`]),
  ],
  ...daysUpTo(furthestOf(known)).map((day) => [
    day,
    ...known.flatMap((each) => [day > each.lastDay ? null : each.renewedBy(day), each.due]),
  ]),
];
