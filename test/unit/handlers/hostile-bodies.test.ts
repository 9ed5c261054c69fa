import { describe, expect, it, vi } from 'vitest';
import contract from '#api/openapi' with { type: 'json' };
import { type Route, routes } from '#triggers';
import { aWorker } from '../../builders.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();

const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, at]));
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const bodies: readonly (readonly [said: string, body: string])[] = [
  ['400,000 fields', JSON.stringify(fields(400_000))],
  ['20,000 fields', JSON.stringify(fields(20_000))],
  ['a name of 200,000 characters', JSON.stringify({ ['x'.repeat(200_000)]: 1 })],
  ['lists 100,000 deep', deep(100_000)],
  ['a deep plan', `{"plan":{"steps":${deep(100_000)}},"from":"2026-11-11","to":"2026-11-30"}`],
  ['deep steps', `{"steps":${deep(100_000)}}`],
  ['80,000 empty steps', `{"steps":[${'{},'.repeat(80_000)}{}]}`],
  [
    'a text of 240,000 letters',
    JSON.stringify({ paidText: { texts: { id: 'w'.repeat(240_000) } } }),
  ],
];

type Paths = Readonly<Record<string, Readonly<Record<string, object>>>>;
const takesJson = ({ method, path }: Route): boolean =>
  JSON.stringify((contract.paths as Paths)[path]?.[method.toLowerCase()]).includes(
    '"requestBody":{"required":true,"content":{"application/json"',
  );

const takers = (routes as readonly Route[])
  .filter(takesJson)
  .map(({ method, path, roles }) => ({ call: `${method} ${path}`, roles }));

it('this many calls take JSON', () => expect(takers.length).toBeGreaterThan(8));

it('400,000 fields are not even read', async () => {
  const { status, body } = await calls('POST /api/workers/find', { body: bodies[0]?.[1] });
  expect([status, body.error.issues]).toMatchObject([413, [{ code: 'body-too-large' }]]);
});

describe.each(bodies)('a body of %s is the fault of its sender', (_, body) => {
  it.each(takers)('$call', async ({ call, roles }) => {
    given.memory.state.workers.set(siti.workerId, siti);
    const groups = Array.isArray(roles) ? `[${roles[0]}]` : '';
    const headers = { 'if-match': '1' };
    const answer = await calls(call, { params: { id: siti.workerId }, body, groups, headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.body).length).toBeLessThan(100_000);
  });
});
