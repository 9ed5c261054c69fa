import * as z from 'zod';

type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

/** A schema of exactly the type T: a field that only one of the two has does not compile. */
export const exactly =
  <T>() =>
  <S extends z.ZodType>(
    schema: S & (Same<z.output<S>, T> extends true ? unknown : Readonly<{ differsFrom: T }>),
  ): S =>
    schema;

/** Several fields of one schema. */
export const each = <S extends z.ZodType, N extends string>(schema: S, ...names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<N, S>;

export const listOf = <F extends z.core.$ZodShape>(fields: F) => z.array(z.object(fields));

const text = (id: string, pattern: RegExp, more: object) =>
  z
    .string()
    .regex(pattern)
    .meta({ id, ...more });

export const date = text('Date', /^\d{4}-\d{2}-\d{2}$/, { format: 'date' });
export const month = text('Month', /^\d{4}-\d{2}$/, {
  description: 'A calendar month.',
  examples: ['2026-11'],
});
export const instant = text('Instant', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, {
  format: 'date-time',
  description: 'A moment in UTC, with milliseconds.',
});
export const time = text('Time', /^\d{2}:\d{2}$/, { description: 'A local time of day.' });
export const workerId = text('WorkerId', /^wrk_[0-9a-f]{20}$/, {
  description: 'Stands for a person: a keyed hash of their NIK, which is not stored.',
  examples: ['wrk_0123456789abcdef0123'],
});
export const importId = text('ImportId', /^imp_[0-9a-f]{20}$/, {
  description: 'A file on its way in.',
  examples: ['imp_0123456789abcdef0123'],
});
export const runId = z.string().meta({ examples: ['run_WIB_2026-11-11_0900_before_2026-11'] });
export const rupiah = z.int().meta({ id: 'Rupiah', description: 'Whole rupiah.' });
export const count = z.int().min(0);
export const share = z
  .number()
  .nullable()
  .describe('A fraction, 0.61 being 61 %; null where there is nothing to divide by.');

export const planned = z
  .object({ anchor: z.enum(['due', 'lapse']), offsetDays: z.int() })
  .nullable()
  .describe('Where the step stood in that version of the plan; null for a confirmation.');

const next = z.string().describe('Where there is more: the `cursor` of the next page.');
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: next.optional() });
