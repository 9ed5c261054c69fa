import * as z from 'zod';
import { provinces } from '#domain/calendar/provinces';
import { zones } from '#domain/calendar/zones';
import { cycleKinds } from '#domain/renewals/cohorts/cohort-outcomes';
import { dimensions } from '#domain/renewals/counting/counter';
import { orders, shownKinds } from '#handlers/api/attention';
import { date, importId, month, runId, workerId } from '#handlers/contract/schemas/schema';
import type { RouteKey } from '#triggers';

type Parameter = Readonly<{
  in: 'query' | 'header' | 'path';
  required?: true;
  description: string;
  schema: z.ZodType;
}>;

const optional = (schema: z.ZodType, description: string) =>
  ({ in: 'query', description, schema }) as const;
const needed = (where: Parameter['in'], description: string, schema: z.ZodType = z.string()) =>
  ({ in: where, required: true, description, schema }) as const;

export const parameters = {
  'path id': needed('path', 'The worker; `POST /api/workers/find` tells their id.', workerId),
  'path runId': needed('path', 'The run; `GET /api/runs` lists them.', runId),
  'path importId': needed('path', 'The import; `GET /api/imports` lists them.', importId),
  'path month': needed('path', 'The contribution month.', month),
  cursor: optional(
    z.string(),
    'The `next` of the page before, with all other parameters as they were.',
  ),
  before: optional(z.int().min(1), 'Only versions before this one.'),
  date: optional(date, 'A day in Jakarta; today without it.'),
  'day from': optional(date, 'The first day in Jakarta; without it `to`, or today.'),
  'day to': optional(date, 'The last day in Jakarta, of at most 92; without it `from`.'),
  channel: optional(z.string(), 'Only payments of this channel.'),
  reference: optional(
    z.string(),
    'Only payments of exactly this reference; without `from` and `to` of any day.',
  ),
  month: needed('query', 'The month owed.', month),
  zone: optional(z.enum(zones), 'Only workers in this time zone.'),
  kind: needed('query', 'What needs a person.', z.enum(shownKinds)),
  'optional kind': optional(z.enum(shownKinds), 'What needs a person; without it each kind.'),
  province: optional(z.enum(provinces), 'Only of this province.'),
  group: optional(z.string(), 'Only of workers of this group.'),
  'begun group': optional(z.string(), 'Only of groups that begin so, in any spelling.'),
  step: optional(z.string(), 'Only texts of this step.'),
  reason: optional(z.string(), 'Only texts with this reason, or payments with this flag.'),
  amountFrom: optional(z.int().min(0), 'Only payments of so many rupiah or more.'),
  order: optional(z.enum(orders), 'By time; the latest first without it.'),
  from: optional(month, 'The first month; the current month without it.'),
  to: optional(month, 'The last month; without it `from` alone.'),
  asOf: optional(date, 'What was known at the end of this day; today without it.'),
  by: optional(z.enum(dimensions), 'One item for each value of this.'),
  outcome: optional(z.enum(cycleKinds), 'Only the cycles that count as this.'),
  dryRun: optional(z.enum(['true', 'false']), 'With `true` nothing is changed.'),
  firstLine: optional(z.int().min(1), 'The line of the first row in the whole file; 2 without it.'),
  'if-match': needed('header', 'The version of the plan that yours was made from, such as `3`.'),
  'webhook-id': needed('header', 'Names this notice; a reference makes at most one payment.'),
  'webhook-timestamp': needed('header', 'Seconds since 1970, within five minutes of our clock.'),
  'webhook-signature': needed(
    'header',
    '`v1,` and base64 of HMAC-SHA-256 over `id.timestamp.body`, made with the shared secret.',
  ),
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterName = keyof typeof parameters;

/** One call as the contract tells it; triggers.ts says the rest. */
export type Operation = Readonly<{
  operationId: string;
  summary: string;
  parameters?: readonly ParameterName[];
  body?: z.ZodType | 'csv';
  /** What the fields of the body mean. */
  fields?: Readonly<Record<string, string>>;
  answers: Readonly<Partial<Record<200 | 201 | 202 | 409, z.ZodType | 'csv'>>>;
  /** Besides 400, 401, 403, 413 and 500, which follow from the rest. */
  refuses?: readonly (404 | 409 | 413)[];
}>;

export type Operations = Readonly<Partial<Record<RouteKey, Operation>>>;
