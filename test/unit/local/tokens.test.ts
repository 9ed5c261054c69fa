import { decodeJwt, importJWK, SignJWT } from 'jose';
import { afterAll, expect, it } from 'vitest';
import { importHandler, startLambda } from '#local/lambda';
import { issuer } from '#local/sign-in/access-token';
import { algorithm, startTokens } from '#local/sign-in/tokens';
import { users } from '#local/sign-in/users';
import { openState } from '#local/state';
import { tokenTrigger } from '#triggers';

const state = openState(':memory:');
afterAll(() => state.close());

const { name, email, sub } = users.service;
const log = {
  around: (_: unknown, work: () => Promise<unknown>) => work(),
  failed: () => undefined,
};
/** Cognito, whose trigger answers this; else it is our own. */
const tokensOf = (trigger?: (event: object) => unknown) =>
  startTokens(
    state,
    startLambda({
      load: async (handler) =>
        trigger ? async (event) => trigger(event as object) : importHandler(handler),
      log: log as never,
      faults: { nextCall: () => undefined },
      cloudwatch: { put: () => undefined },
      bury: () => undefined,
    }),
  );
const claimsOf = async (trigger?: (event: object) => unknown) =>
  decodeJwt(await tokensOf(trigger).sign('service'));

it('an access token has the claims of Cognito’s, and what the trigger adds', async () => {
  const claims = await claimsOf();
  expect(Object.keys(claims).sort()).toEqual([
    ...['auth_time', 'client_id', 'cognito:groups', 'email', 'event_id', 'exp', 'iat', 'iss'],
    ...['jti', 'name', 'origin_jti', 'scope', 'sub', 'token_use', 'username', 'version'],
  ]);
  expect(claims).toMatchObject({ sub, username: sub, name, email, token_use: 'access' });
});

it('without a trigger it carries neither name nor e-mail address', async () => {
  const claims = await claimsOf((event) => event);
  expect(claims).not.toHaveProperty('name');
  expect(claims).not.toHaveProperty('email');
});

it('an answer in the shape of version 1 adds nothing', async () => {
  const added = { claimsToAddOrOverride: { name } };
  const claims = await claimsOf((event) => ({
    ...event,
    response: { claimsOverrideDetails: added },
  }));
  expect(claims).not.toHaveProperty('name');
});

it('a trigger cannot make somebody another person, or an admin', async () => {
  const forged = { sub: users.admin.sub, username: 'root', 'cognito:groups': '[admin]' };
  const claims = await claimsOf((event) => ({
    ...event,
    response: {
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: forged } },
    },
  }));
  expect(claims).toMatchObject({ sub, username: sub, 'cognito:groups': ['service'] });
});

it.each([
  ['fails', () => Promise.reject(new Error('no memory'))],
  ['answers nothing', () => null],
  ['answers no event', () => ({ response: {} })],
])('nobody signs in while the trigger %s', async (_, trigger) => {
  await expect(tokensOf(trigger).sign('service')).rejects.toThrow();
});

it('is asked as Cognito asks', async () => {
  const asked: object[] = [];
  await claimsOf((event) => asked.push(event) && event);
  expect(asked).toMatchObject([
    {
      version: '2',
      triggerSource: 'TokenGeneration_Authentication',
      userName: sub,
      request: {
        userAttributes: { sub, name, email, email_verified: 'true' },
        groupConfiguration: { groupsToOverride: ['service'] },
      },
      response: { claimsAndScopeOverrideDetails: null },
    },
  ]);
  expect(tokenTrigger.handler).toBe('name-staff');
});

it('a token of another client is refused, as API Gateway refuses it', async () => {
  const tokens = tokensOf();
  const signed = async (claims: object): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: algorithm })
      .setIssuer(issuer)
      .sign(await importJWK(tokens.key, algorithm));
  expect(await tokens.verify(await signed({ client_id: 'console' }))).not.toBeNull();
  expect(await tokens.verify(await signed({ client_id: 'another' }))).toBeNull();
  expect(await tokens.verify(await signed({ aud: 'another', client_id: 'console' }))).toBeNull();
});
