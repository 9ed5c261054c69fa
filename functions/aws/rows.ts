import * as z from 'zod';
import type { Row } from '#aws/reading';
import { isDate, isMonth } from '#domain/calendar/dates';
import { parseProvince } from '#domain/calendar/provinces';

/** Checked when read: somebody may have edited a row, or an older version have written it. */
export const month = z.string().refine(isMonth, 'is not a month');
export const date = z.string().refine(isDate, 'is not a date');
export const rupiah = z.number().int();

/** A former name or another spelling still means the same province. */
export const province = z.string().transform((name, context) => {
  const known = parseProvince(name);
  if (known) return known;
  context.addIssue({ code: 'custom', message: 'is not a province' });
  return z.NEVER;
});

/** A bad row is read as `undefined`, and stops no other. */
export const reader =
  <T>(schema: z.ZodType<T>) =>
  (row: Row | undefined): T | undefined =>
    schema.safeParse(row).data;
