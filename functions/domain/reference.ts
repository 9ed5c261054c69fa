import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { csvRecords } from '#domain/csv/lines/line';

// Each table says its source and how sure it is: A rule text, B one reputable source, C weak.

const number = z.coerce.number().int().nonnegative();
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** In rupiah for the tier's `base`, ascending by income: 33 tiers of PP 44/2015, annex II (B). */
export const incomeTiers = read(
  'bpu-income-tiers.csv',
  z.object({ income_from: number, base: number, jkk: number, jkm: number, jht: number }),
).map(({ income_from: incomeFrom, ...amounts }) => ({ incomeFrom, ...amounts }));

/** Percent off JKK and JKM for months `from` to `to`, by sector. PP 50/2025 (A). */
export const discounts = read(
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

/** 2026: decree of three ministers (A, may be amended). 2027: fixed days and estimates (C). */
export const holidays = read(
  'holidays.csv',
  z.object({
    date: z.iso.date(),
    kind: z.enum(['national', 'joint-leave']),
    name: z.string(),
    basis: z.enum(['decree', 'fixed', 'estimate']),
  }),
);

/** All 38 provinces (A: Keppres 41/1987 and the tz database). */
export const provinceTable = read(
  'provinces.csv',
  z.object({
    province: z.string(),
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    abbreviation: z.enum(['WIB', 'WITA', 'WIT']),
  }),
);

/** Ours, one part each. The Javanese and Sundanese texts still need a native reader. */
export const firstTexts = read(
  'first-plan-texts.csv',
  z.object({
    step: z.string(),
    language: z.enum(['id', 'jv', 'su', 'en']),
    text: z.string().min(1),
  }),
);

function read<T extends z.ZodType>(file: string, row: T): readonly z.infer<T>[] {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  return z.array(row).parse(csvRecords(text));
}
