import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  deadLetterQueues,
  deliveryLogs,
  type HandlerName,
  handlers,
  planSchedules,
  type Route,
  routes,
  sliceQueue,
  tableStream,
  upkeepSchedules,
} from '#triggers';
import { dependencies, one, properties, resources, statements } from './staging.ts';

const asynchronous: readonly string[] = [
  planSchedules.handler,
  deliveryLogs.handler,
  ...upkeepSchedules.map(({ handler }) => handler),
];
const handlerNames = Object.keys(handlers) as HandlerName[];
const functionOf = (handler: HandlerName) =>
  one('AWS::Lambda::Function', `"If it fails: ${handlers[handler].ifItFails}"`);

describe.each(handlerNames)('the function %s', (handler) => {
  const { timeoutSeconds, memoryMb, ifItFails } = handlers[handler];

  test('runs what was tested, within its bounds', () => {
    expect(functionOf(handler)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: timeoutSeconds,
      MemorySize: memoryMb,
      TracingConfig: { Mode: 'Active' },
      Environment: {
        Variables: { POWERTOOLS_TRACER_CAPTURE_ERROR: 'false' },
      },
      RecursiveLoop: handler === sliceQueue.handler ? 'Allow' : 'Terminate',
    });
  });

  test('shares its role and its log group with nobody, and the log does not grow for ever', () => {
    const { Role, LoggingConfig } = functionOf(handler) as {
      Role: unknown;
      LoggingConfig: { LogGroup: { Ref: string } };
    };
    const sharers = properties('AWS::Lambda::Function').filter(
      (each) => JSON.stringify(each.Role) === JSON.stringify(Role),
    );
    expect(sharers).toHaveLength(1);
    expect(resources('AWS::Logs::LogGroup').get(LoggingConfig.LogGroup.Ref)).toMatchObject({
      RetentionInDays: 30,
    });
  });

  test('has an alarm that says who is hurt, whether it threw or logged the error and answered', () => {
    const alarm = properties('AWS::CloudWatch::Alarm').find(
      ({ AlarmDescription, Metrics }) => AlarmDescription === ifItFails && Metrics,
    );
    expect(alarm).toMatchObject({
      AlarmActions: [expect.anything()],
      Threshold: 1,
      TreatMissingData: 'notBreaching',
    });
    expect(JSON.stringify(alarm?.Metrics)).toContain(`"${handler}-errors"`);
    one('AWS::Logs::MetricFilter', `"${handler}-errors"`);
  });

  test('has a dead-letter queue if nobody waits for its answer', () => {
    const expected = asynchronous.includes(handler) ? { TargetArn: expect.anything() } : undefined;
    expect(functionOf(handler).DeadLetterConfig).toEqual(expected);
  });
});

test('how much lies in each dead-letter queue is told to whoever looks what needs a person, and what lies there is not', () => {
  const { Environment } = functionOf('attention') as {
    Environment: { Variables: Record<string, unknown> };
  };
  const told = JSON.stringify(Environment.Variables.DEAD_LETTERS);
  for (const queue of deadLetterQueues) expect(told).toContain(`\\"${queue}\\":\\"`);
  const queues = [...resources('AWS::SQS::Queue').keys()].filter((id) => /DeadLetters/.test(id));
  expect(queues).toHaveLength(deadLetterQueues.length);
  const counting = statements().filter(
    ({ policy, statement }) =>
      /attention/.test(policy) && JSON.stringify(statement.Action).includes('sqs:'),
  );
  expect(counting.map(({ statement }) => statement.Action)).toEqual(['sqs:GetQueueAttributes']);
  for (const id of queues) expect(JSON.stringify(counting)).toContain(id);
});

describe('the table', () => {
  const table = one('AWS::DynamoDB::GlobalTable', 'DataTable');

  test('outlives mistakes: point-in-time recovery, deletion protection, kept when the stack goes', () => {
    expect(table.Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { KMSMasterKeyId: expect.anything() },
      },
    ]);
    expect(table).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
  });

  test('has what functions/table.ts says', () => {
    expect(table).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      GlobalSecondaryIndexes: [
        { IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } },
        { IndexName: 'phone', Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    });
  });

  test('lies under a key of ours that is rotated', () => {
    expect(properties('AWS::KMS::Key').map(({ EnableKeyRotation }) => EnableKeyRotation)).toEqual([
      true,
      true,
    ]);
  });
});

