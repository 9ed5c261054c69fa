/**
 * Share renewed among the reminded, less that among the held out. Intervals: Wilson's (JASA 22,
 * 1927), of differences Newcombe's hybrid score (Statistics in Medicine 17, 1998, 873–890, method
 * 10). Cohorts: Mantel and Haenszel's weights (JNCI 22, 1959), MOVER intervals (Zou and Donner,
 * Statistics in Medicine 27, 2008, 1693–1702).
 */
export type Share = Readonly<{ due: number; renewed: number }>;
/** Of those drawn with one share; workers who could not be texted are in neither arm. */
export type Arms = Readonly<{ reminded: Share; heldOut: Share }>;
/** Fractions, 0.1 being ten points; a 95 % interval. */
export type Effect = Readonly<{ difference: number; low: number; high: number }>;

/** A part counts by its reminded, to whom the effect is applied. Null where none has both arms. */
export const effectWithin = (parts: readonly Arms[]): Effect | null =>
  together(parts.filter(hasBoth).map((arms) => ({ ...newcombe(arms), weight: arms.reminded.due })));

/** Within each cohort: a larger holdout in one month must not look like fewer renewals. */
export const effectOver = (cohorts: readonly (readonly Arms[])[]): Effect | null =>
  together(
    cohorts.flatMap((parts) => {
      const [effect, compared] = [effectWithin(parts), parts.filter(hasBoth)];
      const due = (arm: keyof Arms) => sum(compared.map((arms) => arms[arm].due));
      return effect ? [{ ...effect, weight: weightOf(due('reminded'), due('heldOut')) }] : [];
    }),
  );

const hasBoth = ({ reminded, heldOut }: Arms): boolean => reminded.due > 0 && heldOut.due > 0;

/** Stratified: each cohort's own difference, by its weight. Null without any. */
export function together(
  cohorts: readonly (Effect & Readonly<{ weight: number }>)[],
): Effect | null {
  if (cohorts.length === 0) return null;
  const total = sum(cohorts.map(({ weight }) => weight));
  const weighted = cohorts.map((cohort) => ({ ...cohort, share: cohort.weight / total }));
  const difference = sum(weighted.map((cohort) => cohort.share * cohort.difference));
  return {
    difference,
    low:
      difference -
      Math.hypot(...weighted.map((cohort) => cohort.share * (cohort.difference - cohort.low))),
    high:
      difference +
      Math.hypot(...weighted.map((cohort) => cohort.share * (cohort.high - cohort.difference))),
  };
}

/** Percentage points with one decimal. */
export const inPoints = (fraction: number): number => Math.round(fraction * 1000) / 10 + 0;

/** Mantel and Haenszel's, of a cohort with so many workers in each arm. */
export const weightOf = (reminded: number, heldOut: number): number =>
  (reminded * heldOut) / (reminded + heldOut);

function newcombe({ reminded, heldOut }: Arms): Effect {
  const [one, two] = [shareOf(reminded), shareOf(heldOut)];
  const [ofOne, ofTwo] = [wilson(reminded), wilson(heldOut)];
  const difference = one - two;
  return {
    difference,
    low: difference - Math.hypot(one - ofOne.low, ofTwo.high - two),
    high: difference + Math.hypot(ofOne.high - one, two - ofTwo.low),
  };
}

/** A share's 95 % score interval: within 0 and 1, and never empty, however small the arm. */
export function wilson({ due, renewed }: Share): Readonly<{ low: number; high: number }> {
  const share = renewed / due;
  const centre = share + z ** 2 / (2 * due);
  const reach = z * Math.sqrt((share * (1 - share)) / due + z ** 2 / (4 * due ** 2));
  const scale = 1 + z ** 2 / due;
  return {
    low: Math.max(0, (centre - reach) / scale),
    high: Math.min(1, (centre + reach) / scale),
  };
}

/** 97.5 % of a normal distribution lie below it. */
export const z = 1.959963984540054;

const shareOf = ({ due, renewed }: Share): number => renewed / due;

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
