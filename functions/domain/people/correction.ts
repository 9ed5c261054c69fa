import * as z from 'zod';
import { type CalendarDate, type Instant, localDate } from '#domain/calendar/dates';
import { factRules } from '#domain/people/fact-rules';
import { date, type Worker, workerFacts, zoneOfWorker } from '#domain/people/worker';
import { type Problem, problem } from '#domain/problem';
import { read } from '#domain/schema-issues';

export const phone = read(z.string(), factRules.phone);
const income = read(workerFacts.shape.income, factRules.income);

/** What an admin may correct. Not covered through: only a payment or its reversal moves it. */
const correctedFacts = z
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

/** `was`: what the admin saw in the fields corrected, where nobody's change is to be lost. */
export const correctionSchema = correctedFacts.extend({ was: correctedFacts.optional() });

type CorrectedFacts = z.infer<typeof correctedFacts>;
export type Correction = z.infer<typeof correctionSchema>;

/** Fields that hold neither what the admin saw nor what they want, as after the same call again. */
export const changedMeanwhile = (
  worker: Pick<Worker, keyof CorrectedFacts>,
  { was = {}, ...wanted }: Correction,
): readonly string[] =>
  (Object.keys(was) as (keyof CorrectedFacts)[]).filter(
    (field) => !same(worker[field], was[field]) && !same(worker[field], wanted[field]),
  );

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Without `until` for good; else `until` is the first day with texts again. */
export const stopSchema = z.strictObject({
  until: date.nullish(),
  sharing: z.boolean().optional(),
});

/** In the worker's own zone. Null where the stop stops something. */
export function stopsNothing(
  until: CalendarDate | null,
  worker: Pick<Worker, 'province'>,
  at: Instant,
): Problem | null {
  const today = localDate(zoneOfWorker(worker), at);
  return until !== null && until <= today ? problem('stop-over', { until, today }) : null;
}
