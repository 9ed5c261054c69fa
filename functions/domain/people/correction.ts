import { z } from 'zod';
import { provinces } from '#domain/calendar/provinces';
import { cleanText } from '#domain/clean-text';
import { parsePhone } from '#domain/people/phone';
import { date, workerFacts } from '#domain/people/worker';
import { readBy } from '#domain/schema-issues';

export const phone = readBy(parsePhone).transform((parsed) => parsed.phone);

const words = z.string().overwrite(cleanText).min(1).max(100);

/** What an admin may correct. Not covered through: only a payment or its reversal moves it. */
export const correctionSchema = z
  .strictObject({
    ...workerFacts.omit({ coveredThrough: true }).shape,
    name: words,
    group: words.nullable(),
    phone: phone.nullable(),
    province: z.enum(provinces),
    ended: workerFacts.shape.ended.unwrap().strict().nullable(),
  })
  .partial();

export type Correction = z.infer<typeof correctionSchema>;

/** Without `until` for good; else `until` is the first day with texts again. */
export const stopSchema = z.strictObject({ until: date.nullish() });
