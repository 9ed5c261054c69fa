import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#aws/database';
import { paymentStore } from '#aws/payments/payment-store';
import { erasureStore } from '#aws/people/erasure-store';
import { workerStore } from '#aws/people/worker-store';
import type { Row } from '#aws/reading';
import { reminderStore } from '#aws/sending/reminder-store';
import { eraseWorker } from '#flows/people/change-worker';
import { finishErasures } from '#flows/people/finish-erasures';
import { keys } from '#table';
import { aWorker } from '../../builders.ts';
import {
  aChange,
  aClosedCycle,
  aPayment,
  aReminder,
  at,
  paid,
  shards,
} from '../../contract/builders.ts';
import { testDatabase } from './database.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.stop());

const siti = aWorker();
const sends = { before: 0, after: 1 } as const;

/** A database whose function is stopped before or after its n-th call: no later one is made. */
function dying({ client, tableName }: Database, n: number, when: keyof typeof sends): Database {
  let calls = 0;
  const send = async (command: Parameters<typeof client.send>[0]): Promise<unknown> => {
    calls += 1;
    if (calls > n - 1 + sends[when]) throw new Error('the function was stopped');
    return client.send(command);
  };
  return { client: Object.assign(Object.create(client), { send }), tableName };
}

const storesOf = (database: Database) => ({
  workers: workerStore({ ...database, shards }),
  erasures: erasureStore(database),
});

/** Siti with rows of every kind. */
async function remembered(database: Database): Promise<void> {
  const { workers } = storesOf(database);
  const payments = paymentStore({ ...database, shards });
  const reminders = reminderStore(database);
  await workers.create(siti);
  await reminders.write(aReminder({ status: 'failed' }), 0);
  await reminders.write(aReminder({ step: 'eve', status: 'unknown' }), 0);
  await payments.record(aPayment({ flags: ['too-little'] }), paid(siti));
  await workers.replace({ ...siti, rev: 1 }, aChange('c-1'), { closed: [aClosedCycle()] });
}

const rowsThatName = async ({ client, tableName }: Database): Promise<readonly Row[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  return Items.filter((item) => JSON.stringify(item).includes(siti.workerId));
};

it.each(Object.keys(sends) as (keyof typeof sends)[])(
  'an erasure that is stopped %s any of its calls is finished by the watchdog, and nothing names the person',
  async (when) => {
    let stopped = 0;
    for (let n = 1; ; n++) {
      const database = await server.fresh();
      await remembered(database);
      const clock = { now: () => at(0), sleep: async () => undefined };
      const { workers } = storesOf(dying(database, n, when));
      const ended = await eraseWorker(siti.workerId, { workers, clock }).then(
        () => true,
        () => false,
      );
      if (ended) break;
      if ((await storesOf(database).workers.get([siti.workerId])).size > 0) continue;
      stopped += 1;
      const later = { now: () => at(60), sleep: async () => undefined };
      const metrics = { count: () => undefined };
      await finishErasures({ ...storesOf(database), metrics, clock: later });
      expect(await rowsThatName(database)).toEqual([
        { ...keys.worker(siti.workerId), erasedAt: at(0) },
      ]);
      expect(await storesOf(database).erasures.unfinished()).toEqual([]);
    }
    expect(stopped).toBeGreaterThan(5);
  },
);
