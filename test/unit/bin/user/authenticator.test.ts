import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { close, listen } from '#local/http/aws-protocols';
import { acts } from '../../../../bin/user/deeds.ts';
import { poolOf } from '../../../../bin/user/pool.ts';

/** Cognito, as far as it answers a reset: moto does not know AdminDeleteSoftwareToken. */
const heard: string[] = [];
const server = createServer(async (request, response) => {
  const [, action] = String(request.headers['x-amz-target']).split('.');
  const { UserPoolId, Username } = JSON.parse(await text(request));
  heard.push(`${action} ${UserPoolId} ${Username}`);
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}');
});
let endpoint = '';
beforeAll(async () => {
  endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterAll(() => close(server));

const dewi = {
  ...{ name: 'Dewi Lestari', isVerified: true, isEnabled: true, isInvited: false },
  groups: ['admin'],
};

it('while the authenticator is gone, the old password is no use', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const cognito = new CognitoIdentityProvider({ region: 'ap-southeast-3', endpoint, credentials });
  const pool = poolOf(cognito, 'ap-southeast-3_a');
  const asked = { email: 'dewi@example.id', authenticator: true };
  for (const { act } of acts.reset(dewi, asked)) await act?.(pool);
  expect(heard).toEqual([
    'AdminResetUserPassword ap-southeast-3_a dewi@example.id',
    'AdminUserGlobalSignOut ap-southeast-3_a dewi@example.id',
    'AdminDeleteSoftwareToken ap-southeast-3_a dewi@example.id',
  ]);
});
