import { addDays, type CalendarDate } from '#domain/calendar/dates';
import { cyclesWhere, openOn, sumOf } from '#domain/renewals/cohorts/cohort-cycles';
import type { CountedMonth } from '#domain/renewals/cohorts/read-cohort';

export type Lapsing = CountedMonth & Readonly<{ lapsesOn: CalendarDate }>;

type Days = Readonly<{ first: CalendarDate; end: CalendarDate }>;

export type MemberMoves = Readonly<{
  /** Came, or came back after they had left, before their lapse date. */
  joined: number;
  /** Had lapsed and paid. */
  rejoined: number;
  /** Their lapse date is the first of this month. */
  lapsed: number;
  /** Died, employed, abroad, government-paid or forgotten. */
  left: number;
}>;

/** A renewal in time ends and begins a cycle on one day: not a move. A late one only begins. */
export function movesOf(cohorts: readonly Lapsing[], days: Days): MemberMoves {
  const moves = cohorts.map((cohort) => movesIn(cohort, days));
  return {
    joined: sumOf(moves, 'joined'),
    rejoined: sumOf(moves, 'rejoined'),
    lapsed: sumOf(moves, 'lapsed'),
    left: sumOf(moves, 'left'),
  };
}

function movesIn({ lapsesOn, total }: Lapsing, { first, end }: Days): MemberMoves {
  const { begun, paid, left } = cyclesWhere(
    total,
    ({ day }) => first <= day && day <= end && day < lapsesOn,
  );
  const renewed = begun.filter(({ origin }) => origin === 'renewed');
  const lapsesNow = first <= lapsesOn && lapsesOn <= end;
  return {
    joined: sumOf(begun, 'n') - sumOf(renewed, 'n'),
    rejoined: sumOf(renewed, 'n') - sumOf(paid, 'n'),
    lapsed: lapsesNow ? openOn(total, addDays(lapsesOn, -1)).n : 0,
    left: sumOf(left, 'n'),
  };
}
