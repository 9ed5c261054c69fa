import { attentionStore } from '#aws/attention/attention-store';
import { layoutStore } from '#aws/layout-store';
import { confirmationStore } from '#aws/payments/confirmation-store';
import { paymentStore } from '#aws/payments/payment-store';
import { erasureStore } from '#aws/people/erasure-store';
import { identity } from '#aws/people/identity';
import { relocationStore } from '#aws/people/relocation-store';
import { workerStore } from '#aws/people/worker-store';
import { planStore } from '#aws/plan/plan-store';
import { countStore } from '#aws/renewals/count-store';
import { changeIn, type StreamRecord } from '#aws/renewals/stream-record';
import { receiptWatch } from '#aws/sending/receipt-watch';
import { reminderStore } from '#aws/sending/reminder-store';
import { sliceStore } from '#aws/sending/slice-store';
import { rateLimit } from '#aws/sending/sms-rate-limit';
import { trialStore } from '#aws/sending/trial-store';
import type { Instant } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Settings } from '#domain/settings';
import { holdLayout } from '#flows/hold-layout';
import type { RowChange } from '#flows/renewals/count-store';
import { type Item, keyOf } from '#local/dynamodb/in-memory/attribute-values';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { pastSdk } from '#local/dynamodb/in-memory/past-sdk';
import { keepReads } from '#local/dynamodb/kept-reads';
import { tableName } from '#local/environment';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { tableStream } from '#triggers';

type Begins = Readonly<{ now: Instant; settings: Settings; nikSecret: string }>;

/** The stores of AWS over a table in memory; what is outside the table as tests have it. */
export async function pastPorts({ now, settings, nikSecret }: Begins) {
  const changes: RowChange[] = [];
  const workers = new Map<string, Worker>();
  const hear = (record: StreamRecord): void => {
    const { pk } = keyOf(record.dynamodb?.Keys as Item);
    if (!tableStream.keysFrom.some((start) => pk.startsWith(start))) return;
    const { change } = changeIn(record);
    changes.push(change);
    if (change.after?.kind === 'worker')
      workers.set(change.after.worker.workerId, change.after.worker);
  };
  const { rows, call } = inMemoryDynamoDb({ changed: hear });
  const { shards } = settings;
  const database = { client: pastSdk(call), tableName };
  const ours = identity(nikSecret);
  const memory = Object.assign(inMemoryPorts({ now, shards }), {
    workers: workerStore({ ...database, shards }),
    payments: paymentStore({ ...database, shards }),
    confirmations: confirmationStore({ ...database, shards }),
    reminders: reminderStore(database),
    slices: sliceStore(database),
    trials: trialStore(database),
    rateLimit: rateLimit(database),
    // Saved once, before anybody reads it: nothing of the past changes the plan.
    plans: { ...keepReads(database).store(planStore), save: planStore(database).save },
    attention: attentionStore(database),
    counts: countStore(database),
    relocations: relocationStore(database),
    erasures: erasureStore(database),
    receipts: receiptWatch(database),
    identity: ours,
  });
  await holdLayout(layoutStore(database), { shards, nikSecret: ours.fingerprint });
  return { memory, settings, changes, workers, rows };
}
