import { z } from '#domain/renewals/uplift';

/**
 * How many must be held out to see a difference of two shares (Fleiss, Levin and Paik, Statistical
 * Methods for Rates and Proportions, 2003, chapter 4, without continuity correction): in eight of
 * ten months in which there is such a difference, its 95 % interval is above zero.
 */
type Drawn = Readonly<{
  /** In both arms. */
  workers: number;
  /** Of them, as a fraction above 0 and below 1. Half is the hardest to measure. */
  renewed: number;
}>;

/** 80 % of a normal distribution lie below it. */
const power = 0.8416212335729143;

/** Of the square of the difference. */
const factor = (renewed: number): number => (z + power) ** 2 * renewed * (1 - renewed);

/**
 * `points` of difference in one month. With m = factor ÷ difference², 1/h + 1/(N − h) = 1/m has the
 * solution h = 2m ÷ (1 + √(1 − 4m/N)). Null where half of all workers would be too few.
 */
export function heldOutNeeded({
  points,
  workers,
  renewed,
}: Drawn & Readonly<{ points: number }>): number | null {
  const least = factor(renewed) / (points / 100) ** 2;
  const left = 1 - (4 * least) / workers;
  return points > 0 && left >= 0 ? Math.ceil((2 * least) / (1 + Math.sqrt(left))) : null;
}

/** The smallest difference, in points, that so many show. Null where an arm is empty. */
export function visiblePoints({
  heldOut,
  workers,
  renewed,
}: Drawn & Readonly<{ heldOut: number }>): number | null {
  if (heldOut <= 0 || heldOut >= workers) return null;
  return 100 * Math.sqrt(factor(renewed) * (1 / heldOut + 1 / (workers - heldOut)));
}

/** So many a month show a difference of one and a half points, however many others there are. */
const enoughHeldOut = 10_000;
const atFirst = 10;

/** Percent: ten in a hundred, until they are enough; then so many, to two digits, rounded up. */
export function suggestedHoldout(workers: number): number {
  const share = (100 * enoughHeldOut) / workers;
  if (!(share < atFirst)) return atFirst;
  const digits = 10 ** (1 - Math.floor(Math.log10(share)));
  // A hair less, so that 0.4 is not 0.41 because of how fractions are stored.
  return Math.ceil(share * digits - 1e-9) / digits;
}
