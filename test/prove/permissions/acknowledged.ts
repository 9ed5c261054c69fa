import { type HandlerName, pieceQueue, sliceQueue, tableStream } from '#triggers';
import type { Permission } from './roles.ts';

/** Why a command that functions/aws/ can send is sent by no function. */
export const sentByNone: Readonly<Record<string, string>> = {
  ListStreamsCommand: streamReader('finds the stream'),
  DescribeStreamCommand: streamReader('finds its shards'),
  GetShardIteratorCommand: streamReader('finds its place'),
  GetRecordsCommand: streamReader('reads on'),
};

function streamReader(does: string): string {
  return `In AWS Lambda reads the stream: on one machine, and for a recount, this code ${does}.`;
}

type NeverMade = Readonly<{ handler: HandlerName; call: string; why: string }>;

/** What reading finds behind a function though nothing leads there. */
export const neverMade: readonly NeverMade[] = [
  ...(['Query', 'dynamodb:UpdateItem'] as const).map((call) => ({
    ...({ handler: 'spend-credit', call } as const),
    why: 'Only a cycle that ended as its worker left has texts to be marked; credit ends none so.',
  })),
  ...(['me', 'plan-preview', 'audit-log', 'renewals'] as const).map((handler) => ({
    ...({ handler, call: 'dynamodb:UpdateItem' } as const),
    why: 'Nothing can be done here, and a look is written into the audit log with its outcome.',
  })),
  ...(['GetObjectCommand', 'PutObjectCommand'] as const).map((call) => ({
    ...({ handler: 'imports', call } as const),
    why: 'It signs them: whoever has the address sends them.',
  })),
];

type Explained = Readonly<{ is: (permission: Permission) => boolean; why: string }>;

/** Why a role has a permission that neither our code nor Lambda was seen to use. */
export const explained: readonly Explained[] = [
  {
    is: ({ action, condition }) =>
      ofKeys.includes(action) && JSON.stringify(condition ?? '').includes('"dynamodb.'),
    why:
      'DynamoDB asks for them of whoever uses a table with a key of its own (developer guide, ' +
      '“Authorizing use of your customer managed key”), and when it does is not documented.',
  },
  {
    is: ({ handler, action, condition }) =>
      handler === 'imports' &&
      (action.startsWith('s3:') || JSON.stringify(condition ?? '').includes('"s3.')),
    why: 'An address lets whoever has it do what its signer may, and nothing else.',
  },
  {
    is: ({ handler, action }) => handler === pieceQueue.handler && action === 's3:ListBucket',
    why: 'Without it S3 answers 403 where a file is gone, and nobody could tell that from a fault.',
  },
  {
    is: ({ action }) => action === 'secretsmanager:DescribeSecret',
    why: 'CDK grants it with GetSecretValue. It tells when a secret was changed, not its value.',
  },
  {
    is: ({ handler, action }) =>
      (handler === sliceQueue.handler || handler === pieceQueue.handler) &&
      ['sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl'].includes(action),
    why: 'CDK grants them with the right to take messages, which Lambda uses without them.',
  },
  {
    is: ({ handler, action }) =>
      handler === tableStream.handler &&
      ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'kms:DescribeKey'].includes(action),
    why: 'CDK grants them with the rights to fill the dead letters and to use the key.',
  },
  {
    is: ({ handler, action }) =>
      handler === tableStream.handler && action === 'dynamodb:ListStreams',
    why: 'CDK grants it on the stream, where IAM does not ask for it; Lambda knows the stream.',
  },
];

const ofKeys: readonly string[] = [
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
