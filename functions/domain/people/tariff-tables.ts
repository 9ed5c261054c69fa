import * as z from 'zod';
import { readTable } from '#domain/reference';

const number = z.coerce.number().int().nonnegative();
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** In rupiah for the tier's `base`, ascending by income: 33 tiers of PP 44/2015, annex II (B). */
export const incomeTiers = readTable(
  'bpu-income-tiers.csv',
  z.object({ income_from: number, base: number, jkk: number, jkm: number, jht: number }),
).map(({ income_from: incomeFrom, ...amounts }) => ({ incomeFrom, ...amounts }));

/** Percent off JKK and JKM for months `from` to `to`, by sector. PP 50/2025 (A). */
export const discounts = readTable(
  'bpu-discounts.csv',
  z.object({
    sector: z.enum(['transport', 'other']),
    first_month: month,
    last_month: month,
    percent_off: number,
  }),
).map(({ sector, first_month: from, last_month: to, percent_off: percentOff }) => ({
  sector,
  from,
  to,
  percentOff,
}));
