import type { CalendarDate } from '#domain/calendar/dates';
import { type CohortCounts, type Ending, sumOf } from '#domain/renewals/cohort-counts';

export function begunBy(cohort: CohortCounts, dueOn: CalendarDate): Members {
  const inTime = <C extends Readonly<{ beganOn: CalendarDate }>>(cycles: readonly C[]) =>
    cycles.filter(({ beganOn }) => beganOn <= dueOn);
  return { begun: inTime(cohort.begun), paid: inTime(cohort.paid), left: inTime(cohort.left) };
}
export type Members = Pick<CohortCounts, 'begun' | 'paid' | 'left'>;

/** Workers who left unpaid are not due. */
export const dueOf = ({ begun, left }: Members, of: 'n' | 'amount'): number =>
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

export function outcomesOf(members: Members, dates: Dates): Outcomes {
  const due = dueOf(members, 'n');
  const unpaid = due - sumOf(members.paid, 'n');
  const paid = (outcome: keyof Outcomes): number =>
    paidWithin(members.paid, (day) => outcomeOf(day, dates) === outcome);
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
