import type { CalendarDate } from '#domain/calendar/dates';
import type { CohortCounts, Ending } from '#domain/renewals/cohorts/cohort-counts';
import { type CohortCycles, cyclesWhere, sumOf } from '#domain/renewals/cohorts/cohort-cycles';

export const begunBy = (cohort: CohortCounts, dueOn: CalendarDate): CohortCycles =>
  cyclesWhere(cohort, ({ beganOn }) => beganOn <= dueOn);

/** Workers who left unpaid are not due. */
export const dueOf = ({ begun, left }: CohortCycles, of: 'n' | 'amount'): number =>
  sumOf(begun, of) - sumOf(left, of);

export type Outcomes = Readonly<
  Record<'due' | 'onTime' | 'inArrears' | 'recovered' | 'lapsed' | 'open', number>
>;

type Dates = Readonly<Record<'dueOn' | 'lapsesOn' | 'asOf', CalendarDate>>;

/** `paidOn` is null where nobody paid by `asOf`. */
export function outcomeOf(
  paidOn: CalendarDate | null,
  { dueOn, lapsesOn, asOf }: Dates,
): Exclude<keyof Outcomes, 'due'> {
  if (paidOn === null) return asOf >= lapsesOn ? 'lapsed' : 'open';
  if (paidOn <= dueOn) return 'onTime';
  return paidOn < lapsesOn ? 'inArrears' : 'recovered';
}

/** Each cycle is one of these; late starters have no outcome. */
export const cycleKinds = [
  'onTime',
  'inArrears',
  'recovered',
  'open',
  'lapsed',
  'left',
  'startedLate',
] as const;
export type CycleKind = (typeof cycleKinds)[number];

export function outcomesOf(cycles: CohortCycles, dates: Dates): Outcomes {
  const due = dueOf(cycles, 'n');
  const unpaid = due - sumOf(cycles.paid, 'n');
  const paid = (outcome: keyof Outcomes): number =>
    paidWithin(cycles.paid, (day) => outcomeOf(day, dates) === outcome);
  const still = outcomeOf(null, dates);
  return {
    due,
    onTime: paid('onTime'),
    inArrears: paid('inArrears'),
    recovered: paid('recovered'),
    lapsed: still === 'lapsed' ? unpaid : 0,
    open: still === 'open' ? unpaid : 0,
  };
}

export const paidWithin = (
  paid: readonly Ending[],
  within: (day: CalendarDate) => boolean,
): number =>
  sumOf(
    paid.filter(({ day }) => within(day)),
    'n',
  );

/** Null where the whole is 0 or less. */
export const ratio = (part: number, whole: number): number | null =>
  whole > 0 ? part / whole : null;
