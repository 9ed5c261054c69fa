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
import type { CohortCounts, Ending } from '#domain/renewals/cohorts/cohort-counts';
import { inArm, knownOn, sumOf } from '#domain/renewals/cohorts/cohort-cycles';
import {
  earlySpendOf,
  effectByDay,
  effectOf,
  noWorth,
  worthOf,
} from '#domain/renewals/cohorts/cohort-effect';
import {
  daysForLatePayments,
  type KeptByHorizon,
  keptOf,
} from '#domain/renewals/cohorts/cohort-kept';
import {
  begunBy,
  dueOf,
  type Outcomes,
  outcomesOf,
  paidWithin,
  ratio,
} from '#domain/renewals/cohorts/cohort-outcomes';
import { byStep, sentOf, spendOf, textsOf } from '#domain/renewals/cohorts/cohort-reminders';
import { breakEvenOf, shownKept } from '#domain/renewals/cohorts/kept-shown';
import type { Dimension } from '#domain/renewals/counting/counter';

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
 * By docs/definitions.md: rates are fractions, effects percentage points. Null where nothing
 * divides, and for a partial cohort, which lacks those who paid before the first roster.
 */
export function renewalsOf(cohort: CohortCounts, asked: CohortQuestion) {
  const { month, by, value, asOf, rupiahPerUsd } = asked;
  const { dueOn, lapsesOn, partial, known, cycles } = seen(cohort, asked);
  const finalOn = finalDay(month, asked.rules.lapseMonths);
  const outcomes = outcomesOf(cycles, { dueOn, lapsesOn, asOf });
  const { own, elsewhere } = textsOf(known, dueOn);
  const byDay30 = effectOf(cycles, { comparedOn: addDays(dueOn, effectByDay), asOf, partial });
  // The last day on which a payment is a renewal.
  const comparedOn = addDays(lapsesOn, -1);
  const { compared, difference } = effectOf(cycles, { comparedOn, asOf, partial });
  const kept = monthsKeptIn(cohort, asked);
  const ofReminded = partial ? 0 : dueOf(inArm(cycles, 'reminded'), 'amount');
  return {
    ...{ month, by, value, partial, dueOn, finalOn, final: asOf >= finalOn },
    ...outcomes,
    left: sumOf(cycles.left, 'n'),
    startedLate: sumOf(known.begun, 'n') - sumOf(cycles.begun, 'n'),
    rates: partial ? noRates : ratesOf(outcomes),
    amountDue: dueOf(cycles, 'amount'),
    amountReceived: sumOf(cycles.paid, 'received'),
    ...sentOf(own, rupiahPerUsd),
    elsewhere: sentOf(elsewhere, rupiahPerUsd),
    effect: { byDay: effectByDay, ...byDay30.compared },
    effectByLapse: { comparedOn, ...compared },
    ...(partial ? noWorth : worthOf(own, cycles, { dueOn, lapsesOn, difference, rupiahPerUsd })),
    monthsKept:
      kept && shownKept(kept, { asOf, earlySpend: earlySpendOf(own, dueOn, rupiahPerUsd) }),
    breakEven: breakEvenOf({
      spend: partial ? 0 : spendOf(own, rupiahPerUsd),
      amountDue: ofReminded,
      difference,
      kept,
    }),
    curve: curveOf(cycles.paid, dueOn),
    steps: byStep(own, { plannedOf: asked.plannedOf, rupiahPerUsd, amountDue: ofReminded }),
  };
}

/** Channels report payments late: a cohort may change until then. */
export const finalDay = (month: Month, lapseMonths: number): CalendarDate =>
  addDays(lapseDate(month, lapseMonths), daysForLatePayments);

/** Of a whole cohort alone: within a year a worker may move from one group to another. */
export function monthsKeptIn(cohort: CohortCounts, asked: CohortQuestion): KeptByHorizon | null {
  if (asked.by !== null) return null;
  const { dueOn, partial, known, cycles } = seen(cohort, asked);
  const kept = known.kept.filter(({ beganOn }) => beganOn <= dueOn);
  return keptOf(kept, cycles, { ...asked, partial, lapseMonths: asked.rules.lapseMonths });
}

/** By day 30, for all cohorts together; null while nothing is compared. */
export function comparedIn(cohort: CohortCounts, asked: CohortQuestion) {
  const { dueOn, partial, cycles } = seen(cohort, asked);
  const comparedOn = addDays(dueOn, effectByDay);
  return effectOf(cycles, { comparedOn, asOf: asked.asOf, partial }).parts;
}

function seen(cohort: CohortCounts, { month, asOf, firstImport, rules }: CohortQuestion) {
  const dueOn = dueDate(month, rules.calendar);
  const known = knownOn(cohort, asOf);
  return {
    ...{ dueOn, lapsesOn: lapseDate(month, rules.lapseMonths) },
    partial: firstImport === null || firstDay(month) <= firstImport,
    ...{ known, cycles: begunBy(known, dueOn) },
  };
}

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
