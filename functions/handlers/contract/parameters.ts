import { z } from 'zod';
import { zones } from '#domain/calendar/zones';
import { cycleKinds } from '#domain/renewals/cohort-outcomes';
import { dimensions } from '#domain/renewals/counts';
import { shownKinds } from '#handlers/api/attention';
import { date, month, runId, workerId } from '#handlers/contract/schema';

type Parameter = Readonly<{
  in: 'query' | 'header' | 'path';
  required?: true;
  description: string;
  schema: z.ZodType;
}>;

const query = (schema: z.ZodType, description: string): Parameter => ({
  in: 'query',
  description,
  schema,
});
const header = (description: string): Parameter => ({
  in: 'header',
  required: true,
  description,
  schema: z.string(),
});
const path = (schema: z.ZodType, description: string): Parameter => ({
  in: 'path',
  required: true,
  description,
  schema,
});

export const parameters = {
  'path id': path(workerId, 'The worker; `POST /api/workers/find` tells their id.'),
  'path runId': path(runId, 'The run; `GET /api/runs` lists them.'),
  'path month': path(month, 'The contribution month of the cohort.'),
  'path channel': path(z.string(), 'The channel of the payment.'),
  'path reference': path(z.string(), 'The reference of the payment.'),
  cursor: query(z.string(), 'The `next` of the page before.'),
  date: query(date, 'A day in Jakarta; today without it.'),
  month: { ...query(month, 'The month owed.'), required: true },
  zone: query(z.enum(zones), 'Only workers in this time zone.'),
  kind: { ...query(z.enum(shownKinds), 'What it is that needs a person.'), required: true },
  from: query(month, 'The first month; without it the month that is going on.'),
  to: query(month, 'The last month; without it `from` alone.'),
  asOf: query(date, 'What was known at the end of this day; today without it.'),
  by: query(z.enum(dimensions).exclude(['total']), 'One item for each value of this.'),
  outcome: query(z.enum(cycleKinds), 'Only the cycles that count as this.'),
  dryRun: query(z.enum(['true', 'false']), 'With `true` nothing is changed.'),
  firstLine: query(
    z.int().min(1),
    'Where the first row stands in the whole file, counted with the header row; 2 without it.',
  ),
  'if-match': header('The version of the plan that yours was made from, such as `3`.'),
  'webhook-id': header('Names this notice; at most one payment comes of a reference.'),
  'webhook-timestamp': header('Seconds since 1970, at most five minutes from our clock.'),
  'webhook-signature': header(
    '`v1,` and base64 of HMAC-SHA-256 over `id.timestamp.body`, made with the shared secret.',
  ),
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterName = keyof typeof parameters;
