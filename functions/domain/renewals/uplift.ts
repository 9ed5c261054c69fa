/**
 * What the reminders are worth: the share renewed among the reminded, less that among the held out.
 * The interval of each share is Wilson's (JASA 22, 1927); that of their difference in one cohort is Newcombe's hybrid score interval (Statistics in
 * Medicine 17, 1998, pp. 873–890, method 10). Over several cohorts differences are weighted as by Mantel and Haenszel (JNCI 22, 1959), and the intervals
 * combined by MOVER (Zou and Donner, Statistics in Medicine 27, 2008, pp. 1693–1702), which for a single cohort is Newcombe's own.
 */
export type Share = Readonly<{ due: number; renewed: number }>;
/** The two arms of one cohort; who could not be texted is in neither. */
export type Arms = Readonly<{ reminded: Share; heldOut: Share }>;
/** As fractions, 0.1 being ten points; a 95 % interval. */
export type Effect = Readonly<{ difference: number; low: number; high: number }>;

/** Compared within each cohort, never across: a month with more held out must not pass for a month in which fewer renew. Null where no cohort has both arms. */
export function effectOver(cohorts: readonly Arms[]): Effect | null {
  const compared = cohorts.filter(({ reminded, heldOut }) => reminded.due > 0 && heldOut.due > 0);
  if (compared.length === 0) return null;
  const total = sum(compared.map(weight));
  const weighted = compared.map((arms) => ({ share: weight(arms) / total, ...newcombe(arms) }));
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

/** Percentage points with one decimal, as reports print them. */
export const inPoints = (fraction: number): number => Math.round(fraction * 1000) / 10 + 0;

const weight = ({ reminded, heldOut }: Arms): number =>
  (reminded.due * heldOut.due) / (reminded.due + heldOut.due);

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

/** The 95 % score interval of a share of one or more: within 0 and 1, and never of no width, however small the arm. */
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
const z = 1.959963984540054;

const shareOf = ({ due, renewed }: Share): number => renewed / due;

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
