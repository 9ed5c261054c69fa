import { z } from 'zod';
import { isDate } from '#domain/calendar/dates';
import { provinces } from '#domain/calendar/provinces';
import { parsePhone } from '#domain/people/phone';
import { endReasons, languages, sectors } from '#domain/people/worker';
import { problem } from '#domain/problem';
import { message, readBy } from '#domain/schema-issues';

const date = z.string().refine(isDate, message(problem('not-a-date')));

export const phone = readBy(parsePhone).transform((parsed) => parsed.phone);

const rupiah = message(problem('not-whole-rupiah'));

/** What an admin may correct about a worker. Covered through is not among it: only a payment, or its reversal, moves it. */
export const correctionSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    phone: phone.nullable(),
    province: z.enum(provinces),
    sector: z.enum(sectors),
    income: z.number(rupiah).int(rupiah).nonnegative(rupiah),
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
