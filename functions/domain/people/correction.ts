import { z } from 'zod';
import { isDate } from '#domain/calendar/dates';
import { provinces } from '#domain/calendar/provinces';
import { parsePhone } from '#domain/people/phone';
import { endReasons, languages, sectors } from '#domain/people/worker';

const date = z.string().refine(isDate, 'is not a date such as 2026-11-16');

const phone = z.string().transform((text, context) => {
  const parsed = parsePhone(text);
  if ('phone' in parsed) return parsed.phone;
  context.addIssue({ code: 'custom', message: parsed.reason });
  return z.NEVER;
});

/** What an admin may correct about a worker. Covered through is not among it: only a payment, or its reversal, moves it. */
export const correctionSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    phone: phone.nullable(),
    province: z.enum(provinces),
    sector: z.enum(sectors),
    income: z.number().int().nonnegative(),
    jht: z.boolean(),
    language: z.enum(languages),
    governmentPaid: z.boolean(),
    group: z.string().trim().min(1).max(100).nullable(),
    ended: z.strictObject({ on: date, reason: z.enum(endReasons) }).nullable(),
  })
  .partial();

export type Correction = z.infer<typeof correctionSchema>;

/** No more texts, for good (no `until`) or up to the day before `until`. */
export const stopSchema = z.strictObject({ until: date.nullish() });
