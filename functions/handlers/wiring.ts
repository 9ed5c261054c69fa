import { setTimeout as sleep } from 'node:timers/promises';
import { attentionStore } from '#aws/attention/attention-store';
import { deadLetters as deadLettersOf } from '#aws/attention/dead-letters';
import { auditLogStore } from '#aws/audit-log-store';
import { closingStore } from '#aws/closings/closing-store';
import { documentClient } from '#aws/document-client';
import { importAddresses } from '#aws/imports/import-addresses';
import { filesClient, importFiles } from '#aws/imports/import-files';
import { attemptsOfAPiece, importStore } from '#aws/imports/import-store';
import { pieceQueue } from '#aws/imports/piece-queue';
import { layoutStore } from '#aws/layout-store';
import { confirmationStore } from '#aws/payments/confirmation-store';
import { paymentStore } from '#aws/payments/payment-store';
import { erasureStore } from '#aws/people/erasure-store';
import { identity as identityOf } from '#aws/people/identity';
import { relocationStore } from '#aws/people/relocation-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { schedulerClient, scheduleStore } from '#aws/plan/schedule-store';
import { queueClient } from '#aws/queue';
import { countStore } from '#aws/renewals/count-store';
import { secretReader, secretsClient } from '#aws/secrets';
import { pulse as pulseOf, receiptWatch } from '#aws/sending/receipt-watch';
import { reminderStore } from '#aws/sending/reminder-store';
import { sampleStore } from '#aws/sending/sample-store';
import { sliceQueue } from '#aws/sending/slice-queue';
import { sliceStore } from '#aws/sending/slice-store';
import { smsClient, sms as smsOf } from '#aws/sending/sms';
import { rateLimit as rateLimitOf } from '#aws/sending/sms-rate-limit';
import { trialStore } from '#aws/sending/trial-store';
import { tracedBy } from '#aws/trace';
import type { Settings } from '#domain/settings';
import type { DeadLetters } from '#flows/attention/attention-store';
import type { AuditLog } from '#flows/audit/audit-store';
import { holdLayout } from '#flows/hold-layout';
import type { ImportAddresses, ImportFiles, PieceQueue } from '#flows/imports/import-store';
import type { Identity } from '#flows/people/worker-store';
import type { ScheduleStore } from '#flows/plan/schedule-store';
import type { Clock } from '#flows/ports';
import type { SliceQueue } from '#flows/sending/slice-store';
import type { Sms } from '#flows/sending/sms-port';
import { type Environment, tableName, tracing } from '#handlers/env';

export { importOfKey } from '#aws/imports/import-files';
export { changeIn } from '#aws/renewals/stream-record';
export { parseDelivery } from '#aws/sending/delivery-log';

/** The one place where ports meet AWS. A function's instance keeps its clients. */

export const clock: Clock = {
  now: () => new Date().toISOString(),
  sleep: (milliseconds) => sleep(milliseconds),
};

/** The first call makes it for all that follow; after a failure the next call tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

const traced = /* @__PURE__ */ tracedBy(tracing);

// Pure: whoever uses none of the ports that need it is not made to hold it.
const client = /* @__PURE__ */ traced(/* @__PURE__ */ documentClient());

type Table = Readonly<{ TABLE_NAME: string }>;
type Sharded = Table & Readonly<{ SETTINGS: Settings }>;

const database = ({ TABLE_NAME: tableName }: Table) => ({ client, tableName });
const sharded = (env: Sharded) => ({ ...database(env), shards: env.SETTINGS.shards });

// Each port by itself, so that a bundle holds those that its function uses.
export const workers = (env: Sharded) => workerStore(sharded(env));
export const payments = (env: Sharded) => paymentStore(sharded(env));
export const reminders = (env: Table) => reminderStore(database(env));
export const slices = (env: Table) => sliceStore(database(env));
export const samples = (env: Table) => sampleStore(database(env));
export const trials = (env: Table) => trialStore(database(env));
export const rateLimit = (env: Table) => rateLimitOf(database(env));
export const closings = (env: Table) => closingStore(database(env));
export const plans = (env: Table) => planStore(database(env));
export const erasures = (env: Table) => erasureStore(database(env));
export const confirmations = (env: Sharded) => confirmationStore(sharded(env));
export const relocations = (env: Table) => relocationStore(database(env));
export const receipts = (env: Table) => receiptWatch(database(env));
export const pulse = (env: Table) => pulseOf(database(env));
export const counts = (env: Table) => countStore(database(env));
export const imports = (env: Table) => importStore(database(env));
export const attention = (env: Table) => attentionStore(database(env));

const patiently = (env: Sharded) => ({ ...sharded(env), attempts: attemptsOfAPiece });

/** For pieces of a file, which wait where the table is slower than they are. */
export const patient = {
  workers: (env: Sharded) => workerStore(patiently(env)),
  payments: (env: Sharded) => paymentStore(patiently(env)),
};

export const auditLog = (): AuditLog => auditLogStore({ client, tableName: tableName() });

export const deadLetters = ({ DEAD_LETTERS: queues }: Environment<'attention'>): DeadLetters =>
  deadLettersOf({ client: traced(queueClient()), queues });

export const secret = /* @__PURE__ */ secretReader(
  /* @__PURE__ */ traced(/* @__PURE__ */ secretsClient()),
);

/** Nobody maps a NIK before the table is known to be of this secret. */
export async function identity(env: Environment<'import-workers'>): Promise<Identity> {
  const ours = identityOf(await secret(env.NIK_SECRET_ARN));
  const wanted = { shards: env.SETTINGS.shards, nikSecret: ours.fingerprint };
  await holdLayout(layoutStore(database(env)), wanted);
  return ours;
}

export const queue = ({ SLICES_QUEUE_URL }: Readonly<{ SLICES_QUEUE_URL: string }>): SliceQueue =>
  sliceQueue({ client: traced(queueClient()), queueUrl: SLICES_QUEUE_URL });

type Pieces = Readonly<{ PIECES_QUEUE_URL: string }>;
export const pieces = ({ PIECES_QUEUE_URL }: Pieces): PieceQueue =>
  pieceQueue({ client: traced(queueClient()), queueUrl: PIECES_QUEUE_URL });

type Files = Readonly<{ IMPORT_FILES: string }>;
const bucketOf = ({ IMPORT_FILES: bucket }: Files) => ({ client: traced(filesClient()), bucket });

export const files = (env: Files): ImportFiles => importFiles(bucketOf(env));
/** Apart: only the API signs addresses. */
export const addresses = (env: Files): ImportAddresses => importAddresses(bucketOf(env));

export const sms = ({ SETTINGS }: Readonly<{ SETTINGS: Settings }>): Sms =>
  smsOf({ ...SETTINGS, client: traced(smsClient()) });

export const schedules = (env: Environment<'plan'>): ScheduleStore =>
  scheduleStore({
    client: traced(schedulerClient()),
    group: env.SCHEDULE_GROUP,
    target: {
      functionArn: env.PLAN_RUN_ARN,
      roleArn: env.SCHEDULE_ROLE_ARN,
      deadLetterArn: env.SCHEDULE_DEAD_LETTER_ARN,
    },
  });
