import { afterAll, beforeAll } from 'vitest';
import { attentionStore } from '#aws/attention-store';
import { auditStore } from '#aws/audit-store';
import { confirmationStore } from '#aws/confirmation-store';
import { countStore } from '#aws/count-store';
import { pace } from '#aws/pace';
import { paymentStore } from '#aws/payment-store';
import { planStore } from '#aws/plan-store';
import { recountStore } from '#aws/recount-store';
import { reminderStore } from '#aws/reminder-store';
import { sliceStore } from '#aws/slice-store';
import { stageStore } from '#aws/stage-store';
import { workerStore } from '#aws/worker-store';
import { storeContract } from '../store.contract.ts';
import { testDatabase } from './database.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.stop());

storeContract('the stores over DynamoDB', async (shards) => {
  const database = await server.fresh();
  return {
    workers: workerStore({ ...database, shards }),
    reminders: reminderStore(database),
    slices: sliceStore(database),
    pace: pace(database),
    plans: planStore(database),
    stage: stageStore(database),
    payments: paymentStore({ ...database, shards }),
    attention: attentionStore(database),
    audit: auditStore(database),
    counts: countStore(database),
    recounts: recountStore(database),
    confirmations: confirmationStore(database),
  };
});
