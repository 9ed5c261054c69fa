import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  CreateSecretCommand,
  GetRandomPasswordCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Moto } from '../moto.ts';
import type { Resource, Resources } from './synthesized.ts';

type Made = Readonly<{ ref: string; arn: string }>;
type Make = (id: string, properties: Resource['Properties']) => Promise<Made>;
export type Provisioned = Awaited<ReturnType<typeof provision>>;

const place = 'ap-southeast-3:123456789012';

/**
 * What the functions reach, made in moto from the template itself. `read` says what CloudFormation
 * would make of a value of the template.
 */
export async function provision({ config }: Moto, resources: Resources) {
  const making = makers(config);
  const made = new Map<string, Made>();
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    const make = making[Type] ?? (async () => named(id));
    made.set(id, await make(id, Properties));
  }
  const read = (value: unknown): string => {
    if (typeof value === 'string') return value;
    const [[function_, given] = []] = Object.entries(value as Record<string, unknown>);
    if (function_ === 'Ref') return made.get(String(given))?.ref ?? pseudo(String(given));
    if (function_ === 'Fn::GetAtt') return made.get((given as string[])[0] ?? '')?.arn ?? '';
    if (function_ !== 'Fn::Join') throw new Error(`Cannot read ${JSON.stringify(value)}`);
    const [between, parts] = given as [string, unknown[]];
    return parts.map(read).join(between);
  };
  return {
    read,
    ofType: (type: string) => idsOf(resources, type).flatMap((id) => made.get(id) ?? []),
  };
}

const idsOf = (resources: Resources, type: string): readonly string[] =>
  Object.keys(resources).filter((id) => resources[id]?.Type === type);

const named = (id: string): Made => ({ ref: id, arn: `arn:aws:lambda:${place}:function:${id}` });

function pseudo(name: string): string {
  const parameters: Readonly<Record<string, string>> = {
    'AWS::Region': 'ap-southeast-3',
    'AWS::AccountId': '123456789012',
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const value = parameters[name];
  if (!value) throw new Error(`The template refers to ${name}, which it does not make`);
  return value;
}

function makers(config: Moto['config']): Readonly<Record<string, Make>> {
  const [dynamodb, sqs] = [new DynamoDBClient(config), new SQSClient(config)];
  const [scheduler, secrets] = [new SchedulerClient(config), new SecretsManagerClient(config)];
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  return {
    'AWS::DynamoDB::GlobalTable': async (id, properties) => {
      await dynamodb.send(new CreateTableCommand(tableOf(id, properties)));
      return { ref: id, arn: `arn:aws:dynamodb:${place}:table/${id}` };
    },
    'AWS::SQS::Queue': async (id) => {
      const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: id }));
      return { ref: QueueUrl, arn: `arn:aws:sqs:${place}:${id}` };
    },
    // A bucket's name is in lower case.
    'AWS::S3::Bucket': async (id) => {
      const Bucket = id.toLowerCase();
      const LocationConstraint = 'ap-southeast-3' as const;
      await s3.send(
        new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }),
      );
      return { ref: Bucket, arn: `arn:aws:s3:::${Bucket}` };
    },
    'AWS::SecretsManager::Secret': async (id, { GenerateSecretString: how }) => {
      const random = await secrets.send(new GetRandomPasswordCommand({ ...(how as object) }));
      const { ARN = '' } = await secrets.send(
        new CreateSecretCommand({ Name: id, SecretString: random.RandomPassword }),
      );
      return { ref: ARN, arn: ARN };
    },
    'AWS::Scheduler::ScheduleGroup': async (_, { Name }) => {
      await scheduler.send(new CreateScheduleGroupCommand({ Name: String(Name) }));
      return { ref: String(Name), arn: `arn:aws:scheduler:${place}:schedule-group/${Name}` };
    },
  };
}

type Index = Readonly<{ IndexName: string; KeySchema: []; Projection: object }>;

const tableOf = (TableName: string, properties: Resource['Properties']) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: properties.KeySchema as [],
  AttributeDefinitions: properties.AttributeDefinitions as [],
  GlobalSecondaryIndexes: (properties.GlobalSecondaryIndexes as Index[]).map(
    ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
  ),
  StreamSpecification: { StreamEnabled: true, ...(properties.StreamSpecification as object) },
});
