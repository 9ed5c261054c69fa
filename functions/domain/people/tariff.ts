import { addMonths, type Month } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import { discounts, incomeTiers } from '#domain/reference';

export type Payer = Pick<Worker, 'sector' | 'income' | 'jht' | 'governmentPaid'>;

/**
 * Rupiah for one contribution month: JKK (1 % of the tier's base) and JKM (Rp6.800), less the discount of that month, and JHT (2 %) for who chose it.
 * The month decides, not the day of payment: arrears from before a discount stay at full price (PP 44/2015, PP 50/2025).
 */
export function contribution(payer: Payer, month: Month): number {
  const { jkk, jkm, jht } = tierOf(payer.income);
  const payable = 100 - percentOff(payer, month);
  return Math.round(((jkk + jkm) * payable) / 100) + (payer.jht ? jht : 0);
}

/** The same before any discount, in its two parts: what JKK and JKM come to, and JHT. */
export function fullContribution(payer: Payer): Readonly<{ full: number; jht: number }> {
  const { jkk, jkm, jht } = tierOf(payer.income);
  return { full: jkk + jkm, jht: payer.jht ? jht : 0 };
}

/** What many payers of a sector owe together for a month; each half rupiah is rounded for each of them, so this may differ by as many. */
export const contributionOfAll = (
  { full, jht }: Readonly<{ full: number; jht: number }>,
  sector: Payer['sector'],
  month: Month,
): number =>
  Math.round((full * (100 - percentOff({ sector, governmentPaid: false }, month))) / 100) + jht;

/** This is the first month after a discount: the amount goes up and the worker should be told why. */
export const discountEnded = (
  payer: Pick<Payer, 'sector' | 'governmentPaid'>,
  month: Month,
): boolean => percentOff(payer, addMonths(month, -1)) > 0 && percentOff(payer, month) === 0;

/** JHT is never discounted, and neither are members whose dues a state or regional budget pays (PP 50/2025). */
function percentOff(payer: Pick<Payer, 'sector' | 'governmentPaid'>, month: Month): number {
  if (payer.governmentPaid) return 0;
  return (
    discounts.find(
      ({ sector, from, to }) => sector === payer.sector && from <= month && month <= to,
    )?.percentOff ?? 0
  );
}

function tierOf(income: number): (typeof incomeTiers)[number] {
  const tier = incomeTiers.findLast(({ incomeFrom }) => incomeFrom <= income);
  if (!tier)
    throw new Error(
      `An income of ${income} rupiah is below the lowest tier; it has to be 0 or more.`,
    );
  return tier;
}
