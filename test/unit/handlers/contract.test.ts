import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { workerColumns } from '#domain/people/roster/roster-columns';
import { openApi } from '#handlers/contract/openapi';
import { exactly } from '#handlers/contract/schemas/schema';
import { type Role, type Route, routes } from '#triggers';
import { answerFaults, schemaFaults } from '../../stage/answer-check.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);
givenHandlers();

const committed = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));
type Node = Readonly<Record<string, unknown>>;

/** Every object in the document, with where it stands. */
const nodesIn = (node: unknown, place: readonly string[] = []): [readonly string[], Node][] =>
  typeof node === 'object' && node !== null
    ? [
        [place, node as Node],
        ...Object.entries(node).flatMap(([name, part]) => nodesIn(part, [...place, name])),
      ]
    : [];

describe('the committed contract', () => {
  it('is what the schemas say today: else run npm run build:api', () => {
    expect(committed).toEqual(openApi());
  });

  it('is served to who has no token', async () => {
    expect((await calls('GET /api/openapi.json', { groups: '' })).body).toEqual(committed);
  });

  it.each(routes as readonly Route[])('tells of $method $path', ({ method, path, roles }) => {
    const operation = committed.paths[path][method.toLowerCase()];
    expect(operation).toMatchObject({
      operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
      summary: expect.stringMatching(/^[A-Z].*\.$/),
      tags: [expect.any(String)],
      'x-roles': typeof roles === 'string' ? [] : (roles as readonly Role[]),
    });
    for (const answer of Object.values(operation.responses))
      expect(answer).toMatchObject({ description: expect.any(String), content: expect.anything() });
  });

  it('holds nothing from outside in an address: a slash in a reference would end it', () => {
    const parts = routes.flatMap(({ path }) => path.match(/(?<=\{)\w+(?=\})/g) ?? []);
    expect([...new Set(parts)].sort()).toEqual(['id', 'importId', 'month', 'runId']);
  });

  it('names each operation once', () => {
    const ids = nodesIn(committed).flatMap(([, { operationId }]) => operationId ?? []);
    expect(ids).toHaveLength(routes.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const examples = nodesIn(committed).flatMap(([place, { examples, example }]) => [
    ...(Array.isArray(examples) ? examples.map((each) => [place, each] as const) : []),
    ...(example === undefined ? [] : [[[...place, 'schema'], example] as const]),
  ]);

  it.each(examples)('has an example at %j that fits its own schema', (place, example) => {
    expect(schemaFaults(place, example)).toEqual([]);
  });

  it('has examples of made-up people alone', () => {
    const text = JSON.stringify(committed);
    expect(text.match(/\b\d{16}\b/g)?.filter((nik) => !nik.startsWith('99'))).toEqual([]);
    expect(text.match(/\b(\+62|0)8\d{8,}/g)?.filter((phone) => !phone.includes('870'))).toEqual([]);
  });
});

it('what a core system is told of a roster are its columns and all their headings', () => {
  const told = readFileSync('docs/api/rosters.md', 'utf8');
  const rows = told.split('\n').filter((line) => line.startsWith('| `'));
  const words = (cells: string) => [...cells.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);
  const [names, headings] = [1, 2].map((cell) =>
    rows.flatMap((row) => words(row.split('|')[cell] ?? '')),
  );
  expect(names).toEqual(Object.keys(workerColumns));
  expect(headings).toEqual(Object.values(workerColumns).flatMap((column) => column.headings));
});

describe('an answer that is not in the contract is found', () => {
  const me = { name: 'dewi', roles: ['admin'], now: '2026-11-11T02:00:00.000Z' };
  const answered = (body: object, status = 200) =>
    answerFaults({
      routeKey: 'GET /api/me',
      status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each([
    ['as it should be', me, 200, []],
    ['a field more', { ...me, nik: 'x' }, 200, [expect.stringContaining('additional')]],
    ['a field less', { ...me, now: undefined }, 200, [expect.stringContaining('required')]],
    ['another type', { ...me, name: 7 }, 200, [expect.stringContaining('/name must be string')]],
    ['another status', me, 204, [expect.stringContaining('may not answer 204')]],
  ])('%s', (_, body, status, faults) => {
    expect(answered(body, status)).toEqual(faults);
  });
});

it('a schema that differs from its type does not compile', () => {
  exactly<{ a: string; b?: number }>()(z.object({ a: z.string(), b: z.number().optional() }));
  // @ts-expect-error: a field is missing that need not be there
  exactly<{ a: string; b?: number }>()(z.object({ a: z.string() }));
  // @ts-expect-error: a field too many
  exactly<{ a: string }>()(z.object({ a: z.string(), b: z.number().optional() }));
  const deep = z.object({ a: z.array(z.object({ b: z.enum(['x']) })) });
  // @ts-expect-error: another type, deep inside
  exactly<{ a: readonly { b: 'x' | 'y' }[] }>()(deep);
});
