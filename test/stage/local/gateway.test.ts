import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Emulator } from '#local/emulator';
import { users } from '#local/sign-in/users';
import { startStubStage } from './stub-stage.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
let stage: Emulator;
const echo = (event: Event) => ({
  statusCode: 207,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(event),
});
const broken = () => {
  throw new Error('no database');
};

beforeAll(async () => {
  stage = await startStubStage({
    workers: echo,
    'receive-payment': echo,
    'import-workers': echo,
    me: broken,
  });
});
afterAll(() => stage.stop());

const call = async (path: string, init: RequestInit = {}) =>
  fetch(stage.url + path, {
    ...init,
    headers: { authorization: `Bearer ${await stage.signIn('finance')}`, ...init.headers },
  });
const seen = async (path: string, init?: RequestInit) =>
  (await (await call(path, init)).json()) as Event;

it('builds the event of payload format 2.0', async () => {
  const event = await seen('/api/workers/wrk_1?a=1&a=2&b=x%20y', {
    headers: { 'X-Trace': 'T', 'user-agent': 'test' },
  });
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'GET /api/workers/{id}',
    rawPath: '/api/workers/wrk_1',
    rawQueryString: 'a=1&a=2&b=x%20y',
    queryStringParameters: { a: '1,2', b: 'x y' },
    pathParameters: { id: 'wrk_1' },
    headers: { 'x-trace': 'T' },
    isBase64Encoded: false,
    requestContext: {
      http: { method: 'GET', path: '/api/workers/wrk_1', sourceIp: '127.0.0.1', userAgent: 'test' },
      authorizer: { jwt: { claims: { 'cognito:groups': '[finance]', sub: users.finance.sub } } },
    },
  });
  expect(event.requestContext.timeEpoch).toBeGreaterThan(Date.parse('2026-11-11T00:00:00Z'));
  expect(event.body).toBeUndefined();
});

it('passes text as text, byte for byte, and other bytes as base64', async () => {
  const text = '\uFEFFnik,nama\r\n0,Sitié';
  expect(await seen('/api/workers/import', { method: 'POST', body: text })).toMatchObject({
    body: text,
    isBase64Encoded: false,
  });
  const latin1 = Buffer.from('Andr\xe9', 'latin1');
  expect(await seen('/api/workers/import', { method: 'POST', body: latin1 })).toMatchObject({
    body: latin1.toString('base64'),
    isBase64Encoded: true,
  });
});

it.each([
  ['wrk%5F1', 'wrk_1'],
  ['wrk_1%3Fa', 'wrk_1'],
  ['100%25', '100%'],
  ['1%252F2', '1%2F2'],
])('decodes a path once, as an HTTP API does: %s', async (sent, id) => {
  expect(await seen(`/api/workers/${sent}`)).toMatchObject({
    rawPath: `/api/workers/${id}`,
    pathParameters: { id },
  });
});

it.each([
  ['a/b', 404],
  ['%zz', 400],
])('finds no route where an HTTP API would find none: %s', async (id, status) => {
  expect((await call(`/api/workers/${id.replace('/', '%2F')}`)).status).toBe(status);
});

it('passes the answer of the handler on', async () => {
  const answer = await call('/api/workers/wrk_1');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([207, 'application/json']);
});

it.each([[''], ['Bearer x.y.z'], ['Basic YQ==']])('asks "%s" to sign in', async (authorization) => {
  const answer = await call('/api/me', { headers: { authorization } });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { code: 'unauthorized' } });
});

it('asks for no token where a signature counts', async () => {
  const event = await seen('/api/payments', {
    method: 'POST',
    body: '{}',
    headers: { authorization: '' },
  });
  expect(event.requestContext.authorizer).toBeUndefined();
});

it.each(['/api/nothing', '/elsewhere.js', '/_local/nothing', '/api/workers/'])(
  'knows nothing of %s',
  async (path) => {
    expect((await call(path)).status).toBe(404);
  },
);

it('takes 10 MB and not a byte more', async () => {
  const answer = await call('/api/workers/import', {
    method: 'POST',
    body: 'x'.repeat(10 * 1024 * 1024 + 1),
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { code: 'too-large' } });
});

it('answers 500 in words when a handler breaks', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const answer = await call('/api/me');
  expect(answer.status).toBe(500);
  expect(complaints).toHaveBeenCalledWith('me failed: no database');
  complaints.mockRestore();
  expect(await answer.json()).toMatchObject({ error: { code: 'failed' } });
});
