import * as z from 'zod';
import { readTable } from '#domain/reference';

/** All 38 provinces (A: Keppres 41/1987 and the tz database). */
export const provinceTable = readTable(
  'provinces.csv',
  z.object({
    province: z.string(),
    zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    abbreviation: z.enum(['WIB', 'WITA', 'WIT']),
  }),
);
