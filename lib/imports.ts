import { Duration, type Stack, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetters } from '#lib/dead-letters';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import { importBucket } from '#lib/imports/bucket';
import { allowFiles } from '#lib/imports/grants';
import { allowQueueing } from '#lib/reminders';
import type { Secrets } from '#lib/secrets';
import type { Watch } from '#lib/watch';
import { handlers, pieceQueue, uploads } from '#triggers';

type Importing = Readonly<{ nik: Secrets['nik']; pieces: Queue; consoleOrigin: string }>;

/** A file of any size: API → bucket → split-import → the queue of pieces → import-piece. */
export function imports(
  stack: Stack,
  { nik, pieces, consoleOrigin }: Importing,
  ground: Ground,
): IngatFunction {
  const scope = new Construct(stack, 'Imports');
  const { key } = ground.data;
  const bucket = importBucket(scope, { stage: ground.stage, key, consoleOrigin });
  const { TABLE_NAME, SETTINGS } = shared(ground);
  const PIECES_QUEUE_URL = pieces.queueUrl;
  const files = { TABLE_NAME, PIECES_QUEUE_URL, IMPORT_FILES: bucket.bucketName };
  const begin = ingatFunction(scope, 'imports', files, ground);
  const split = ingatFunction(scope, 'split-import', { TABLE_NAME, PIECES_QUEUE_URL }, ground);
  const withNik = { ...files, SETTINGS, NIK_SECRET_ARN: nik.secretArn };
  const work = ingatFunction(scope, 'import-piece', withNik, ground);
  nik.grantRead(work.role);
  for (const queuer of [begin, split, work]) allowQueueing(queuer, pieces);
  allowFiles({ begin, work }, bucket, key);
  tellOfArrivals(split, bucket);
  feed(work, pieces);
  return begin;
}

/** It stands before the functions that fill it, the watchdog among them. */
export function pieceQueueOf(stack: Stack, watch: Watch): Queue {
  const scope = new Construct(stack, 'Pieces');
  const sentence = handlers[pieceQueue.handler].ifItFails;
  return new Queue(scope, pieceQueue.name, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(pieceQueue.visibilitySeconds),
    deadLetterQueue: {
      queue: deadLetters(scope, pieceQueue.handler, { sentence, watch }),
      maxReceiveCount: pieceQueue.maxReceives,
    },
  });
}

/** At least once; what cannot be told within a day lies among the function's dead letters. */
function tellOfArrivals({ lambda }: IngatFunction, bucket: Bucket): void {
  const { deadLetterQueue } = lambda;
  new Rule(bucket, 'Arrivals', {
    description: 'A file has arrived: its import begins',
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [bucket.bucketName] },
        object: { key: [{ prefix: uploads.prefix }] },
      },
    },
    targets: [new LambdaFunction(lambda, { deadLetterQueue })],
  });
}

/** `maxConcurrency` leaves the senders alone: whatever comes waits in the queue. */
function feed({ lambda }: IngatFunction, queue: IQueue): void {
  const { batchSize, maxConcurrency } = pieceQueue;
  lambda.addEventSource(
    new SqsEventSource(queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
  );
  Validations.of(lambda).acknowledge({
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason: 'Only mappings from streams have a failure destination; the queue has dead letters.',
  });
}