describe('queues', () => {
  test('slices go to as many senders as the carrier can bear, one each', () => {
    expect(one('AWS::Lambda::EventSourceMapping', 'slices')).toMatchObject({
      BatchSize: sliceQueue.batchSize,
      ScalingConfig: { MaximumConcurrency: sliceQueue.maxConcurrency },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('a slice comes back when its sender is gone, and after three senders rests with the dead letters', () => {
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

describe('counting', () => {
  const mapping = one('AWS::Lambda::EventSourceMapping', 'StreamArn');

  test('is fed with what is written under workers, shard by shard from the first record on', () => {
    expect(mapping).toMatchObject({
      BatchSize: tableStream.batchSize,
      MaximumBatchingWindowInSeconds: 5,
      TumblingWindowInSeconds: 10,
      ParallelizationFactor: 1,
      StartingPosition: 'TRIM_HORIZON',
      FunctionName: { Ref: expect.stringContaining('tallyFunction') },
    });
    const { Filters } = mapping.FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { dynamodb: { Keys: { pk: { S: [{ prefix: 'WRK#' }] } } } },
    ]);
  });

  test('tries what fails in smaller pieces, as long as the stream remembers it; then it lies with the dead letters', () => {
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

  test('those of the plan have a group to themselves, in which apply-plan may delete what it does not know', () => {
    expect(properties('AWS::Scheduler::ScheduleGroup').map(({ Name }) => Name)).toEqual([
      'ingat',
      'ingat-upkeep',
    ]);
  });

  test('a first deployment texts nobody: the plan it saves is paused, and it saves it after all policies stand', () => {
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

  test('people sign in with a second factor, are made by an admin, and belong to one of three groups', () => {
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
});

test.each(['missed', 'unknown'])(
  'the count %s rings above 0, on the metric that functions/handlers/measure.ts writes',
  (name) => {
    const alarm = properties('AWS::CloudWatch::Alarm').find(
      ({ MetricName }) => MetricName === name,
    );
    expect(alarm).toMatchObject({
      Namespace: 'Ingat',
      Dimensions: [{ Name: 'service', Value: 'ingat' }],
      Threshold: 1,
    });
  },
);

test('the webhook secret is base64 as Standard Webhooks reads it: letters and digits, four times so many', () => {
  const { GenerateSecretString } = one('AWS::SecretsManager::Secret', 'Webhook') as {
    GenerateSecretString: { PasswordLength: number };
  };
  expect(GenerateSecretString).toMatchObject({ ExcludePunctuation: true, PasswordLength: 44 });
  expect(GenerateSecretString.PasswordLength % 4).toBe(0);
});

test('every log group forgets', () => {
  expect(
    properties('AWS::Logs::LogGroup').filter(
      ({ RetentionInDays }) => RetentionInDays === undefined,
    ),
  ).toEqual([]);
});

/** A line of the runbook names an alarm by the beginning of its logical id, `Apiplan…`, or by a part of it, `…DeadLetters…`. */
const inRunbook = [
  ...readFileSync('docs/operating.md', 'utf8').matchAll(/`(…?)(\w+)…`(?=[^|\n]*\|)/g),
].map(([, before, name = '']) => ({ name, isPart: before !== '' }));

test.each([...resources('AWS::CloudWatch::Alarm').keys()])('the runbook names %s', (alarm) => {
  expect(
    inRunbook.some(({ name, isPart }) => (isPart ? alarm.includes(name) : alarm.startsWith(name))),
  ).toBe(true);
});

test.each(inRunbook)('an alarm is called $name, as the runbook says', ({ name }) => {
  expect([...resources('AWS::CloudWatch::Alarm').keys()].join(' ')).toContain(name);
});
