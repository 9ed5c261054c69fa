import * as z from 'zod';
import { paymentFlags } from '#domain/payments/payment';
import type { KindTotals } from '#flows/attention/count-items';
import type { Callee } from '#flows/attention/list-items';
import type { DoneItem } from '#flows/attention/resolve-items';
import { resolveSchema, restoreSchema, shownKinds } from '#handlers/api/attention';
import type { Operations } from '#handlers/contract/operation';
import {
  count,
  each,
  exactly,
  instant,
  listOf,
  month,
  pageOf,
  planned,
  rupiah,
  workerId,
} from '#handlers/contract/schemas/schema';
import { short } from '#handlers/contract/schemas/timeline';
import { payer, worker } from '#handlers/contract/schemas/worker';

const filters = ['province', 'group', 'step', 'reason', 'amountFrom'] as const;

const group = z.string().nullable().optional().describe('Of the worker, as of then.');
const callee = exactly<Callee>()(
  worker.pick({ name: true, phone: true, coverage: true, owed: true, credit: true }),
)
  .nullable()
  .optional()
  .describe('For admins: whom to call, as of now; null where they are not known.');

const someone = payer
  .extend(worker.pick({ phone: true, coverage: true, owed: true }).partial().shape)
  .nullable()
  .optional()
  .describe('Who paid; to admins also whom to call. Null where they are not known.');

const place = { id: z.string(), at: instant };
const item = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['unknown', 'failed', 'undelivered']),
    ...place,
    workerId,
    month,
    step: z.string(),
    planVersion: z.int(),
    planned,
    status: z.string(),
    reason: z.string().nullable(),
    runId: z.string(),
    province: z.string(),
    group,
    worker: callee,
  }),
  // One a slice: whom a run missed, by province.
  z.object({
    kind: z.literal('missed'),
    ...place,
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
    ...place,
    workerId: workerId.nullable(),
    channel: z.string(),
    reference: z.string(),
    amount: rupiah,
    paidAt: instant,
    flags: z.array(z.enum(paymentFlags)),
    short: short.optional(),
    province: z.string().nullable(),
    group,
    worker: someone,
  }),
  z.object({ kind: z.literal('dead-letter'), ...place, queue: z.string(), count }),
]);

const choices = listOf({ value: z.string(), items: count });
const totals = exactly<KindTotals>()(
  z.object({
    kind: z.enum(shownKinds),
    isAll: z.boolean().describe('False where there are more than could be counted.'),
    items: count,
    workers: count.describe('Whom the items are about: that of a slice is about many.'),
    choices: z
      .object(each(choices, 'province', 'group', 'step', 'reason'))
      .describe('How many items there are of each, whatever was asked for.'),
  }),
);

const done = z.array(
  exactly<DoneItem>()(
    z.object({
      id: z.string(),
      done: z.boolean(),
      code: z.enum(['no-such-item', 'busy']).nullable().describe('Why it was not done.'),
    }),
  ),
);

export const attention = {
  'GET /api/attention': {
    operationId: 'listAttention',
    summary:
      'Lists what needs a person, the latest first. A filtered page may be short or empty, and ' +
      'have a next.',
    parameters: ['kind', ...filters, 'order', 'cursor'],
    answers: { 200: pageOf(item) },
  },
  'GET /api/attention/totals': {
    operationId: 'countAttention',
    summary:
      'Counts what needs a person, of one kind or of each, and says what there is to choose among.',
    parameters: ['optional kind', ...filters],
    answers: { 200: z.object({ items: z.array(totals) }) },
  },
  'POST /api/attention/resolve': {
    operationId: 'settleAttention',
    summary: 'Resolves items that a person has dealt with, each by itself.',
    body: resolveSchema,
    fields: {
      ids: 'At most 100. `resolved` is true where all are done.',
      id: 'One item, instead of `ids`: 404 where it is not there.',
      note: 'What was done; it stands in the timeline of the worker. Not of `missed`.',
    },
    answers: { 200: z.object({ resolved: z.boolean(), items: done }) },
    refuses: [404, 409],
  },
  'POST /api/attention/restore': {
    operationId: 'restoreAttention',
    summary: 'Puts items back that were resolved, where what they are about is as it was.',
    body: restoreSchema,
    answers: { 200: z.object({ items: done }) },
    refuses: [409],
  },
} as const satisfies Operations;
