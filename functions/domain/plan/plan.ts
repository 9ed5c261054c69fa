import * as z from 'zod';
import { quietDayKinds } from '#domain/calendar/holidays';
import { problem } from '#domain/problem';
import { message } from '#domain/schema-issues';

const wholeNumber = (from: number, to: number) => {
  const said = message(problem('not-whole-number', { from, to }));
  return z.number(said).int(said).min(from, said).max(to, said);
};

const noTime = message(problem('not-a-time'));

const clockTime = z.string(noTime).regex(/^([01]\d|2[0-3]):[0-5]\d$/, noTime);

const calendarDate = z.iso.date(message(problem('not-a-date')));

const yesOrNo = z.boolean(message(problem('not-true-or-false')));

/** Three parts have 459 characters; what a longer text would become is not even looked at. */
const texts = z.partialRecord(
  z.enum(['id', 'jv', 'su', 'en']),
  z
    .string(message(problem('not-a-text')))
    .max(1_000, message(problem('long-text', { most: 1_000 }))),
  message(problem('not-texts')),
);

const noStepId = message(problem('not-a-step-id'));

export const stepSchema = z.object(
  {
    id: z.string(noStepId).regex(/^[a-z][a-z0-9-]{0,30}$/, noStepId),
    anchor: z.enum(['due', 'lapse'], message(problem('not-an-anchor'))),
    offsetDays: wholeNumber(-60, 60),
    at: clockTime,
    enabled: yesOrNo,
    toHeldOut: yesOrNo,
    maxParts: wholeNumber(1, 3),
    texts,
    priceChangeTexts: texts.optional(),
  },
  message(problem('not-a-step')),
);

/** A version has to fit into a row of the table (400 KB) many times over. */
export const atMost = { steps: 20, dates: 200, phones: 1_000, testPhones: 10 } as const;

const noList = (of: 'steps' | 'dates' | 'phones', most: number = atMost[of]): string =>
  message(problem('not-a-list', { of, most }));

export const stepsOf = (step: typeof stepSchema) =>
  z.array(step, noList('steps')).max(atMost.steps, noList('steps'));

const percentage = message(problem('not-a-percentage'));

const dates = z.array(calendarDate, noList('dates')).max(atMost.dates, noList('dates'));

const budget = message(problem('not-a-budget'));

const phonesUpTo = (most: number) =>
  z
    .array(z.string(message(problem('phone-none'))), noList('phones', most))
    .max(most, noList('phones', most));

export const planSchema = z.object(
  {
    version: z.number().int().positive(),
    steps: stepsOf(stepSchema),
    paidText: z.object({ enabled: yesOrNo, texts }, message(problem('not-paid-text'))),
    /** No text leaves from `from` (evening) to `to` (morning), local time. */
    quietHours: z.object({ from: clockTime, to: clockTime }, message(problem('not-quiet-hours'))),
    quietDays: z.array(
      z.enum(quietDayKinds, message(problem('not-one-of', { choices: quietDayKinds }))),
      message(problem('not-a-list', { of: 'quietDays', most: quietDayKinds.length })),
    ),
    catchUpDays: wholeNumber(0, 7),
    holdoutPercent: z.number(percentage).min(0, percentage).max(50, percentage),
    monthlyBudgetRupiah: z.number(budget).int(budget).positive(budget).nullable(),
    holidays: z.object({ add: dates, remove: dates }, message(problem('not-holidays'))),
    /** E.164. Only these phones are texted; null: all. */
    onlyTo: phonesUpTo(atMost.phones).nullable(),
    /** E.164. Samples go to these alone; workers are texted or not as if there were none. */
    testPhones: phonesUpTo(atMost.testPhones),
    paused: yesOrNo,
  },
  message(problem('not-a-plan')),
);

export type Step = Readonly<z.infer<typeof stepSchema>>;

export type Plan = Readonly<z.infer<typeof planSchema>>;

/** What an admin writes; we count the version. */
export type PlanContent = Omit<Plan, 'version'>;
