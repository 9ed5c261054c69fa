import { z } from 'zod';
import type { Rejection } from '#domain/csv/table';

/** What is wrong: for programs, and as a sentence for a person. */
export const problem = {
  code: z.string().meta({ description: 'A word for programs, such as `nik-length`.' }),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .meta({ description: 'What stands in the sentence.' }),
  reason: z.string().meta({
    description: 'A sentence, or the end of one that begins with `value`.',
  }),
};

const line = z.int().meta({ description: 'Where the line stands in the whole file, from 1.' });

const rejected = { line, field: z.string(), value: z.string(), ...problem };
export const rejectedLine = z
  .object(rejected satisfies Record<keyof Rejection, z.ZodType>)
  .meta({ id: 'RejectedLine', description: 'A line that was set aside; no other waits for it.' });

export const conflictingLine = z
  .object({ line, ...problem })
  .meta({ id: 'ConflictingLine', description: 'A line that is readable and was not applied.' });

const issue = z.object({
  path: z.string().meta({ description: 'Such as `steps.2.at`; empty for the whole.' }),
  value: z.string().optional().meta({ description: 'What stands there, as JSON.' }),
  ...problem,
});

export const error = z
  .object({
    code: z.string().meta({ description: 'A word for programs, such as `invalid`.' }),
    message: z.string(),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'What is wrong, by the field that it is wrong with.' }),
    issues: z.array(issue).optional(),
  })
  .meta({ id: 'Error' });

export const refusal = z.object({ error }).meta({ id: 'Refusal' });
