import type { Settings } from '#domain/settings';
import type { EnvironmentIn } from '#handlers/env';
import { nikSecretArn, webhookSecretArn } from '#local/secrets';
import {
  type DeadLetterQueue,
  deadLetterQueues,
  type HandlerName,
  handlers,
  pieceQueue,
  planSchedules,
  sliceQueue,
} from '#triggers';

/** Settings of one machine. */
export const stageSettings: Settings = {
  stage: 'local',
  shards: 4,
  smsPartsPerSecond: 2000,
  claimLeadMilliseconds: 40,
  priceUsdPerPart: 0.16,
  maxPriceUsdPerPart: 0.65,
  rupiahPerUsd: 16_500,
  lapseMonths: 3,
  reactivation: 'resume',
  jointLeaveMovesDueDate: false,
  senderId: 'INGAT',
  approval: false,
};

export const tableName = 'ingat';

export const bucketName = 'ingat-imports';

export const region = 'ap-southeast-3';

/** Made up, and all that an emulator's signatures are checked with. */
export const credentials = { accessKeyId: 'stage', secretAccessKey: 'stage' } as const;

export const deadLettersOf = (queue: DeadLetterQueue): string => `${queue}-dead`;

/** How the SDK reaches the local database at this URL. */
export const databaseAt = (endpoint: string) => ({
  ...{ endpoint, region, credentials },
});

const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${region}:000000000000:${rest}`;

export const lambdaArn = (name: HandlerName): string => arn('lambda', `function:${name}`);

export const deadLettersArn = (queue: DeadLetterQueue): string => arn('sqs', deadLettersOf(queue));

/** Which of the queues an ARN names. */
export const deadLettersOfArn = (queueArn: string): DeadLetterQueue | undefined =>
  deadLetterQueues.find((queue) => deadLettersArn(queue) === queueArn);

/** Which handler a function's ARN names. */
export function handlerOfArn(functionArn: string): HandlerName {
  const name = functionArn.split(':').at(-1) ?? '';
  if (!Object.hasOwn(handlers, name))
    throw new Error(`${functionArn} names no handler of triggers.ts.`);
  return name as HandlerName;
}

type Endpoints = Readonly<{ wire: string; dynamodb: string; s3: string }>;
type Everything<E> = (E extends unknown ? (of: E) => void : never) extends (of: infer All) => void
  ? All
  : never;
/** Of all functions, which share one process here. A missing variable does not compile. */
type Variables = Everything<
  Exclude<{ [H in HandlerName]: EnvironmentIn<H> }[HandlerName], Record<string, never>>
>;

/** Sets what handlers and the SDK find in their environment. Answers how to undo it. */
export function setEnvironment(endpoints: Endpoints, settings: Settings): () => void {
  const { wire } = endpoints;
  const variables: Variables = {
    TABLE_NAME: tableName,
    SETTINGS: JSON.stringify(settings),
    NIK_SECRET_ARN: nikSecretArn,
    WEBHOOK_SECRET_ARN: webhookSecretArn,
    SLICES_QUEUE_URL: `${wire}/sqs/000000000000/${sliceQueue.name}`,
    PIECES_QUEUE_URL: `${wire}/sqs/000000000000/${pieceQueue.name}`,
    IMPORT_FILES: bucketName,
    SCHEDULE_GROUP: planSchedules.group,
    PLAN_RUN_ARN: lambdaArn(planSchedules.handler),
    SCHEDULE_ROLE_ARN: arn('iam', 'role/schedules'),
    SCHEDULE_DEAD_LETTER_ARN: deadLettersArn('schedules'),
    DEAD_LETTERS: JSON.stringify(
      Object.fromEntries(
        deadLetterQueues.map((queue) => [
          queue,
          `${wire}/sqs/000000000000/${deadLettersOf(queue)}`,
        ]),
      ),
    ),
    FIRST_PLAN_PAUSED: 'false',
  };
  return replaceEnvironment({
    ...variables,
    ...ofTheSdk(endpoints),
    POWERTOOLS_SERVICE_NAME: 'ingat',
    POWERTOOLS_METRICS_NAMESPACE: 'ingat',
  });
}

const ofTheSdk = ({ wire, dynamodb, s3 }: Endpoints) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: undefined,
  // A profile in ~/.aws must lend neither its credentials nor its endpoints.
  AWS_PROFILE: undefined,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_ENDPOINT_URL: undefined,
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: undefined,
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
  AWS_ENDPOINT_URL_S3: s3,
  AWS_ENDPOINT_URL_SNS: `${wire}/sns`,
  AWS_ENDPOINT_URL_SQS: `${wire}/sqs`,
  AWS_ENDPOINT_URL_SCHEDULER: `${wire}/scheduler`,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: `${wire}/secrets`,
});

function replaceEnvironment(variables: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.fromEntries(
    Object.keys(variables).map((name) => [name, process.env[name]]),
  );
  const set = (values: Readonly<Record<string, string | undefined>>): void => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  set(variables);
  return () => set(before);
}
