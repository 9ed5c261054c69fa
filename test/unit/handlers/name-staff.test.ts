import { expect, it, vi } from 'vitest';
import { tokenTrigger } from '#triggers';
import { givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', () => {
  throw new Error('It reaches for a client: were that one down, nobody could sign in');
});

const { printed } = givenHandlers();
const sub = 'b6153e9f-d07c-4a3b-a6e4-e82d7f91c504';
const event = (attributes: object) => ({
  version: '2',
  triggerSource: 'TokenGeneration_RefreshTokens',
  region: 'ap-southeast-3',
  userPoolId: 'ap-southeast-3_AbCdEfGhI',
  userName: sub,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'console' },
  request: {
    userAttributes: {
      sub,
      'cognito:user_status': 'CONFIRMED',
      email_verified: 'true',
      ...attributes,
    },
    groupConfiguration: {
      groupsToOverride: ['service'],
      iamRolesToOverride: [],
      preferredRole: null,
    },
    scopes: ['openid', 'profile'],
  },
  response: { claimsAndScopeOverrideDetails: null },
});
const email = 'ayu@ingat.example';
const answered = async (attributes: object) =>
  (await invoke(tokenTrigger.handler, event(attributes))) as Readonly<{ response: unknown }>;
const adding = (claimsToAddOrOverride: object) => ({
  claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } },
});

it('an access token gets name and e-mail address, in the shape of version 2', async () => {
  const name = 'Ayu Puspita';
  expect(await answered({ name, email })).toEqual({
    ...event({ name, email }),
    response: adding({ name, email }),
  });
});

it('the e-mail address stands in for a name that nobody gave', async () => {
  expect((await answered({ email })).response).toEqual(adding({ name: email, email }));
});

it('somebody without either signs in all the same', async () => {
  expect((await answered({})).response).toEqual(adding({}));
});

it('a name is cleaned before it is in a token, and is not logged', async () => {
  const { response } = await answered({ name: 'Ayu\u202e Puspita', email });
  expect(response).toEqual(adding({ name: 'Ayu Puspita', email }));
  expect(printed.join()).not.toMatch(/ayu|puspita/i);
});
