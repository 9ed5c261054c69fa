import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDay,
  type Month,
  monthOf,
  monthRange,
} from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { contributionOfAll } from '#domain/people/tariff';
import { type Sector, sectors } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import { type CohortCycles, knownOn, openOn, sumOf } from '#domain/renewals/cohorts/cohort-cycles';
import type { CountedMonth } from '#domain/renewals/cohorts/read-cohort';
import { type Lapsing, type MemberMoves, movesOf } from '#domain/renewals/member-moves';

/** Members have an open cycle that has not lapsed, from its first day to the day before its end. */
export type MembersOfMonth = Readonly<{
  month: Month;
  opening: number;
  /** opening + joined + rejoined − lapsed − left. */
  closing: number;
  /** Of `closing`: covered through this month or a later one. */
  active: number;
  collection: Collection;
}> &
  MemberMoves;

/**
 * Rupiah for this very month. `expected`: from all members on its due date, whenever they pay.
 * `received`: by renewals, and what the roster that brought a member says was paid before.
 */
type Collection = Readonly<{ received: number; expected: number; rate: number | null }>;

export type MembersQuestion = Readonly<{
  from: Month;
  to: Month;
  asOf: CalendarDate;
  rules: Pick<Rules, 'calendar' | 'lapseMonths'>;
}>;

/** From the cohort that lapses on the first day to three years paid ahead on the last. */
export const cohortsOfMembers = ({
  from,
  to,
  rules,
}: Omit<MembersQuestion, 'asOf'>): readonly Month[] =>
  monthRange(addMonths(from, -rules.lapseMonths), addMonths(to, monthsAhead));

/** Three years paid ahead, the month owed next, and one for a month's turn in another zone. */
const monthsAhead = 38;

/** Each number is a sum of its own: that they agree is a test of the counting. */
export function membersOf(
  cohorts: readonly CountedMonth[],
  { from, to, asOf, rules }: MembersQuestion,
): readonly MembersOfMonth[] {
  const lapsing = cohorts.map((cohort) => ({
    ...cohort,
    lapsesOn: lapseDate(cohort.month, rules.lapseMonths),
  }));
  const last = to < monthOf(asOf) ? to : monthOf(asOf);
  return monthRange(from, last).map((month) => {
    const first = firstDay(month);
    const end = earlier(addDays(firstDay(addMonths(month, 1)), -1), asOf);
    const closing = membersOn(lapsing, end);
    return {
      month,
      opening: count(membersOn(lapsing, addDays(first, -1))),
      ...movesOf(lapsing, { first, end }),
      closing: count(closing),
      active: count(closing.filter((cohort) => cohort.month > month)),
      collection: collectionOf(lapsing, {
        month,
        asOf,
        on: earlier(dueDate(month, rules.calendar), asOf),
      }),
    };
  });
}

/** Cohorts that have not lapsed, with their cycles open at the end of that day. */
const membersOn = (cohorts: readonly Lapsing[], day: CalendarDate) =>
  cohorts
    .filter(({ lapsesOn }) => lapsesOn > day)
    .map(({ month, total, bySector }) => ({ month, day, n: openOn(total, day).n, bySector }));

const count = (cohorts: readonly Readonly<{ n: number }>[]): number => sumOf(cohorts, 'n');

/** `on` is the due date, or today if that is earlier. */
function collectionOf(
  cohorts: readonly Lapsing[],
  { month, asOf, on }: Readonly<{ month: Month; asOf: CalendarDate; on: CalendarDate }>,
): Collection {
  const own = cohorts.find((cohort) => cohort.month === month);
  const collected = own ? sumOf(knownOn(own.total, asOf).collected, 'rupiah') : 0;
  const members = membersOn(cohorts, on);
  const expected = costOf(month, (sector) =>
    members.map(({ bySector }) => openOn(bySector[sector], on)),
  );
  const ahead = cohorts.filter((cohort) => cohort.month > month);
  const prepaid = costOf(month, (sector) =>
    ahead.flatMap(({ bySector }) => joinedBy(bySector[sector], on)),
  );
  const received = collected + prepaid;
  return { received, expected, rate: expected > 0 ? received / expected : null };
}

/** A worker who came after the due date is not expected to pay either. */
const joinedBy = ({ begun }: CohortCycles, on: CalendarDate): CohortCycles['begun'] =>
  begun.filter(({ origin, day }) => origin === 'joined' && day <= on);

/** What this month costs all of them, by the discount of their sector. */
const costOf = (
  month: Month,
  workersIn: (sector: Sector) => readonly Readonly<{ full: number; jht: number }>[],
): number =>
  sectors
    .map((sector) => ({ sector, workers: workersIn(sector) }))
    .map(({ sector, workers }) =>
      contributionOfAll(
        { full: sumOf(workers, 'full'), jht: sumOf(workers, 'jht') },
        sector,
        month,
      ),
    )
    .reduce((sum, rupiah) => sum + rupiah, 0);

const earlier = (one: CalendarDate, other: CalendarDate): CalendarDate =>
  one < other ? one : other;
