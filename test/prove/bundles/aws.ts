import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import {
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type HandlerName, routes } from '#triggers';
import type { Moto } from '../moto.ts';
import { httpEvent } from './events.ts';
import { invoked } from './invoked.ts';
import { type Provisioned, provision } from './provisioned.ts';
import { synthesize } from './synthesized.ts';
import { recordTexts, textsSent } from './texts.ts';

export type Aws = Awaited<ReturnType<typeof deployedOn>>;
export type Answered = Readonly<{ status: number; body: unknown }>;

/** The stack as it would be deployed, on moto, at a moment that the test sets. */
export async function deployedOn(moto: Moto) {
  await recordTexts(moto);
  const { resources, functions } = synthesize();
  const provisioned = await provision(moto, resources);
  const clock = { now: 0 };
  const ran = new Set<HandlerName>();

  /** As AWS would call it; an error that it throws or logs fails the test. */
  const call = async (name: HandlerName, event: unknown): Promise<unknown> => {
    const deployed = functions.get(name);
    if (!deployed) throw new Error(`There is no function ${name}`);
    const variables = Object.entries(deployed.variables).map(([key, value]) => [
      key,
      provisioned.read(value),
    ]);
    const { now } = clock;
    const told = await invoked(deployed, Object.fromEntries(variables), moto, { event, now });
    if (told.error || told.said.includes('"level":"ERROR"'))
      throw new Error(`${name} failed: ${told.error ?? ''}\n${told.said}`);
    ran.add(name);
    return told.answer;
  };

  const api = async (routeKey: string, called: Parameters<typeof httpEvent>[1] = {}) => {
    const route = routes.find(({ method, path }) => `${method} ${path}` === routeKey);
    if (!route) throw new Error(`There is no route ${routeKey}`);
    const answer = await call(route.handler, httpEvent(routeKey, called, clock.now));
    const { statusCode, headers, body } = answer as {
      statusCode: number;
      headers: Record<string, string>;
      body: string;
    };
    const isJson = headers['content-type']?.startsWith('application/json');
    return { status: statusCode, body: isJson ? JSON.parse(body) : body } as Answered;
  };

  return {
    functions,
    call,
    api,
    ran,
    at(instant: string): void {
      clock.now = Date.parse(instant);
    },
    now: () => clock.now,
    ...lookingInto(moto, provisioned),
  };
}

function lookingInto(moto: Moto, provisioned: Provisioned) {
  const { config } = moto;
  const [scheduler, secrets] = [new SchedulerClient(config), new SecretsManagerClient(config)];
  const [sqs, streams] = [new SQSClient(config), new DynamoDBStreamsClient(config)];
  const dynamodb = new DynamoDBClient(config);
  return {
    /** What each schedule of the plan sends, with the Scheduler's word for its time filled in. */
    async inputOf(name: string, scheduledTime: string): Promise<unknown> {
      const { Target } = await scheduler.send(
        new GetScheduleCommand({ Name: name, GroupName: 'ingat' }),
      );
      return JSON.parse(
        (Target?.Input ?? '').replace('<aws.scheduler.scheduled-time>', scheduledTime),
      );
    },

    async schedules(): Promise<readonly string[]> {
      const { Schedules = [] } = await scheduler.send(
        new ListSchedulesCommand({ GroupName: 'ingat' }),
      );
      return Schedules.map(({ Name = '' }) => Name).sort();
    },

    async secret(word: string): Promise<string> {
      const arn = provisioned
        .ofType('AWS::SecretsManager::Secret')
        .find(({ ref }) => ref.includes(word));
      const { SecretString } = await secrets.send(
        new GetSecretValueCommand({ SecretId: arn?.ref }),
      );
      return SecretString ?? '';
    },

    /** Takes all messages of the queue, as Lambda's mapping does. */
    async taken(word: string): Promise<readonly string[]> {
      const queue = provisioned.ofType('AWS::SQS::Queue').find(({ arn }) => arn.includes(word));
      const QueueUrl = queue?.ref;
      const bodies: string[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
        );
        if (Messages.length === 0) return bodies;
        for (const { Body = '', ReceiptHandle } of Messages) {
          bodies.push(Body);
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    },

    /** Each reminder that left: its phone and the id that SNS gave it. */
    async sent() {
      const [table] = provisioned.ofType('AWS::DynamoDB::GlobalTable');
      const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: table?.ref }));
      const phoneOf = (pk = '') =>
        Items.find((row) => row.pk?.S === pk && row.sk?.S === 'WRK')?.phone?.S ?? '';
      return Items.filter(({ sk, messageId }) => sk?.S?.startsWith('REM#') && messageId?.S).map(
        ({ pk, messageId }) => ({ messageId: messageId?.S ?? '', phone: phoneOf(pk?.S) }),
      );
    },

    texts: () => textsSent(moto),

    /** All that the table's stream holds so far, from its beginning. */
    async changes() {
      const { Streams = [] } = await streams.send(new ListStreamsCommand());
      const StreamArn = Streams[0]?.StreamArn;
      const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
      const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? '';
      const { ShardIterator } = await streams.send(
        new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
      );
      const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator }));
      return { shardId: ShardId, Records };
    },
  };
}
