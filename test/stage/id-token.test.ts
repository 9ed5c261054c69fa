import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
});
afterAll(() => stage?.stop());

type Tokens = Readonly<{ id_token: string; access_token: string }>;

/** As the console signs in: authorization code with PKCE, choosing to be the admin on the way. */
async function signIn(): Promise<Tokens> {
  const redirect_uri = `${stage.url()}/`;
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    ...{ client_id: 'console', response_type: 'code', scope: 'openid profile', redirect_uri },
    ...{ code_challenge_method: 'S256', state: 'x' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const browser = cookies();
  const page = await browser(`${stage.url()}/oidc/auth?${asked}`);
  const back = await browser(page, {
    method: 'POST',
    body: new URLSearchParams({ role: 'admin' }),
  });
  const code = new URL(await browser(back)).searchParams.get('code') ?? '';
  const body = new URLSearchParams({
    ...{ grant_type: 'authorization_code', client_id: 'console', code },
    ...{ redirect_uri, code_verifier: verifier },
  });
  const answer = await fetch(`${stage.url()}/oidc/token`, { method: 'POST', body });
  return (await answer.json()) as Tokens;
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

it('the API opens to the access token of a sign-in and not to its id token', async () => {
  const tokens = await signIn();
  expect(decodeJwt(tokens.id_token)).toMatchObject({
    token_use: 'id',
    'cognito:groups': ['admin'],
  });
  const statusWith = async (token: string): Promise<number> =>
    (await fetch(`${stage.url()}/api/runs`, { headers: { authorization: `Bearer ${token}` } }))
      .status;
  expect(await statusWith(tokens.access_token)).toBe(200);
  expect(await statusWith(tokens.id_token)).toBe(401);
});
