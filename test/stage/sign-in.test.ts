import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { users } from '#local/sign-in/users';
import { spawned, until } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
});
afterAll(() => stage?.stop());

type Tokens = Readonly<{ id_token: string; access_token: string; refresh_token: string }>;

/** As the console signs in: authorization code with PKCE. */
async function signIn(): Promise<Tokens> {
  const redirect_uri = `${stage.url()}/`;
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    ...{ client_id: 'console', response_type: 'code', scope: 'openid profile', redirect_uri },
    ...{ code_challenge_method: 'S256', state: 'x' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const back = await throughThePage(`${stage.url()}/oidc/auth?${asked}`);
  const code = new URL(back).searchParams.get('code') ?? '';
  return tokensFor({
    ...{ grant_type: 'authorization_code', code },
    ...{ redirect_uri, code_verifier: verifier },
  });
}

async function tokensFor(asked: Readonly<Record<string, string>>): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: 'console', ...asked });
  const answer = await fetch(`${stage.url()}/oidc/token`, { method: 'POST', body });
  return (await answer.json()) as Tokens;
}

/** Chooses to be the second admin, as in a browser, and answers where that leads back to. */
async function throughThePage(address: string): Promise<string> {
  const browser = cookies();
  const page = await browser(address);
  const body = new URLSearchParams({ user: 'second-admin' });
  return browser(await browser(page, { method: 'POST', body }));
}

/** Keeps cookies, and answers where each call redirects to. */
function cookies() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<string> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';', 1).join().split('=');
      jar.set(name, value);
    }
    return new URL(answer.headers.get('location') ?? '', stage.url()).href;
  };
}

const answerTo = (path: string, token: string): Promise<Response> =>
  fetch(`${stage.url()}${path}`, { headers: { authorization: `Bearer ${token}` } });

it('the API opens to the access token of a sign-in and not to its id token', async () => {
  const tokens = await signIn();
  expect(decodeJwt(tokens.id_token)).toMatchObject({
    token_use: 'id',
    'cognito:groups': ['admin'],
  });
  expect((await answerTo('/api/runs', tokens.access_token)).status).toBe(200);
  expect((await answerTo('/api/runs', tokens.id_token)).status).toBe(401);
});

it('whoever signs in is known by name, from the first token and from each that renews it', async () => {
  const { sub, name, email } = users['second-admin'];
  const { access_token: first, refresh_token } = await signIn();
  const renewal = { grant_type: 'refresh_token', refresh_token };
  const [second, third] = [await tokensFor(renewal), await tokensFor(renewal)];
  const claimed = [first, second.access_token, third.access_token].map((token) => decodeJwt(token));
  for (const { jti, event_id, origin_jti, auth_time, exp, iat, ...said } of claimed) {
    expect(said).toEqual({
      ...{ sub, username: sub, name, email, 'cognito:groups': ['admin'] },
      ...{ client_id: 'console', token_use: 'access', scope: 'openid profile', version: 2 },
      iss: 'https://stage.ingat.local',
    });
    expect([origin_jti, auth_time]).toEqual([claimed[0]?.origin_jti, claimed[0]?.auth_time]);
  }
  expect(new Set(claimed.map(({ jti }) => jti)).size).toBe(3);
  expect(await (await answerTo('/api/me', third.access_token)).json()).toMatchObject({ name });
});

describe('npm run sign-in', () => {
  it('prints the token of whoever signs in, and nothing else', async () => {
    const { child, said } = spawned('sign-in.ts', ['--url', stage.url()]);
    const printed = text(child.stdout as Readable);
    await until(() => /\/oidc\/auth\?\S+\s/.test(said()), { child, said });
    const back = await throughThePage(/http\S+\/oidc\/auth\?\S+/.exec(said())?.[0] ?? '');
    // Another page of this machine cannot end it with a code of its own.
    expect((await fetch(new URL('/?code=theirs&state=theirs', back))).status).toBe(404);
    expect(await (await fetch(back)).text()).toContain('You are signed in.');
    const token = (await printed).trim();
    expect(decodeJwt(token)).toMatchObject({ token_use: 'access', 'cognito:groups': ['admin'] });
    expect((await answerTo('/api/runs', token)).status).toBe(200);
  });

  it('says in one sentence where there is no console', async () => {
    const { child, said } = spawned('sign-in.ts', ['--url', 'http://127.0.0.1:1']);
    const [code] = await once(child, 'close');
    expect(said().trim()).toBe('Nothing answers at http://127.0.0.1:1');
    expect(code).toBe(1);
  });
});
