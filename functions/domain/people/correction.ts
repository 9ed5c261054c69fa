import { z } from 'zod';
import { factRules } from '#domain/people/fact-rules';
import { date, workerFacts } from '#domain/people/worker';
import { read } from '#domain/schema-issues';

export const phone = read(z.string(), factRules.phone);
const income = read(workerFacts.shape.income, factRules.income);

/** What an admin may correct. Not covered through: only a payment or its reversal moves it. */
export const correctionSchema = z
  .strictObject({
    ...workerFacts.omit({ coveredThrough: true }).shape,
    name: read(z.string(), factRules.name),
    group: read(z.string(), factRules.group).nullable(),
    phone: phone.nullable(),
    province: read(z.string(), factRules.province),
    income,
    ended: workerFacts.shape.ended.unwrap().strict().nullable(),
  })
  .partial();

export type Correction = z.infer<typeof correctionSchema>;

/** Without `until` for good; else `until` is the first day with texts again. */
export const stopSchema = z.strictObject({ until: date.nullish() });
