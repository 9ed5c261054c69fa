import { z } from 'zod';
import type { Rejection } from '#domain/csv/table';
import { plan } from '#handlers/contract/plan-schemas';

/** What a program reads of a refusal, beside the sentence for a person. */
const coded = {
  code: z.string().optional().meta({ description: 'A word for programs, such as `nik-length`.' }),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .optional()
    .meta({ description: 'What stands in the sentence.' }),
};

const line = z.int().meta({ description: 'Where the line stands in the whole file, from 1.' });
const reason = z
  .string()
  .meta({ description: 'A sentence, or the end of one that begins with `value`.' });

export const rejectedLine = z
  .object({ line, field: z.string(), value: z.string(), ...coded, reason } satisfies Record<
    keyof Rejection,
    z.ZodType
  > &
    typeof coded)
  .meta({ id: 'RejectedLine', description: 'A line that was set aside; no other waits for it.' });

export const conflictingLine = z
  .object({ line, ...coded, reason })
  .meta({ id: 'ConflictingLine', description: 'A line that is readable and was not applied.' });

const issue = z.object({
  path: z.union([z.string(), z.array(z.union([z.string(), z.int()]))]),
  ...coded,
});

const error = z
  .object({
    code: z.string().meta({ description: 'A word for programs, such as `invalid`.' }),
    message: z.string(),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'What is wrong, by the field that it is wrong with.' }),
    issues: z.array(issue).optional(),
    values: coded.values,
  })
  .meta({ id: 'Error' });

export const refusal = z.object({ error }).meta({ id: 'Refusal' });

export const planConflict = z
  .object({ error, yours: plan.optional(), current: plan.optional() })
  .meta({ description: 'Somebody else was first: your plan and the one in force, to compare.' });
