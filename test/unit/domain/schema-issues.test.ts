import { expect, test } from 'vitest';
import * as z from 'zod';
import { parsePhone } from '#domain/people/phone';
import { problem } from '#domain/problem';
import { issuesOf, message, readBy } from '#domain/schema-issues';

const rupiah = message(problem('not-whole-rupiah'));
const schema = z
  .strictObject({
    name: z.string().min(1).max(5),
    amount: z.number(rupiah).int(rupiah).positive(rupiah),
    count: z.number().min(2).max(3),
    kind: z.enum(['a', 'b']),
    phone: readBy(parsePhone),
    nested: z.strictObject({ on: z.iso.date() }),
    nik: z.string().optional(),
  })
  .partial()
  .refine(({ nik }) => nik !== '', { path: ['nik'], message: message(problem('payer-not-one')) });

const found = (input: unknown) =>
  issuesOf(schema.safeParse(input).error ?? new z.ZodError([]), input).map(
    ({ path, code, values }) => [path, code, values],
  );

test.each<[string, unknown, readonly unknown[]]>([
  ['a library’s finding', { name: '' }, [['name', 'empty-text', {}]]],
  ['a text too long', { name: 'x'.repeat(6) }, [['name', 'long-text', { most: 5 }]]],
  ['a number too small', { count: 1 }, [['count', 'too-small', { least: 2 }]]],
  ['a number too big', { count: 4 }, [['count', 'too-big', { most: 3 }]]],
  ['another type', { name: 5 }, [['name', 'wrong-type', { expected: 'string' }]]],
  ['none of the choices', { kind: 'c' }, [['kind', 'not-one-of', { choices: ['a', 'b'] }]]],
  ['a message of our own, once', { amount: -1.5 }, [['amount', 'not-whole-rupiah', {}]]],
  ['what our own reader says', { phone: '0212345678' }, [['phone', 'phone-landline', {}]]],
  ['a rule over a field', { nik: '' }, [['nik', 'payer-not-one', {}]]],
  ['a field within a field', { nested: { on: 'x' } }, [['nested.on', 'not-valid', {}]]],
  ['a field that is missing', { nested: {} }, [['nested.on', 'missing', {}]]],
  [
    'a field that nobody knows',
    { nested: { on: '2026-11-11', of: 1 } },
    [['nested.of', 'unknown-field', {}]],
  ],
  ['what is no object', 'x', [['', 'wrong-type', { expected: 'object' }]]],
  ['nothing', undefined, [['', 'missing', {}]]],
])('%s', (_, input, issues) => expect(found(input)).toEqual(issues));

test('of more than a hundred faults a hundred are named, with no name longer than a line', () => {
  const body = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`f${at}`.repeat(90), 1]));
  const issues = found(body);
  expect(issues).toHaveLength(101);
  expect(issues.at(-1)).toEqual(['', 'more-faults', { more: 300 }]);
  expect(Math.max(...issues.map(([path]) => String(path).length))).toBe(100);
});
