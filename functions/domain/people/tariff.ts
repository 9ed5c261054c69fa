import { addMonths, type Month } from '#domain/calendar/dates';
import { discounts, incomeTiers } from '#domain/people/tariff-tables';
import type { Worker } from '#domain/people/worker';

export type Payer = Pick<Worker, 'sector' | 'income' | 'jht' | 'governmentPaid'>;

/**
 * JKK (1 % of the tier's base) and JKM (Rp6.800) less the month's discount, and JHT (2 %), in
 * rupiah. The month decides, not the day of payment: old arrears get no discount (PP 44/2015, PP
 * 50/2025).
 */
export function contribution(payer: Payer, month: Month): number {
  const { jkk, jkm, jht } = tierOf(payer.income);
  const payable = 100 - percentOff(payer, month);
  return Math.round(((jkk + jkm) * payable) / 100) + (payer.jht ? jht : 0);
}

/** The price of this month, or of a later one if a discount is still to come. */
export const cheapestFrom = (payer: Payer, month: Month): number =>
  Math.min(
    contribution(payer, month),
    ...discounts.filter(({ from }) => from > month).map(({ from }) => contribution(payer, from)),
  );

/** Before any discount: JKK and JKM together, and JHT. */
export function fullContribution(payer: Payer): Readonly<{ full: number; jht: number }> {
  const { jkk, jkm, jht } = tierOf(payer.income);
  return { full: jkk + jkm, jht: payer.jht ? jht : 0 };
}

/** Rounded once, not for each payer: may differ from their sum by half a rupiah each. */
export const contributionOfAll = (
  { full, jht }: Readonly<{ full: number; jht: number }>,
  sector: Payer['sector'],
  month: Month,
): number =>
  Math.round((full * (100 - percentOff({ sector, governmentPaid: false }, month))) / 100) + jht;

/** The first month after a discount: the amount rises, and the text should say why. */
export const discountEnded = (
  payer: Pick<Payer, 'sector' | 'governmentPaid'>,
  month: Month,
): boolean => percentOff(payer, addMonths(month, -1)) > 0 && percentOff(payer, month) === 0;

/** Neither JHT nor government-paid members have a discount (PP 50/2025). */
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
