import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { SetSMSAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stageNamed } from '#lib/stages';
import { awsIn } from '../../bin/aws/clients.ts';
import { findStack } from '../../bin/aws/stack.ts';
import { preflight, shown } from '../../bin/preflight/preflight.ts';
import { type Moto, startMoto } from './moto.ts';

/** What moto knows of all that the preflight reads; the rest is in the unit tests, recorded. */
const stage = stageNamed('production');
const aws = awsIn(stage.region);
let moto: Moto;
beforeAll(async () => {
  moto = await startMoto();
  for (const [name, value] of Object.entries(moto.environment)) vi.stubEnv(name, value);
});
afterAll(() => moto.stop());

async function lineOf(name: string, where = stage): Promise<string | undefined> {
  const { lines } = await preflight(aws, where);
  return lines.map(shown).find((line) => line.includes(`  ${name}: `));
}

it('says who looks, and at which account', async () => {
  expect(await preflight(aws, stage)).toMatchObject({
    account: '123456789012',
    caller: expect.stringMatching(/^arn:aws:/),
  });
});

it('finds the bootstrap of CDK, once it is there', async () => {
  expect(await lineOf('CDK bootstrap')).toMatch(/^stops the deployment .* found none; wanted/);
  const Name = '/cdk-bootstrap/hnb659fds/version';
  const parameters = new SSMClient(moto.config);
  await parameters.send(new PutParameterCommand({ Name, Value: '30', Type: 'String' }));
  expect(await lineOf('CDK bootstrap')).toMatch(/^ok .* version 30$/);
});

it('finds delivery logs that would stop the first deployment', async () => {
  expect(await lineOf('delivery logs')).toMatch(/^ok .* none yet$/);
  const logGroupName = 'sns/ap-southeast-3/123456789012/DirectPublishToPhoneNumber/Failure';
  await new CloudWatchLogsClient(moto.config).send(new CreateLogGroupCommand({ logGroupName }));
  expect(await lineOf('delivery logs')).toMatch(/^stops the deployment .*Failure; wanted none/);
});

it('finds what SNS may spend', async () => {
  const attributes = { MonthlySpendLimit: '300' };
  await new SNSClient(moto.config).send(new SetSMSAttributesCommand({ attributes }));
  expect(await lineOf('SMS spend limit', { ...stage, smsSpendLimitUsd: 300 })).toMatch(
    /^ok .* US\$300 a month, for 1866 parts$/,
  );
});

it('knows a certificate of CloudFront’s region, and one that is not there', async () => {
  const certificates = new ACMClient({ ...moto.config, region: 'us-east-1' });
  const asked = new RequestCertificateCommand({ DomainName: 'ingat.example.id' });
  const { CertificateArn } = await certificates.send(asked);
  const certificateArn = CertificateArn as `arn:aws:acm:us-east-1:${string}:certificate/${string}`;
  const domain = { name: 'ingat.example.id', certificateArn };
  const other = { ...domain, certificateArn: `${certificateArn}x` } as const;
  expect(await lineOf('certificate', { ...stage, domain })).toMatch(
    /^stops the deployment .* found one that is PENDING_VALIDATION;/,
  );
  expect(await lineOf('certificate', { ...stage, domain: other })).toMatch(
    /^stops the deployment .* found none with that ARN/,
  );
});

it('knows a web ACL for CloudFront, and one that is not there', async () => {
  const firewall = new WAFV2Client({ ...moto.config, region: 'us-east-1' });
  const metric = { SampledRequestsEnabled: false, CloudWatchMetricsEnabled: false };
  const { Summary } = await firewall.send(
    new CreateWebACLCommand({
      ...{ Name: 'ingat', Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } },
      VisibilityConfig: { ...metric, MetricName: 'ingat' },
    }),
  );
  const webAclArn = Summary?.ARN as `arn:aws:wafv2:us-east-1:${string}:global/webacl/${string}`;
  const other = `${webAclArn}x` as const;
  expect(await lineOf('web ACL', { ...stage, webAclArn })).toMatch(/^ok .* web ACL: ingat$/);
  expect(await lineOf('web ACL', { ...stage, webAclArn: other })).toMatch(
    /^stops the deployment .* found none with that ARN/,
  );
});

/** Moto's CloudFormation knows no user pool: the stack tells the id of one made by hand. */
const templateTelling = (pool: string) => ({
  Resources: { Alarms: { Type: 'AWS::SNS::Topic' } },
  Outputs: { AlarmTopicArn: { Value: { Ref: 'Alarms' } }, UserPoolId: { Value: pool } },
});

async function poolWithMailBySes(): Promise<string> {
  const made = {
    PoolName: 'users',
    EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' as const },
  };
  const { UserPool } = await aws.users.send(new CreateUserPoolCommand(made));
  return UserPool?.Id ?? '';
}

it('asks the stack for the topic of the alarms and for the users, once it is there', async () => {
  expect(await findStack(aws.stacks, stage)).toBeNull();
  expect(await lineOf('alarm subscriber')).toMatch(/^advice .* no topic yet/);
  expect(await lineOf('mail to staff')).toMatch(/^advice .* Cognito’s own/);
  await new CloudFormationClient(moto.config).send(
    new CreateStackCommand({
      StackName: 'ingat-production',
      TemplateBody: JSON.stringify(templateTelling(await poolWithMailBySes())),
    }),
  );
  expect(await findStack(aws.stacks, stage)).toMatchObject({ isDeployed: true });
  expect(await lineOf('alarm subscriber')).toMatch(/^stops the deployment .* found 0 confirmed;/);
  expect(await lineOf('mail to staff')).toMatch(/^ok .* SES$/);
  expect(await lineOf('delivery logs')).toMatch(/^ok /);
});

it('hears of whoever has subscribed', async () => {
  const { AlarmTopicArn: TopicArn } = (await findStack(aws.stacks, stage))?.outputs ?? {};
  const Endpoint = 'duty@example.id';
  await new SNSClient(moto.config).send(
    new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint }),
  );
  expect(await lineOf('alarm subscriber')).toMatch(/^ok .* 1 confirmed$/);
});
