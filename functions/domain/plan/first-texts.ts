import * as z from 'zod';
import { readTable } from '#domain/reference';

/** Ours, one part each. Speakers of Javanese or Sundanese get the Indonesian one. */
export const firstTexts = readTable(
  'first-plan-texts.csv',
  z.object({
    step: z.string(),
    language: z.enum(['id', 'en']),
    text: z.string().min(1),
  }),
);
