import * as z from 'zod';
import { zones } from '#domain/calendar/zones';
import { paymentFlags } from '#domain/payments/payment';
import { skipReasons } from '#domain/sending/reminder';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { resolveSchema } from '#handlers/api/attention';
import { releaseSchema } from '#handlers/api/runs';
import type { Operations } from '#handlers/contract/operation';
import { planned } from '#handlers/contract/planned';
import {
  count,
  date,
  each,
  exactly,
  instant,
  listOf,
  month,
  pageOf,
  runId,
  rupiah,
  time,
  workerId,
} from '#handlers/contract/schemas/schema';
import { short } from '#handlers/contract/schemas/timeline';

const runs = exactly<RunsAnswer>()(
  z.object({
    items: listOf({
      runId,
      zone: z.enum(zones),
      date,
      time,
      step: z.string(),
      month,
      planVersion: z.int(),
      planned,
      finished: z.boolean(),
      closed: z.boolean(),
      slices: count,
      withheld: count,
      counts: z.object({
        ...each(count.optional(), 'sent', 'failed', 'unknown', 'missed'),
        skipped: z.partialRecord(z.enum(skipReasons), count).optional(),
      }),
    }),
    halted: listOf({
      date,
      step: z.string(),
      planVersion: z.int(),
      planned,
      zones: z.array(z.enum(zones)),
      ...each(count, 'sent', 'failed', 'unknown', 'overParts'),
    }),
    budget: z.object({
      month,
      ...each(rupiah, 'committed', 'spent'),
      budget: rupiah.nullable(),
      mark: z.union([z.literal(80), z.literal(100)]).nullable(),
    }),
    expiring: listOf({ what: z.enum(['discount', 'holidays']), of: z.string(), lastDay: date }),
  }),
);

const item = { id: z.string(), at: instant };
const attention = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['unknown', 'failed', 'undelivered']),
    ...item,
    workerId,
    month,
    step: z.string(),
    planVersion: z.int(),
    planned,
    status: z.string(),
    reason: z.string().nullable(),
    runId: z.string(),
    province: z.string(),
  }),
  // One a slice: whom a run missed, by province.
  z.object({
    kind: z.literal('missed'),
    ...item,
    month,
    step: z.string(),
    planVersion: z.int(),
    planned,
    status: z.literal('missed'),
    reason: z.string().nullable(),
    runId: z.string(),
    count,
    provinces: z.record(z.string(), count),
  }),
  z.object({
    kind: z.enum(['unmatched', 'flagged']),
    ...item,
    workerId: workerId.nullable(),
    channel: z.string(),
    reference: z.string(),
    amount: rupiah,
    paidAt: instant,
    flags: z.array(z.enum(paymentFlags)),
    short: short.optional(),
    province: z.string().nullable(),
  }),
  z.object({ kind: z.literal('dead-letter'), ...item, queue: z.string(), count }),
]);

export const sending = {
  'GET /api/runs': {
    operationId: 'listRuns',
    summary: 'Lists the runs of a day in all zones, and what the texts of this month have cost.',
    parameters: ['date'],
    answers: { 200: runs },
  },
  'POST /api/runs/{runId}/retry': {
    operationId: 'retryRun',
    summary: 'Puts the unfinished slices of a run on the queue again; nobody is texted twice.',
    answers: { 202: z.object({ queued: count }) },
    refuses: [404],
  },
  'POST /api/runs/release': {
    operationId: 'releaseStep',
    summary:
      'Lets a step go on that halted itself because its first fifty texts fared badly: with the text of the plan as it is now, and nobody is texted twice.',
    body: releaseSchema,
    answers: { 202: z.object({ queued: count }) },
    refuses: [404, 409],
  },
  'GET /api/attention': {
    operationId: 'listAttention',
    summary: 'Lists what needs a person, the latest first.',
    parameters: ['kind', 'cursor'],
    answers: { 200: pageOf(attention) },
  },
  'POST /api/attention/resolve': {
    operationId: 'settleAttention',
    summary: 'Resolves an item that a person has dealt with.',
    body: resolveSchema,
    answers: { 200: z.object({ resolved: z.literal(true) }) },
    refuses: [404, 409],
  },
} as const satisfies Operations;
