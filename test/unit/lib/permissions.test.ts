import type { App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { stageNamed } from '#lib/stages';
import {
  listOf,
  newStackOf,
  properties,
  resources,
  type Statement,
  stackOf,
  statements,
} from './staging.ts';

/** These work during a deployment alone: acknowledged beside the construct, if at all. */
const isOfDeployment = (id: string): boolean =>
  /^(AWSCDKTrigger|CustomCDKBucketDeployment|CustomS3AutoDeleteObjects|CanariesRole)/.test(id);
const allowed = statements().filter(
  ({ policy, statement }) => statement.Effect === 'Allow' && !isOfDeployment(policy),
);
const actionsOf = ({ Action }: Statement) => listOf(Action);
const resourcesOf = ({ Resource }: Statement) =>
  listOf(Resource).map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));

/** Actions allowed on more than a named resource, each explained beside its policy. */
const wide = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'sns:Publish',
  'sms-voice:SendTextMessage',
  'sns:SetSMSAttributes',
  'sms-voice:SetTextMessageSpendLimitOverride',
  'sms-voice:DescribeSpendLimits',
  'scheduler:CreateSchedule',
  'scheduler:UpdateSchedule',
  'scheduler:DeleteSchedule',
  'scheduler:GetSchedule',
  'scheduler:ListSchedules',
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
];

describe('no role', () => {
  test('may do all of anything', () => {
    expect(
      allowed
        .flatMap(({ statement }) => actionsOf(statement))
        .filter((action) => action.includes('*')),
    ).toEqual([]);
  });

  test('may reach what it cannot name, but for a few actions', () => {
    const wild = allowed.filter(({ statement }) =>
      resourcesOf(statement).some((resource) => resource.includes('*')),
    );
    expect(
      wild
        .flatMap(({ statement }) => actionsOf(statement))
        .filter((action) => !wide.includes(action)),
    ).toEqual([]);
  });

  test('of a function of ours carries a policy that AWS writes and may widen', () => {
    const managed = [...resources('AWS::IAM::Role')].filter(
      ([id, { ManagedPolicyArns }]) => ManagedPolicyArns && !isOfDeployment(id),
    );
    expect(managed).toEqual([]);
  });

  test('reads the whole table: nobody may scan', () => {
    expect(allowed.flatMap(({ statement }) => actionsOf(statement))).not.toContain('dynamodb:Scan');
  });
});

const policiesAllowing = (action: string) =>
  allowed
    .filter(({ statement }) => actionsOf(statement).includes(action))
    .map(({ policy }) => policy);

describe('texts', () => {
  test('are sent by send-reminders and send-sample (samples) alone', () => {
    const senders = ['sendreminders', 'sendsample'];
    expect(policiesAllowing('sns:Publish')).toEqual(
      senders.map((name) => expect.stringContaining(name)),
    );
  });

  test('go to phones, never to a topic', () => {
    const denied = statements().filter(({ statement }) => statement.Effect === 'Deny');
    for (const { statement } of denied)
      expect(statement).toMatchObject({ Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' });
    expect(policiesAllowing('sns:Publish')).toEqual(denied.map(({ policy }) => policy));
  });
});

describe('the stream of the table', () => {
  test('is read by tally and by no other function', () => {
    expect(policiesAllowing('dynamodb:GetRecords')).toEqual([expect.stringContaining('tally')]);
  });
});

describe('schedules', () => {
  test('are kept by apply-plan, and by plan after each change, in the group of the plan', () => {
    const keeping = allowed.filter(({ statement }) =>
      actionsOf(statement).includes('scheduler:DeleteSchedule'),
    );
    expect(keeping.map(({ policy }) => policy)).toEqual([
      expect.stringContaining('applyplan'),
      expect.stringContaining('Apiplan'),
    ]);
    for (const { statement } of keeping)
      expect(JSON.stringify(statement.Resource)).toContain(':schedule/ingat/*');
  });

  test('can be given no role but theirs, which may start plan-run and nothing else', () => {
    const passing = allowed.filter(
      ({ policy, statement }) =>
        /applyplan|Apiplan/.test(policy) && actionsOf(statement).includes('iam:PassRole'),
    );
    const theirs = {
      Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      Resource: { 'Fn::GetAtt': [expect.stringContaining('ingatschedulesRole'), 'Arn'] },
    };
    expect(passing.map(({ statement }) => statement)).toMatchObject([theirs, theirs]);
    const invoking = allowed.filter(
      ({ policy, statement }) =>
        policy.includes('ingatschedulesRole') &&
        actionsOf(statement).includes('lambda:InvokeFunction'),
    );
    expect(invoking.map(({ statement }) => statement.Resource)).toEqual([
      { 'Fn::GetAtt': [expect.stringContaining('planrunFunction'), 'Arn'] },
    ]);
  });
});

describe('cdk-nag', () => {
  test.each(['staging', 'production'])('finds nothing in %s that is not explained', (layout) => {
    const app = stackOf(layout).node.root as App;
    expect(() => app.synth()).not.toThrow();
  });

  test('stops the synthesis at anything else', () => {
    const stack = newStackOf('staging');
    new Bucket(stack, 'Planted');
    const app = stack.node.root as App;
    expect(() => app.synth()).toThrow('AwsSolutions-S1');
  });
});

test.each([
  ['production', true],
  ['staging', false],
])('in %s a change of steps or texts needs a second admin: %s', (layout, approval) => {
  expect(stageNamed(layout).settings.approval).toBe(approval);
});

test('a stage that does not exist is refused with those that do', () => {
  expect(() => stageNamed('prod')).toThrow(
    'There is no stage prod; there are production and staging',
  );
});

describe('alarms', () => {
  test('reach the topic: CloudWatch is let in beside what the topic denies', () => {
    const statements = properties('AWS::SNS::TopicPolicy').flatMap(
      ({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement,
    );
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });
});
