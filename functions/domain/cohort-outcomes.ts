import { type CohortCounts, type Ending, sumOf } from '#domain/cohort-counts';
import type { CalendarDate } from '#domain/dates';

/** The cycles that began on or before that day: later ones are in no rate. */
export function begunBy(cohort: CohortCounts, dueOn: CalendarDate): Members {
  const inTime = <C extends Readonly<{ beganOn: CalendarDate }>>(cycles: readonly C[]) => cycles.filter(({ beganOn }) => beganOn <= dueOn);
  return { begun: inTime(cohort.begun), paid: inTime(cohort.paid), left: inTime(cohort.left) };
}
export type Members = Pick<CohortCounts, 'begun' | 'paid' | 'left'>;

/** Who left while unpaid is not due. */
export const dueOf = ({ begun, left }: Members, of: 'n' | 'amount'): number => sumOf(begun, of) - sumOf(left, of);

export type Outcomes = Readonly<Record<'due' | 'onTime' | 'inArrears' | 'recovered' | 'lapsed' | 'open', number>>;

export function outcomesOf(
  members: Members,
  { dueOn, lapsesOn, asOf }: Readonly<Record<'dueOn' | 'lapsesOn' | 'asOf', CalendarDate>>,
): Outcomes {
  const due = dueOf(members, 'n');
  const unpaid = due - sumOf(members.paid, 'n');
  return {
    due,
    onTime: paidWithin(members.paid, (day) => day <= dueOn),
    inArrears: paidWithin(members.paid, (day) => day > dueOn && day < lapsesOn),
    recovered: paidWithin(members.paid, (day) => day >= lapsesOn),
    lapsed: asOf >= lapsesOn ? unpaid : 0,
    open: asOf >= lapsesOn ? 0 : unpaid,
  };
}

export const paidWithin = (paid: readonly Ending[], within: (day: CalendarDate) => boolean): number =>
  sumOf(
    paid.filter(({ day }) => within(day)),
    'n',
  );

/** Null where there is nothing to divide by, or less. */
export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
