import * as z from 'zod';
import { correctionSchema, stopSchema } from '#domain/people/correction';
import type { Imported } from '#flows/people/import-workers';
import type { Sharing } from '#flows/people/shared-phone';
import type { Found } from '#flows/people/show-workers';
import { soughtSchema } from '#handlers/api/workers';
import type { Operations } from '#handlers/contract/operation';
import { imported } from '#handlers/contract/refusals';
import { count, date, each, exactly, pageOf, workerId } from '#handlers/contract/schemas/schema';
import { timelineEntry } from '#handlers/contract/schemas/timeline';
import { worker } from '#handlers/contract/schemas/worker';

const one = z.object({ worker });

const found = exactly<Found>()(
  z.object({
    items: z.array(worker).describe('At most 50.'),
    more: z.boolean().describe('Others have such a name as well: more of it finds them.'),
  }),
);

const sharing = exactly<Sharing>()(
  z.object({
    count,
    items: z.array(
      z.object({
        workerId,
        name: z.string(),
        stopped: z.object({ until: date.nullable() }).nullable(),
      }),
    ),
  }),
).describe('Who else has this phone: how many, and the first twenty of them.');

type Counts = Omit<Imported, 'rejected' | 'conflicts' | 'warnings'>;
const counts = exactly<Counts>()(
  z.object(each(count, 'accepted', 'created', 'updated', 'unchanged')),
);

export const people = {
  'POST /api/workers/import': {
    operationId: 'importWorkers',
    summary: 'Imports a roster, or a piece of one: at most 1,000 rows and 1 MB.',
    parameters: ['dryRun', 'firstLine'],
    body: 'csv',
    answers: { 200: imported('ImportedWorkers', counts) },
  },
  'POST /api/workers/find': {
    operationId: 'findWorkers',
    summary:
      'Finds workers by one of phone, NIK, worker id, and name within a province; a family may ' +
      'share a phone.',
    body: soughtSchema,
    fields: {
      name: 'How it begins, at least two letters; capitals, accents and signs do not matter.',
      province: 'With a name: one of the 38 provinces, such as Jawa Tengah.',
      group: 'With a name: how the group begins. At most 200 of that name are looked at for it.',
    },
    answers: { 200: found },
    refuses: [404],
  },
  'GET /api/workers': {
    operationId: 'listOwingWorkers',
    summary:
      'Lists the workers who owe a month, from west to east and in an order that does not ' +
      'change. A page may hold fewer than 50; that of a province or a group may be empty.',
    parameters: ['month', 'zone', 'province', 'begun group', 'cursor'],
    answers: { 200: pageOf(worker) },
  },
  'GET /api/workers.csv': {
    operationId: 'downloadOwingWorkers',
    summary:
      'The same as a file to call them by: at most 5,000 of 20,000 that are looked at. ' +
      'Where it was cut, its last line says so, and the header `link` is where it goes on.',
    parameters: ['month', 'zone', 'province', 'begun group', 'cursor'],
    answers: { 200: 'csv' },
  },
  'GET /api/workers/{id}': {
    operationId: 'getWorker',
    summary: 'Shows a worker, their timeline, and who else has their phone.',
    answers: { 200: z.object({ worker, timeline: z.array(timelineEntry), sharing }) },
    refuses: [404],
  },
  'PATCH /api/workers/{id}': {
    operationId: 'correctWorker',
    summary: 'Corrects what is known of a worker; only a payment moves `coveredThrough`.',
    body: correctionSchema,
    fields: {
      name: 'At most 100 characters, and a letter among them.',
      phone: 'An Indonesian mobile number, such as 0870 0000 0000.',
      province: 'One of the 38 provinces, such as Jawa Tengah.',
      income: 'Whole rupiah a month, at most 1,000,000,000.',
      group: 'At most 100 characters; blank for none.',
      was: 'What you saw in the fields you correct; 409 where others have changed one since.',
    },
    answers: { 200: one },
    refuses: [404, 409],
  },
  'DELETE /api/workers/{id}': {
    operationId: 'eraseWorker',
    summary: 'Erases a person who asked to be forgotten; no roster brings them back.',
    answers: { 200: z.object({ erased: z.literal(true) }) },
    refuses: [404, 409],
  },
  'POST /api/workers/{id}/stop': {
    operationId: 'stopTexts',
    summary: 'Stops the texts to a worker, for good or until a day.',
    body: stopSchema,
    fields: {
      until: 'The first day on which texts leave again; for good without it.',
      sharing: 'Also for everyone else who has this phone; `others` says how many were stopped.',
    },
    answers: { 200: one.extend({ others: count }) },
    refuses: [404, 409],
  },
  'DELETE /api/workers/{id}/stop': {
    operationId: 'resumeTexts',
    summary: 'Sends a worker texts again.',
    answers: { 200: one },
    refuses: [404, 409],
  },
} as const satisfies Operations;
