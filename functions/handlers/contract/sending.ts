import * as z from 'zod';
import { zones } from '#domain/calendar/zones';
import { skipReasons } from '#domain/sending/reminder';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { releaseSchema } from '#handlers/api/runs';
import type { Operations } from '#handlers/contract/operation';
import {
  count,
  date,
  each,
  exactly,
  listOf,
  month,
  planned,
  runId,
  rupiah,
  time,
} from '#handlers/contract/schemas/schema';

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
      'Lets a step go on that halted itself because its first fifty texts fared badly: with ' +
      'the text of the plan as it is now, and nobody is texted twice.',
    body: releaseSchema,
    answers: { 202: z.object({ queued: count }) },
    refuses: [404, 409],
  },
} as const satisfies Operations;
