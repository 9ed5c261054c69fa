import * as z from 'zod';
import { readTable } from '#domain/reference';

/** 2026: decree of three ministers (A, may be amended). 2027: fixed days and estimates (C). */
export const holidays = readTable(
  'holidays.csv',
  z.object({
    date: z.iso.date(),
    kind: z.enum(['national', 'joint-leave']),
    name: z.string(),
    basis: z.enum(['decree', 'fixed', 'estimate']),
  }),
);
