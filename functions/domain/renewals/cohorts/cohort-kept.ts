import { addDays, addMonths, type CalendarDate, type Month } from '#domain/calendar/dates';
import { lapseDate } from '#domain/calendar/due-date';
import type { KeptMonths } from '#domain/renewals/cohorts/cohort-counts';
import {
  type CohortCycles,
  drawnAlike,
  inArm,
  sumOf,
} from '#domain/renewals/cohorts/cohort-cycles';
import { dueOf } from '#domain/renewals/cohorts/cohort-outcomes';
import { type Horizon, horizons } from '#domain/renewals/counting/months-kept';
import type { KeptArms, Sample } from '#domain/renewals/mean-difference';

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

export const byHorizon = <T>(of: (horizon: Horizon) => T): Readonly<Record<Horizon, T>> =>
  Object.fromEntries(horizons.map((horizon) => [horizon, of(horizon)])) as Record<Horizon, T>;
