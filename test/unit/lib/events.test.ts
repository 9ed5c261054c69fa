import { describe, expect, test } from 'vitest';
import {
  deliveryLogs,
  type Route,
  routes,
  sliceQueue,
  tableStream,
  upkeepSchedules,
} from '#triggers';
import { dependencies, functionOf, one, properties, resources } from './staging.ts';

describe('queues', () => {
  test('slices go to as many senders as the carrier can bear, one each', () => {
    expect(one('AWS::Lambda::EventSourceMapping', 'slices')).toMatchObject({
      BatchSize: sliceQueue.batchSize,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('a slice returns when its sender is gone; after three senders it is a dead letter', () => {
    expect(one('AWS::SQS::Queue', 'Remindersslices')).toMatchObject({
      VisibilityTimeout: 720,
      RedrivePolicy: { deadLetterTargetArn: expect.anything(), maxReceiveCount: 3 },
    });
  });

  test('are encrypted, and each dead letter rings', () => {
    const queues = properties('AWS::SQS::Queue');
    expect(queues.every(({ SqsManagedSseEnabled }) => SqsManagedSseEnabled)).toBe(true);
    const alarms = properties('AWS::CloudWatch::Alarm').filter(
      ({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible',
    );
    expect(alarms).toHaveLength(queues.filter(({ RedrivePolicy }) => !RedrivePolicy).length);
  });
});

describe('delivery receipts', () => {
  test('come from both log groups of SNS, encrypted, whole, to record-delivery', () => {
    const groups = [...resources('AWS::Logs::LogGroup')].filter(([, { LogGroupName }]) =>
      JSON.stringify(LogGroupName)?.includes('sns/'),
    );
    expect(groups.map(([, group]) => JSON.stringify(group.LogGroupName))).toEqual(
      deliveryLogs.groups.map((name) => expect.stringContaining(`/${name}"`)),
    );
    expect(
      groups.every(([, { KmsKeyId, RetentionInDays }]) => KmsKeyId && RetentionInDays === 30),
    ).toBe(true);
    const subscriptions = properties('AWS::Logs::SubscriptionFilter');
    expect(subscriptions.map(({ LogGroupName }) => LogGroupName)).toEqual(
      groups.map(([id]) => ({ Ref: id })),
    );
    for (const { FilterPattern, DestinationArn } of subscriptions)
      expect({ FilterPattern, DestinationArn }).toEqual({
        FilterPattern: '',
        DestinationArn: {
          'Fn::GetAtt': [expect.stringContaining('recorddeliveryFunction'), 'Arn'],
        },
      });
  });
});

test('SNS may write its delivery logs, whether or not it says for which account', () => {
  const { AssumeRolePolicyDocument } = one('AWS::IAM::Role', 'DeliveryLogRole') as {
    AssumeRolePolicyDocument: { Statement: unknown };
  };
  expect(AssumeRolePolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'sns.amazonaws.com' } },
  ]);
});

describe('counting', () => {
  const mapping = one('AWS::Lambda::EventSourceMapping', 'StreamArn');

  test('is fed with what is written under workers and in lists of payments, shard by shard from the first record on', () => {
    expect(mapping).toMatchObject({
      BatchSize: tableStream.batchSize,
      MaximumBatchingWindowInSeconds: tableStream.gatherSeconds,
      TumblingWindowInSeconds: tableStream.windowSeconds,
      ParallelizationFactor: 1,
      StartingPosition: 'TRIM_HORIZON',
      FunctionName: { Ref: expect.stringContaining('tallyFunction') },
    });
    const { Filters } = mapping.FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'WRK#' }] } } } },
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'RECORDED#' }] } } } },
    ]);
  });

  test('retries a failure in smaller pieces until the stream expires, then dead-letters', () => {
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    expect(mapping).not.toHaveProperty('MaximumRetryAttempts');
    expect(mapping).not.toHaveProperty('MaximumRecordAgeInSeconds');
  });

  test('rings when it is 15 minutes behind', () => {
    const alarm = properties('AWS::CloudWatch::Alarm').find(
      ({ MetricName }) => MetricName === 'IteratorAge',
    );
    expect(alarm).toMatchObject({
      Threshold: 900_000,
      Statistic: 'Maximum',
      AlarmActions: [expect.anything()],
    });
    expect(alarm?.AlarmDescription).toContain('finance');
  });
});

describe('schedules', () => {
  test.each(upkeepSchedules)(
    '$name is started by $expression',
    ({ name, expression, timezone }) => {
      expect(one('AWS::Scheduler::Schedule', `"${name}"`)).toMatchObject({
        ScheduleExpression: expression,
        ScheduleExpressionTimezone: timezone,
        Target: {
          Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
          DeadLetterConfig: { Arn: expect.anything() },
        },
      });
    },
  );

  test('the plan has a group of its own, in which apply-plan may delete what is unknown', () => {
    expect(properties('AWS::Scheduler::ScheduleGroup').map(({ Name }) => Name)).toEqual([
      'ingat',
      'ingat-upkeep',
    ]);
  });

  test('a first deployment texts nobody: its plan is paused, and saved after all policies', () => {
    expect(functionOf('apply-plan').Environment).toMatchObject({
      Variables: { FIRST_PLAN_PAUSED: 'true', SCHEDULE_GROUP: 'ingat' },
    });
    const needed = [
      'RoleScheduling',
      'RoleDefaultPolicy',
      'ingatschedulesRoleDefaultPolicy',
      'ingatschedulesGroup',
      'planrunRoleDefaultPolicy',
    ];
    expect(
      needed.filter((each) => !dependencies('Custom::Trigger').some((id) => id.includes(each))),
    ).toEqual([]);
  });
});

describe('the API', () => {
  test.each(routes as readonly Route[])(
    '$method $path asks for a token, unless it is signed or for anyone',
    ({ method, path, roles }) => {
      const route = properties('AWS::ApiGatewayV2::Route').find(
        ({ RouteKey }) => RouteKey === `${method} ${path}`,
      );
      expect(route?.AuthorizationType).toBe(typeof roles === 'string' ? 'NONE' : 'JWT');
    },
  );

  test('has no other door', () => {
    expect(resources('AWS::ApiGatewayV2::Route').size).toBe(routes.length);
    expect(resources('AWS::Lambda::Url').size).toBe(0);
  });

  test('people sign in with a second factor, are added by admins, and have three groups', () => {
    expect(one('AWS::Cognito::UserPool', 'Users')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
    expect(properties('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName)).toEqual([
      'admin',
      'finance',
      'service',
    ]);
    expect(one('AWS::Cognito::UserPoolClient', 'Console')).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
    });
  });

  test('logs which call, by whom and how it ended, and nothing that a caller typed', () => {
    const { AccessLogSettings } = one('AWS::ApiGatewayV2::Stage', 'Stage');
    const { Format } = AccessLogSettings as { Format: string };
    expect(Object.values(JSON.parse(Format))).toEqual([
      '$context.requestId',
      '$context.requestTime',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.authorizer.claims.sub',
      '$context.error.responseType',
      '$context.integration.integrationStatus',
    ]);
  });
});
