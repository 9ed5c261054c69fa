import {
  addDays,
  type CalendarDate,
  daysBetween,
  firstDay,
  type Month,
} from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import type { PlannedOf } from '#domain/plan/planned';
import type { Rules } from '#domain/plan/rules';
import type { CohortCounts, Ending } from '#domain/renewals/cohort-counts';
import { knownOn, sumOf } from '#domain/renewals/cohort-cycles';
import { effectByDay, effectOf, noWorth, worthOf } from '#domain/renewals/cohort-effect';
import {
  begunBy,
  dueOf,
  type Outcomes,
  outcomesOf,
  paidWithin,
  ratio,
} from '#domain/renewals/cohort-outcomes';
import { byStep, sentOf, textsOf } from '#domain/renewals/cohort-reminders';
import type { Dimension } from '#domain/renewals/counting/counts';

export type CohortQuestion = Readonly<{
  month: Month;
  by: Dimension | null;
  value: string | null;
  asOf: CalendarDate;
  /** The day of the first import; null before it. */
  firstImport: CalendarDate | null;
  rules: Pick<Rules, 'calendar' | 'lapseMonths'>;
  rupiahPerUsd: number;
  plannedOf: PlannedOf;
}>;

export type Renewals = ReturnType<typeof renewalsOf>;

/**
 * By the end of a day (docs/definitions.md): rates are fractions, effects percentage points. Null
 * where nothing divides, and for a partial cohort, which lacks those who paid before the first
 * roster.
 */
export function renewalsOf(cohort: CohortCounts, asked: CohortQuestion) {
  const { month, by, value, asOf, firstImport, rules } = asked;
  const dueOn = dueDate(month, rules.calendar);
  const lapsesOn = lapseDate(month, rules.lapseMonths);
  const finalOn = finalDay(month, rules.lapseMonths);
  const partial = firstImport === null || firstDay(month) <= firstImport;
  const known = knownOn(cohort, asOf);
  const cycles = begunBy(known, dueOn);
  const outcomes = outcomesOf(cycles, { dueOn, lapsesOn, asOf });
  const { own, elsewhere } = textsOf(known, dueOn);
  const byDay30 = effectOf(cycles, { comparedOn: addDays(dueOn, effectByDay), asOf, partial });
  // The last day on which a payment is a renewal.
  const comparedOn = addDays(lapsesOn, -1);
  const { compared, difference } = effectOf(cycles, { comparedOn, asOf, partial });
  return {
    ...{ month, by, value, partial, dueOn, finalOn, final: asOf >= finalOn },
    ...outcomes,
    left: sumOf(cycles.left, 'n'),
    startedLate: sumOf(known.begun, 'n') - sumOf(cycles.begun, 'n'),
    rates: partial ? noRates : ratesOf(outcomes),
    amountDue: dueOf(cycles, 'amount'),
    amountReceived: sumOf(cycles.paid, 'received'),
    ...sentOf(own, asked.rupiahPerUsd),
    elsewhere: sentOf(elsewhere, asked.rupiahPerUsd),
    effect: { byDay: effectByDay, ...byDay30.compared },
    effectByLapse: { comparedOn, ...compared },
    ...(partial ? noWorth : worthOf(own, cycles, { ...asked, dueOn, lapsesOn, difference })),
    curve: curveOf(cycles.paid, dueOn),
    steps: byStep(own, asked.plannedOf, asked.rupiahPerUsd),
  };
}

/** Channels report payments late: a cohort may change until then. */
export const finalDay = (month: Month, lapseMonths: number): CalendarDate =>
  addDays(lapseDate(month, lapseMonths), 3);

const ratesOf = ({ due, onTime, inArrears, recovered, lapsed }: Outcomes) => ({
  onTime: ratio(onTime, due),
  renewal: ratio(onTime + inArrears, due),
  lapse: ratio(lapsed + recovered, due),
  recovery: ratio(recovered, lapsed + recovered),
});
const noRates: ReturnType<typeof ratesOf> = {
  onTime: null,
  renewal: null,
  lapse: null,
  recovery: null,
};

function curveOf(
  paid: readonly Ending[],
  dueOn: CalendarDate,
): readonly (readonly [daysAfterDue: number, renewed: number])[] {
  const days = [...new Set(paid.filter(({ n }) => n > 0).map(({ day }) => day))].sort();
  return days.map((day) => [daysBetween(dueOn, day), paidWithin(paid, (other) => other <= day)]);
}
