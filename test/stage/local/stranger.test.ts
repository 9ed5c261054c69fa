import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Emulator } from '#local/emulator';
import { startStubStage } from './stub-stage.ts';

let stage: Emulator;
beforeAll(async () => {
  stage = await startStubStage({ me: () => ({ statusCode: 200, body: '{}' }) });
});
afterAll(() => stage.stop());

type Asked = Readonly<{ host?: string; origin?: string; method?: string; body?: string }>;

/** As a browser asks, which alone decides what stands in Host and Origin. */
async function ask(path: string, { method = 'GET', body, ...headers }: Asked) {
  const sending = request(`${stage.url}${path}`, { method, headers, agent: false });
  sending.end(body);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: await text(answer) };
}

const signIn = { method: 'POST', body: '{"role":"admin"}' };
const paths = ['/_local/outbox', '/api/openapi.json', '/api/me', '/', '/settings.json', '/oidc/me'];

it('a page that calls itself by the address of this machine gets no admin’s token', async () => {
  for (const host of ['evil.example', `evil.example:${stage.port}`, '127.0.0.1:1', '127.0.0.1']) {
    const { status, body } = await ask('/_local/sign-in', { ...signIn, host });
    expect([host, status]).toEqual([host, 403]);
    expect(JSON.parse(body).error).toEqual({
      code: 'forbidden',
      message: `Ingat on this machine answers only at http://127.0.0.1:${stage.port} and http://localhost:${stage.port}, not at "${host}".`,
    });
  }
});

it.each(paths)('nobody reads %s by another name', async (path) =>
  expect((await ask(path, { host: 'evil.example' })).status).toBe(403),
);

it('a page from elsewhere can neither move the clock nor sign in, though it cannot hear the answer', async () => {
  const before = Date.now();
  for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${stage.port}`]) {
    const clock = { method: 'POST', body: '{"by":"P3D"}', origin };
    expect((await ask('/_local/clock', clock)).status).toBe(403);
    expect((await ask('/_local/sign-in', { ...signIn, origin })).status).toBe(403);
    expect((await ask('/oidc/token', { method: 'POST', origin })).status).toBe(403);
  }
  expect(Date.now() - before).toBeLessThan(86_400_000);
});

it('the console and programs on this machine come in, by either name', async () => {
  for (const host of [
    `127.0.0.1:${stage.port}`,
    `localhost:${stage.port}`,
    `LOCALHOST:${stage.port}`,
  ])
    for (const origin of [undefined, `http://${host}`]) {
      const asked = { ...signIn, host, ...(origin ? { origin } : {}) };
      expect((await ask('/_local/sign-in', asked)).status).toBe(200);
    }
});
