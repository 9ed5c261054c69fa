import { addDays, type CalendarDate } from '#domain/calendar/dates';
import { rounded } from '#domain/renewals/cohorts/cohort-effect';
import {
  byHorizon,
  daysForLatePayments,
  type KeptByHorizon,
} from '#domain/renewals/cohorts/cohort-kept';
import { ratio } from '#domain/renewals/cohorts/cohort-outcomes';
import type { Horizon } from '#domain/renewals/counting/months-kept';
import { meanDifferenceOver, meanDifferenceWithin } from '#domain/renewals/mean-difference';
import { type Effect, inPoints } from '#domain/renewals/uplift';

type Shown = Readonly<{ asOf: CalendarDate; earlySpend: number }>;

/** As the API tells it. `costPerMonth`: rupiah of the texts before day 30. */
export const shownKept = (kept: KeptByHorizon, { asOf, earlySpend }: Shown) =>
  byHorizon((horizon) => {
    const { through, knownOn, workers, arms } = kept[horizon];
    const finalOn = addDays(knownOn, 1 + daysForLatePayments);
    const effect = arms && meanDifferenceWithin(arms);
    const monthsOf = (arm: 'reminded' | 'heldOut') =>
      arms?.reduce((sum, each) => sum + each[arm].months, 0) ?? null;
    return {
      ...{ through, knownOn, finalOn, final: asOf >= finalOn },
      reminded: { workers: workers.reminded, months: monthsOf('reminded') },
      heldOut: { workers: workers.heldOut, months: monthsOf('heldOut') },
      ...perWorker(effect),
      costPerMonth: rounded(ratio(earlySpend, (effect?.difference ?? 0) * workers.reminded)),
    };
  });

type Spent = Readonly<{
  spend: number;
  /** What the month of the reminded costs. */
  amountDue: number;
  /** By the lapse date. */
  difference: number | null;
  kept: KeptByHorizon | null;
}>;

/**
 * The effect, in points, at which net would be 0: if an extra renewal brought its month alone, or
 * as many months as it was seen to bring. Null where nothing extra was seen.
 */
export function breakEvenOf({ spend, amountDue, difference, kept }: Spent) {
  const share = ratio(spend, amountDue);
  const points = (fraction: number | null) => (fraction === null ? null : inPoints(fraction));
  return {
    oneMonth: points(share),
    monthsKept: byHorizon((horizon) => {
      const arms = kept?.[horizon].arms;
      const months = (arms && meanDifferenceWithin(arms)?.difference) ?? 0;
      const perExtra = difference !== null && difference > 0 ? ratio(months, difference) : null;
      return points(share === null ? null : ratio(share, perExtra ?? 0));
    }),
  };
}

type PerWorker = Readonly<Record<'perWorker' | 'low' | 'high', number | null>>;

/** Over all cohorts of which the months kept are known, each compared within itself. */
export const keptOfAll = (
  cohorts: readonly KeptByHorizon[],
): Readonly<Record<Horizon, PerWorker>> =>
  byHorizon((horizon) =>
    perWorker(meanDifferenceOver(cohorts.map((cohort) => cohort[horizon].arms ?? []))),
  );

/** In months, with three decimals. */
const perWorker = (effect: Effect | null): PerWorker =>
  effect
    ? {
        perWorker: inThousandths(effect.difference),
        low: inThousandths(effect.low),
        high: inThousandths(effect.high),
      }
    : { perWorker: null, low: null, high: null };

const inThousandths = (months: number): number => Math.round(months * 1000) / 1000 + 0;
