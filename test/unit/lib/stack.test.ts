import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  deadLetterQueues,
  deliveryLogs,
  type HandlerName,
  handlers,
  pieceQueue,
  planSchedules,
  sliceQueue,
  upkeepSchedules,
  uploads,
} from '#triggers';
import { allResources, functionOf, one, properties, resources, statements } from './staging.ts';

const asynchronous: readonly string[] = [
  planSchedules.handler,
  deliveryLogs.handler,
  uploads.handler,
  ...upkeepSchedules.map(({ handler }) => handler),
];
const queueThemselves: readonly string[] = [sliceQueue.handler, pieceQueue.handler];
const handlerNames = Object.keys(handlers) as HandlerName[];

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
        Variables: { NODE_OPTIONS: '--enable-source-maps' },
      },
      RecursiveLoop: queueThemselves.includes(handler) ? 'Allow' : 'Terminate',
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

  test('has an alarm that says who is hurt, for thrown and for logged errors', () => {
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

test('the attention list may read how many dead letters there are, not what they say', () => {
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

  test('survives mistakes: point-in-time recovery, deletion protection, retention', () => {
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
        { IndexName: 'credit', Projection: { ProjectionType: 'KEYS_ONLY' } },
        { IndexName: 'named', Projection: { ProjectionType: 'KEYS_ONLY' } },
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

test('the webhook secret is valid base64: letters and digits, a multiple of four', () => {
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

/**
 * A line of the runbook names an alarm by the beginning of its logical id, `Apiplan…`, or by a part
 * of it, `…DeadLetters…`.
 */
const runbook = readFileSync('docs/operating.md', 'utf8');
const inRunbook = [...runbook.matchAll(/`(…?)(\w+)…`(?=[^|\n]*\|)/g)].map(
  ([, before, name = '']) => ({ name, isPart: before !== '' }),
);

test.each([...resources('AWS::CloudWatch::Alarm').keys()])('the runbook names %s', (alarm) => {
  expect(
    inRunbook.some(({ name, isPart }) => (isPart ? alarm.includes(name) : alarm.startsWith(name))),
  ).toBe(true);
});

test.each(inRunbook)('an alarm is called $name, as the runbook says', ({ name }) => {
  expect([...resources('AWS::CloudWatch::Alarm').keys()].join(' ')).toContain(name);
});

test.each([...runbook.matchAll(/begin(?:s|ning) with `(\w+)`/g)].map(([, name = '']) => name))(
  'something is called %s…, as the runbook says',
  (name) => {
    expect(Object.keys(allResources).filter((id) => id.startsWith(name))).not.toEqual([]);
  },
);
