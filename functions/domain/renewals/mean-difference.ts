import { type Effect, together, weightOf, z } from '#domain/renewals/uplift';

/** So many workers, the months that each kept added up, and their squares. */
export type Sample = Readonly<{ workers: number; months: number; squares: number }>;
/** Of those drawn with one share, over so many months. */
export type KeptArms = Readonly<{ reminded: Sample; heldOut: Sample; horizon: number }>;

/** Of one cohort, in parts that were each drawn with one share, as `effectWithin` has it. */
export const meanDifferenceWithin = (parts: readonly KeptArms[]): Effect | null =>
  together(
    parts.filter(hasBoth).map((arms) => ({ ...differenceOf(arms), weight: arms.reminded.workers })),
  );

/**
 * Months kept per worker, reminded − held out, within each cohort as the effect is. Lots are drawn
 * anew each month, so cohorts that share workers and months still err independently.
 */
export const meanDifferenceOver = (cohorts: readonly (readonly KeptArms[])[]): Effect | null =>
  together(
    cohorts.flatMap((parts) => {
      const [effect, compared] = [meanDifferenceWithin(parts), parts.filter(hasBoth)];
      const workers = (arm: 'reminded' | 'heldOut') =>
        compared.reduce((sum, arms) => sum + arms[arm].workers, 0);
      return effect
        ? [{ ...effect, weight: weightOf(workers('reminded'), workers('heldOut')) }]
        : [];
    }),
  );

const hasBoth = ({ reminded, heldOut }: KeptArms): boolean =>
  reminded.workers > 0 && heldOut.workers > 0;

/**
 * Each arm gets one more worker who kept none and one who kept all, as Agresti and Caffo add to
 * shares (The American Statistician 54, 2000, 280–288), so that no interval is empty, however small
 * the arm; in large ones they do not show. Variances are each arm's own (Welch, Biometrika 34,
 * 1947).
 */
function differenceOf({ reminded, heldOut, horizon }: KeptArms): Effect {
  const [one, two] = [momentsOf(reminded, horizon), momentsOf(heldOut, horizon)];
  const difference = reminded.months / reminded.workers - heldOut.months / heldOut.workers;
  const [centre, reach] = [one.mean - two.mean, z * Math.sqrt(one.error + two.error)];
  return {
    difference,
    low: Math.max(-horizon, Math.min(difference, centre - reach)),
    high: Math.min(horizon, Math.max(difference, centre + reach)),
  };
}

/** `error`: the variance of the mean. */
function momentsOf({ workers, months, squares }: Sample, horizon: number) {
  const [n, sum, sumOfSquares] = [workers + 2, months + horizon, squares + horizon ** 2];
  const variance = (sumOfSquares - sum ** 2 / n) / (n - 1);
  return { mean: sum / n, error: variance / n };
}
