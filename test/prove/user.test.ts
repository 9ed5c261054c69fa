import { once } from 'node:events';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawned } from '../stage/process.ts';
import { type Moto, startMoto } from './moto.ts';

/**
 * Moto's CloudFormation knows no user pool: the stack tells the id of one that was made by hand.
 */
const templateTelling = (id: string) => ({
  Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
  Outputs: { UserPoolId: { Value: id } },
});

let moto: Moto;
let cognito: CognitoIdentityProvider;
let UserPoolId: string;
beforeAll(async () => {
  moto = await startMoto();
  cognito = new CognitoIdentityProvider(moto.config);
});
afterAll(() => moto.stop());

async function user(...typed: readonly string[]) {
  const options = [...typed, '--stage', 'staging', '--email', 'dewi@example.id'];
  const { child, said } = spawned('user.ts', options, moto.environment);
  const [code] = await once(child, 'close');
  return { code, said: said().trim().split('\n') };
}

const dewi = async () => {
  const { Users: [found] = [] } = await cognito.listUsers({ UserPoolId });
  const Username = found?.Username;
  const { Groups = [] } = await cognito.adminListGroupsForUser({ UserPoolId, Username });
  const attributes = found?.Attributes?.map(({ Name = '', Value }) => [Name, Value]) ?? [];
  return {
    status: found?.UserStatus,
    isEnabled: found?.Enabled,
    attributes: Object.fromEntries(attributes),
    // Moto lists them in any order.
    groups: Groups.map(({ GroupName }) => GroupName).sort(),
  };
};

it('says what to do before there is a stack', async () => {
  expect(await user('add', '--name', 'Dewi Lestari', '--role', 'admin')).toEqual({
    code: 1,
    said: [
      'The stack ingat-staging has no output UserPoolId yet: npm run deploy -- --stage staging',
    ],
  });
});

it('adds somebody with a verified address, a name and their roles, once', async () => {
  const made = { PoolName: 'users', UsernameAttributes: ['email' as const] };
  UserPoolId = (await cognito.createUserPool(made)).UserPool?.Id ?? '';
  const TemplateBody = JSON.stringify(templateTelling(UserPoolId));
  const stack = { StackName: 'ingat-staging', TemplateBody };
  await new CloudFormationClient(moto.config).send(new CreateStackCommand(stack));
  for (const GroupName of ['admin', 'finance', 'service'])
    await cognito.createGroup({ UserPoolId, GroupName });
  const typed = ['add', '--name', 'Dewi Lestari', '--role', 'admin,finance'];
  expect((await user(...typed)).said).toHaveLength(3);
  const expected = {
    ...{ status: 'FORCE_CHANGE_PASSWORD', isEnabled: true, groups: ['admin', 'finance'] },
    attributes: { email: 'dewi@example.id', email_verified: 'true', name: 'Dewi Lestari' },
  };
  expect(await dewi()).toMatchObject(expected);
  expect(await user(...typed)).toEqual({ code: 0, said: ['They are there already, as wanted.'] });
  expect(await dewi()).toMatchObject(expected);
});

it('gives somebody who is there another name and other roles', async () => {
  await user('add', '--name', 'Dewi L.', '--role', 'service');
  expect(await dewi()).toMatchObject({ attributes: { name: 'Dewi L.' }, groups: ['service'] });
});

it('invites somebody anew who has not signed in yet', async () => {
  expect(await user('reset')).toEqual({
    code: 0,
    said: ['dewi@example.id has not signed in yet, and is invited anew by mail.'],
  });
});

it('has somebody set a new password', async () => {
  const Username = 'dewi@example.id';
  await cognito.adminSetUserPassword({
    UserPoolId,
    Username,
    Password: 'Aa1!aaaaaaaa',
    Permanent: true,
  });
  expect((await dewi()).status).toBe('CONFIRMED');
  expect(await user('reset')).toMatchObject({ code: 0 });
  expect((await dewi()).status).toBe('RESET_REQUIRED');
});

it('removes somebody, once, and brings them back', async () => {
  expect((await user('remove')).code).toBe(0);
  expect(await dewi()).toMatchObject({ isEnabled: false, groups: [] });
  expect((await user('remove')).said).toEqual(['dewi@example.id is disabled already.']);
  await user('add', '--role', 'admin');
  expect(await dewi()).toMatchObject({ isEnabled: true, groups: ['admin'] });
});
