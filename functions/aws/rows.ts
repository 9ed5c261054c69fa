import { z } from 'zod';
import type { Row } from '#aws/reading';
import { isDate, isMonth } from '#domain/calendar/dates';
import { parseProvince } from '#domain/calendar/provinces';

/** What the table's rows have to look like to be believed: somebody may have edited one by hand, or an older version have written it. */
export const month = z.string().refine(isMonth, 'is not a month');
export const date = z.string().refine(isDate, 'is not a date');
export const rupiah = z.number().int();

/** A province by a name that it had before, or in another spelling, is that province still. */
export const province = z.string().transform((name, context) => {
  const known = parseProvince(name);
  if (known) return known;
  context.addIssue({ code: 'custom', message: 'is not a province' });
  return z.NEVER;
});

/** One bad row stops no other: it is left out. Who asked for that one alone is told `undefined`. */
export const reader =
  <T>(schema: z.ZodType<T>) =>
  (row: Row | undefined): T | undefined =>
    schema.safeParse(row).data;
