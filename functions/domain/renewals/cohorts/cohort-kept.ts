import { addDays, addMonths, type CalendarDate, type Month } from '#domain/calendar/dates';
import { lapseDate } from '#domain/calendar/due-date';
import type { KeptMonths } from '#domain/renewals/cohorts/cohort-counts';
import {
  type CohortCycles,
  drawnAlike,
  inArm,
  sumOf,
} from '#domain/renewals/cohorts/cohort-cycles';
import { rounded } from '#domain/renewals/cohorts/cohort-effect';
import { dueOf, ratio } from '#domain/renewals/cohorts/cohort-outcomes';
import { type Horizon, horizons } from '#domain/renewals/counting/months-kept';
import {
  type KeptArms,
  meanDifferenceOver,
  meanDifferenceWithin,
  type Sample,
} from '#domain/renewals/mean-difference';
import { type Effect, inPoints } from '#domain/renewals/uplift';

type Asked = Readonly<{
  month: Month;
  asOf: CalendarDate;
  partial: boolean;
  lapseMonths: number;
}>;

/** `arms` is null until `knownOn` is over: months of the horizon can still be paid. */
type KeptIn = Readonly<{
  through: Month;
  knownOn: CalendarDate;
  workers: Readonly<{ reminded: number; heldOut: number }>;
  /** Told apart by the share held out. */
  arms: readonly KeptArms[] | null;
}>;
export type KeptByHorizon = Readonly<Record<Horizon, KeptIn>>;

/** `kept` and `cycles` are those of the cohort, as of that day. */
export function keptOf(
  kept: readonly KeptMonths[],
  cycles: CohortCycles,
  { month, asOf, partial, lapseMonths }: Asked,
): KeptByHorizon {
  const workers = workersIn(cycles);
  return byHorizon((horizon) => {
    const through = addMonths(month, horizon - 1);
    const lapsesOn = lapseDate(through, lapseMonths);
    const knownOn = addDays(lapsesOn, -1);
    if (partial || asOf < knownOn) return { through, knownOn, workers, arms: null };
    const paid = kept.filter(({ day }) => day < lapsesOn);
    const arms = drawnAlike(cycles).map((part) => armsIn(paid, part, horizon));
    return { through, knownOn, workers, arms };
  });
}

const workersIn = (cycles: CohortCycles) => ({
  reminded: dueOf(inArm(cycles, 'reminded'), 'n'),
  heldOut: dueOf(inArm(cycles, 'held-out'), 'n'),
});

function armsIn(kept: readonly KeptMonths[], cycles: CohortCycles, horizon: Horizon): KeptArms {
  const share = cycles.begun[0]?.share;
  const workers = workersIn(cycles);
  const sampleOf = (arm: KeptMonths['arm'], n: number): Sample => {
    const those = kept.filter((each) => each.arm === arm && each.share === share);
    return {
      workers: n,
      months: sumOf(those, `months${horizon}`),
      squares: sumOf(those, `squares${horizon}`),
    };
  };
  return {
    reminded: sampleOf('reminded', workers.reminded),
    heldOut: sampleOf('held-out', workers.heldOut),
    horizon,
  };
}

/** Channels report payments late: figures may change for so long after a lapse date. */
export const daysForLatePayments = 3;

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
 * The effect, in points, at which net would be 0: if an extra renewal brought its month alone, or as
 * many months as it was seen to bring. Null where nothing extra was seen.
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

const byHorizon = <T>(of: (horizon: Horizon) => T): Readonly<Record<Horizon, T>> =>
  Object.fromEntries(horizons.map((horizon) => [horizon, of(horizon)])) as Record<Horizon, T>;

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
