import { documentClient } from '#aws/document-client';
import { sendersFor } from '#domain/sending/senders';
import type { Settings } from '#domain/settings';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';
import { emptyIn } from '#local/dynamodb/dynoxide-file';
import { keepReads } from '#local/dynamodb/kept-reads';
import { startRelay } from '#local/dynamodb/relay';
import { databaseAt, deadLettersOfArn, tableName } from '#local/environment';
import type { Faults } from '#local/faults';
import type { DataFolder } from '#local/folder/data-folder';
import { type Service, startAwsProtocols } from '#local/http/aws-protocols';
import type { Lambda } from '#local/lambda';
import { startBucket } from '#local/s3/bucket';
import type { DryRun } from '#local/scheduler/dry-run';
import { startScheduler } from '#local/scheduler/scheduler';
import { startSecrets } from '#local/secrets';
import { startCarrier } from '#local/sns/carrier';
import { deliveryLogService } from '#local/sns/delivery-log';
import { startSns } from '#local/sns/sns';
import type { DeadLetters } from '#local/sqs/dead-letters';
import { startQueue } from '#local/sqs/queue';
import { sqsService } from '#local/sqs/sqs';
import type { State } from '#local/state';
import { deliveryLogs, pieceQueue, sliceQueue } from '#triggers';

/** How to take down what was started, in the order of starting. */
export type Undo = (() => unknown)[];

type DynamodbOptions = Readonly<{
  folder: DataFolder;
  fresh: boolean;
  faults: Faults;
}>;

/**
 * `relayed` is the handlers' URL, where faults are injected; `direct` is Lambda's, which reads the
 * stream for them. `reads` are kept only where each write of a handler is seen.
 */
export async function startDynamodb(undo: Undo, { folder, fresh, faults }: DynamodbOptions) {
  const database = await startDatabase(folder);
  undo.push(() => database.stop());
  await prepareTable(database, { fresh });
  const { url: direct, dynoxideFile } = database;
  // The relay speaks plain HTTP, so a database that is named with https is reached without it.
  if (new URL(direct).protocol !== 'http:')
    return { relayed: direct, direct, reads: null, dynoxideFile };
  const client = documentClient(databaseAt(direct));
  undo.push(() => client.destroy());
  const file = dynoxideFile ? emptyIn(dynoxideFile) : undefined;
  undo.push(() => file?.close());
  const reads = keepReads({ client, tableName }, file?.isEmpty);
  const relay = await startRelay(direct, {
    faults,
    wrote: reads.forgetWhatChanged,
  });
  undo.push(() => relay.stop());
  return { relayed: relay.url, direct, reads, dynoxideFile };
}

export type Aws = Awaited<ReturnType<typeof startAws>>;

type AwsOptions = Readonly<{
  state: State;
  lambda: Lambda;
  faults: Faults;
  nikSecret: string | undefined;
  dryRun: DryRun | null;
  letters: DeadLetters;
  cloudwatch: CloudWatch;
  exports: Service;
  /** Where the objects of the bucket lie. */
  folder: string;
  settings: Settings;
}>;

/** The services that the SDK reaches at one address, and the bucket, which has the public one. */
export async function startAws(undo: Undo, { folder, exports, settings, ...given }: AwsOptions) {
  const { state, lambda, faults, nikSecret, dryRun, letters, cloudwatch } = given;
  let tell = (): void => undefined;
  const changed = (): void => tell();
  faults.whenSet(changed);
  const bury = (event: unknown): void => letters.bury(deliveryLogs.handler, event);
  const carrier = startCarrier({ state, faults, lambda, changed, cloudwatch, bury });
  const sns = startSns({ state, faults, carrier, cloudwatch });
  const secrets = startSecrets(state, nikSecret ? { nik: nikSecret } : {});
  const scheduler = startScheduler({
    ...{ state, lambda, changed, dryRun, faults },
    bury: (queueArn, event) => {
      const queue = deadLettersOfArn(queueArn);
      if (queue) letters.bury(queue, event);
    },
  });
  const queueOf = (rules: typeof sliceQueue | typeof pieceQueue, atOnce: number) =>
    startQueue({
      ...{ state, changed, cloudwatch, rules: { ...rules, atOnce } },
      isOff: () => faults.isOff(rules.handler),
      deliver: (event) => lambda.invoke(rules.handler, event),
    });
  const queues = {
    // One machine is no cloud: four at once keep it busy.
    slices: queueOf(sliceQueue, Math.min(4, sendersFor(settings.smsPartsPerSecond))),
    pieces: queueOf(pieceQueue, 4),
  };
  const bucket = startBucket({ state, folder, faults, lambda, changed });
  const wire = await startAwsProtocols({
    sns: sns.service,
    sqs: sqsService({ queues: Object.values(queues), letters, cloudwatch }),
    scheduler: scheduler.service,
    secrets: secrets.service,
    dynamodb: exports,
    logs: deliveryLogService(state),
  });
  undo.push(() => wire.stop());
  const tellOfChanges = (told: () => void): void => {
    tell = told;
  };
  return { url: wire.url, sns, carrier, secrets, scheduler, queues, bucket, tellOfChanges };
}
