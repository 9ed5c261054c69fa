import { addDays, type CalendarDate } from '#domain/calendar/dates';
import type { Texts } from '#domain/renewals/cohorts/cohort-counts';
import { type CohortCycles, drawnAlike, inArm } from '#domain/renewals/cohorts/cohort-cycles';
import { dueOf, paidWithin, ratio } from '#domain/renewals/cohorts/cohort-outcomes';
import { spendOf } from '#domain/renewals/cohorts/cohort-reminders';
import {
  type Arms,
  type Effect,
  effectOver,
  effectWithin,
  inPoints,
  type Share,
} from '#domain/renewals/uplift';
import { confirmationStep } from '#domain/sending/reminder';

/** The two arms are compared this many days after the due date. */
export const effectByDay = 30;

/** Null until the day of comparison, where an arm is empty, and in a partial cohort. */
type Compared = Arms & Points;
type Points = Readonly<Record<'points' | 'low' | 'high', number | null>>;

type Comparison = Readonly<{ comparedOn: CalendarDate; asOf: CalendarDate; partial: boolean }>;

/** By the end of the day of comparison. `parts`: by share held out, null without a comparison. */
export function effectOf(cycles: CohortCycles, { comparedOn, asOf, partial }: Comparison) {
  const parts = drawnAlike(cycles).map((each) => armsOf(each, comparedOn));
  const effect = partial || asOf < comparedOn ? null : effectWithin(parts);
  const compared: Compared = { ...armsOf(cycles, comparedOn), ...pointsOf(effect) };
  return { compared, difference: effect?.difference ?? null, parts: effect && parts };
}

/** Over all cohorts that have a comparison, each compared within itself. */
export const effectOfAll = (cohorts: readonly (readonly Arms[])[]): Points =>
  pointsOf(effectOver(cohorts));

const pointsOf = (effect: Effect | null): Points =>
  effect
    ? {
        points: inPoints(effect.difference),
        low: inPoints(effect.low),
        high: inPoints(effect.high),
      }
    : { points: null, low: null, high: null };

function armsOf(cycles: CohortCycles, comparedOn: CalendarDate): Arms {
  const shareOf = (arm: 'reminded' | 'held-out'): Share => {
    const those = inArm(cycles, arm);
    return { due: dueOf(those, 'n'), renewed: paidWithin(those.paid, (day) => day <= comparedOn) };
  };
  return { reminded: shareOf('reminded'), heldOut: shareOf('held-out') };
}

type Worth = Readonly<{
  dueOn: CalendarDate;
  lapsesOn: CalendarDate;
  /** By the lapse date: a worker who would have paid on day 31 brings nothing more. */
  difference: number | null;
  rupiahPerUsd: number;
}>;

/** What the texts cost and brought: renewals that, going by the held out, would not have come. */
export function worthOf(
  texts: readonly Texts[],
  cycles: CohortCycles,
  { dueOn, lapsesOn, difference, rupiahPerUsd }: Worth,
) {
  const reminded = inArm(cycles, 'reminded');
  const due = dueOf(reminded, 'n');
  const spend = spendOf(texts, rupiahPerUsd);
  const amount = dueOf(reminded, 'amount');
  const extra = difference === null ? null : difference * due;
  const extraContribution = extra === null ? null : rounded(ratio(extra * amount, due));
  return {
    contribution: rounded(ratio(amount, due)),
    costPerRenewal: rounded(
      ratio(
        spend,
        paidWithin(reminded.paid, (day) => day < lapsesOn),
      ),
    ),
    costPerExtraRenewal: rounded(ratio(earlySpendOf(texts, dueOn, rupiahPerUsd), extra ?? 0)),
    extraContribution,
    net: extraContribution === null ? null : extraContribution - spend,
  };
}
export const noWorth: ReturnType<typeof worthOf> = {
  contribution: null,
  costPerRenewal: null,
  costPerExtraRenewal: null,
  extraContribution: null,
  net: null,
};

/** On the texts that the held out do not get. A confirmation comes after the payment. */
export const earlySpendOf = (
  texts: readonly Texts[],
  dueOn: CalendarDate,
  rupiahPerUsd: number,
): number =>
  spendOf(
    texts.filter(({ day, step }) => day < addDays(dueOn, effectByDay) && step !== confirmationStep),
    rupiahPerUsd,
  );

/** Whole rupiah; never -0. */
export const rounded = (rupiah: number | null): number | null =>
  rupiah === null ? null : Math.round(rupiah) + 0;
