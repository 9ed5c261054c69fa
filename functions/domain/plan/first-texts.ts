import * as z from 'zod';
import { readTable } from '#domain/reference';

/** Ours, one part each. The Javanese and Sundanese texts still need a native reader. */
export const firstTexts = readTable(
  'first-plan-texts.csv',
  z.object({
    step: z.string(),
    language: z.enum(['id', 'jv', 'su', 'en']),
    text: z.string().min(1),
  }),
);
