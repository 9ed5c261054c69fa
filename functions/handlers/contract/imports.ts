import * as z from 'zod';
import { type ImportRupiah, importKinds } from '#domain/imports/import';
import type { ImportView } from '#domain/imports/import-view';
import type { ImportShown } from '#flows/imports/show-import';
import { importSchema } from '#handlers/api/imports';
import type { Operations } from '#handlers/contract/operation';
import { problem } from '#handlers/contract/refusals';
import { count, each, importId, instant, pageOf, rupiah } from '#handlers/contract/schemas/schema';

export const importRupiah = z
  .object(
    each(rupiah, 'total', 'recorded', 'alreadyRecorded', 'refused', 'flagged') satisfies Record<
      keyof ImportRupiah,
      z.ZodType
    >,
  )
  .meta({
    id: 'ImportRupiah',
    description: 'Of payments. `total` is recorded + alreadyRecorded + refused.',
  });

const view = {
  importId,
  kind: z.enum(importKinds),
  ...each(z.string(), 'fileName', 'byName'),
  bytes: count,
  begunAt: instant,
  endedAt: instant.nullable(),
  state: z
    .enum(['waiting', 'running', 'done', 'failed'])
    .describe('`waiting` for the file; `failed` where it was refused, or lines are missing.'),
  dryRun: z.boolean().describe('Nothing is changed, until it is applied.'),
  mayApply: z.boolean().describe('It is a dry run that has ended, and its file is still there.'),
  rows: z.object(each(count, 'total', 'done')),
  counts: z
    .object({
      ...each(count, 'accepted', 'created', 'updated', 'unchanged', 'unmatched'),
      ...each(count, 'rejected', 'conflicts', 'warnings'),
    })
    .describe('Of rows. Payments that were recorded are `created`; known already, `unchanged`.'),
  rupiah: importRupiah.optional().describe('Of a file of payments.'),
  problem: z.object(problem).nullable().describe('Why it failed.'),
} satisfies Record<keyof ImportView, z.ZodType>;

const importView = z.object(view).meta({ id: 'Import' });
const importShown = z
  .object({
    ...view,
    refusedCsv: z
      .string()
      .nullable()
      .describe('Where to fetch what was refused, for a few minutes; null where nothing was.'),
    refusedThrough: count
      .nullable()
      .describe('A list of over 500 MB ends with this line of the file; null where it is whole.'),
  } satisfies Record<keyof ImportShown, z.ZodType>)
  .meta({ id: 'ImportShown' });

const upload = z
  .object({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
  })
  .describe('Send the bytes of the file there, within an hour, with no token.');

export const imports = {
  'POST /api/imports': {
    operationId: 'beginImport',
    summary: 'Begins the import of a file of any size, and says where to send the file.',
    body: importSchema,
    fields: {
      kind: 'Workers are for admins, payments for finance.',
      fileName: 'As people know it.',
      bytes: 'The size of the file: another one is refused.',
      dryRun: 'With `true` nothing is changed, until the import is applied.',
    },
    answers: { 200: z.object({ importId, upload }) },
  },
  'GET /api/imports': {
    operationId: 'listImports',
    summary: 'Lists imports, of the kinds that are yours, the latest first.',
    parameters: ['cursor'],
    answers: { 200: pageOf(importView) },
  },
  'GET /api/imports/{importId}': {
    operationId: 'getImport',
    summary: 'Shows how far an import is, and what came of it.',
    answers: { 200: importShown },
    refuses: [404],
  },
  'POST /api/imports/{importId}/apply': {
    operationId: 'applyImport',
    summary: 'Imports the file of a dry run for real.',
    answers: { 202: importView },
    refuses: [404, 409],
  },
} as const satisfies Operations;
