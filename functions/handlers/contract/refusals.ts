import * as z from 'zod';
import type { Rejection } from '#domain/csv/table';
import { each } from '#handlers/contract/schemas/schema';

/** What is wrong: for programs, and as a sentence for a person. */
export const problem = {
  code: z.string().describe('A word for programs, such as `nik-length`.'),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .describe('The values in the sentence.'),
  reason: z.string().describe('A sentence, or the end of one that begins with `value`.'),
};

const line = z.int().describe('The number of the line in the whole file, from 1.');

const rejected = { line, ...each(z.string(), 'field', 'value'), ...problem };
const rejectedLine = z
  .object(rejected satisfies Record<keyof Rejection, z.ZodType>)
  .meta({ id: 'RejectedLine', description: 'This line was not read; all others were.' });

const warning = z.object(rejected).meta({
  id: 'Warning',
  description: 'This cell, or column of the file, was not used; all else of the line was.',
});

const conflictingLine = z
  .object({ line, ...problem })
  .meta({ id: 'ConflictingLine', description: 'This line could be read and was not applied.' });

/** What became of the lines of a file, and the ones that were not applied. */
export const imported = <C extends z.core.$ZodShape>(id: string, counts: z.ZodObject<C>) =>
  z
    .object({
      ...counts.shape,
      rejected: z.array(rejectedLine),
      conflicts: z.array(conflictingLine),
      warnings: z.array(warning),
    })
    .meta({ id });

const issue = z.object({
  path: z.string().describe('Such as `steps.2.at`; empty for the whole.'),
  value: z.string().optional().describe('The value there, as JSON.'),
  ...problem,
});

export const error = z
  .object({
    code: z.string().describe('A word for programs, such as `invalid`.'),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional().describe('What is wrong, by field.'),
    issues: z.array(issue).optional(),
  })
  .meta({ id: 'Error' });

export const refusal = z.object({ error }).meta({ id: 'Refusal' });
