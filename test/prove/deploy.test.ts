import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stageNamed } from '#lib/stages';
import { findStack } from '../../bin/aws/stack.ts';
import { spawned } from '../stage/process.ts';
import { type Moto, startMoto } from './moto.ts';

/** Where npm and npx only write down how they were called: moto cannot play a whole deployment. */
const folder = mkdtempSync(join(tmpdir(), 'ingat-deploy-'));
const calls = join(folder, 'calls');

let moto: Moto;
beforeAll(async () => {
  for (const program of ['npm', 'npx']) {
    const script = `#!/bin/sh\necho "${program} $*" >> ${calls}\n`;
    writeFileSync(join(folder, program), script, { mode: 0o755 });
  }
  moto = await startMoto();
});
afterAll(async () => {
  await moto.stop();
  rmSync(folder, { recursive: true });
});

async function run(command: string, options: readonly string[] = []) {
  rmSync(calls, { force: true });
  const env = { ...moto.environment, PATH: `${folder}:${process.env.PATH}`, INGAT_TOKEN: 'any' };
  const { child, said } = spawned(command, ['--stage', 'staging', ...options], env);
  const [code] = await once(child, 'close');
  const ran = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  return { code, said: said(), ran, deployed: ran.filter((call) => call.includes('cdk')) };
}

const stage = stageNamed('staging');
const deploy = 'npx cdk deploy --all -c stage=staging';

it('nothing is run where the preflight finds what stops a deployment', async () => {
  expect(await run('preflight.ts')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^staging, account 123456789012, as arn:/),
  });
  const { code, said, ran } = await run('deploy.ts');
  expect(said).toMatch(/^CDK bootstrap: found none; wanted version 6 or newer/m);
  expect([code, ran]).toEqual([1, []]);
});

it('the first time it deploys twice, and asks for somebody who hears of alarms', async () => {
  const Name = '/cdk-bootstrap/hnb659fds/version';
  const asked = new PutParameterCommand({ Name, Value: '30', Type: 'String' });
  await new SSMClient(moto.config).send(asked);
  expect(await run('preflight.ts')).toMatchObject({ code: 0 });
  const { code, said, ran } = await run('deploy.ts');
  expect(ran).toEqual(['npm run build:web', `${deploy} -c unprotected=true`, deploy]);
  expect(said).toContain('It is deployed, but nobody hears when an alarm rings.');
  expect(code).toBe(1);
});

it('a later deployment waits for a subscriber, and passes on what cdk is to be told', async () => {
  const template = {
    Resources: { Alarms: { Type: 'AWS::SNS::Topic' } },
    Outputs: { AlarmTopicArn: { Value: { Ref: 'Alarms' } } },
  };
  const stacks = new CloudFormationClient(moto.config);
  const made = new CreateStackCommand({
    ...{ StackName: 'ingat-staging', TemplateBody: JSON.stringify(template) },
    EnableTerminationProtection: true,
  });
  await stacks.send(made);
  const refused = await run('deploy.ts');
  expect(refused).toMatchObject({ code: 1, ran: [] });
  expect(refused.said).toContain('To deploy all the same: --without-subscriber.');
  expect((await run('deploy.ts', ['--without-subscriber'])).deployed).toEqual([deploy]);
  const { AlarmTopicArn: TopicArn } = (await findStack(stacks, stage))?.outputs ?? {};
  const subscribing = { TopicArn, Protocol: 'email', Endpoint: 'duty@example.id' };
  await new SNSClient(moto.config).send(new SubscribeCommand(subscribing));
  const { code, deployed } = await run('deploy.ts', ['--', '--require-approval', 'never']);
  expect([code, deployed]).toEqual([0, [`${deploy} --require-approval never`]]);
});
