import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#aws/database';
import { workerRow } from '#aws/people/worker-rows';
import { planStore } from '#aws/plan/plan-store';
import type { Worker } from '#domain/people/worker';
import type { SliceKey } from '#domain/sending/slice';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { aWorker, settings } from '../builders.ts';
import { aPlan, at, idOf, shards } from '../contract/builders.ts';
import { testDatabase } from '../stage/aws/database.ts';
import { storesOver } from '../stage/aws/stores.ts';

let server: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.stop());

const due = 500;

it('a run with 500 due workers costs the same whether 2,000 or 20,000 workers are stored', async () => {
  const few = await costOfRun(2_000);
  const many = await costOfRun(20_000);
  expect(few).toBeGreaterThan(due);
  // Reading the whole index once, keys only, would be 3 % at 20,000: five would let that pass.
  expect(many / few).toBeGreaterThan(0.99);
  expect(many / few).toBeLessThan(1.01);
});

/**
 * Units of capacity, read and written, that the database reports for the whole of `before` on 11
 * November: firing, slices, texts, rows.
 */
async function costOfRun(stored: number): Promise<number> {
  const database = await server.fresh();
  await planStore(database).save({ ...aPlan(1), savedAt: at(-3_600) });
  await store(database, everybody(stored));
  const meter = metered(database.client);
  const sent = await run(database);
  meter.stop();
  expect(new Set(sent).size).toBe(due);
  expect(sent).toHaveLength(due);
  return meter.units();
}

/**
 * Who is due comes first; all others have paid, live in another zone, are paid for or have ended,
 * and lie in all shards.
 */
const everybody = (count: number): readonly Worker[] =>
  Array.from({ length: count }, (_, index) => ({
    ...aWorker(index < due ? {} : others[index % others.length]),
    workerId: idOf(index),
    phone: `+62870${String(index).padStart(8, '0')}`,
  }));

const others: readonly Partial<Worker>[] = [
  { coveredThrough: '2026-11' },
  { coveredThrough: '2027-03' },
  { coveredThrough: '2026-08' },
  { province: 'Bali' },
  { governmentPaid: true },
  { ended: { on: '2026-10-01', reason: 'employed' } },
];

async function store({ client, tableName }: Database, workers: readonly Worker[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(workers.length / 25) }, (_, index) =>
    workers.slice(index * 25, (index + 1) * 25),
  );
  const put = (batch: readonly Worker[]) =>
    batch.map((worker) => ({ PutRequest: { Item: workerRow(worker, shards) } }));
  await pMap(
    batches,
    (batch) => client.send(new BatchWriteCommand({ RequestItems: { [tableName]: put(batch) } })),
    { concurrency: 4 },
  );
}

/** Has every answer report what it cost, and adds it up. */
function metered(client: DynamoDBDocumentClient) {
  let units = 0;
  client.middlewareStack.add(
    (next) => async (request) => {
      Object.assign(request.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(request);
      const { ConsumedCapacity: consumed = [] } = answer.output as {
        ConsumedCapacity?: Consumed | readonly Consumed[];
      };
      for (const { CapacityUnits = 0 } of [consumed].flat()) units += CapacityUnits;
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return { units: () => units, stop: () => client.middlewareStack.remove('meter') };
}

type Consumed = Readonly<{ CapacityUnits?: number }>;

/** Time passes for who sleeps alone: a place in a second is waited for on no machine's clock. */
function ownClock(begins: string) {
  let now = Date.parse(begins);
  return {
    now: () => new Date(now).toISOString(),
    async sleep(milliseconds: number) {
      const until = now + milliseconds;
      await sleep(1);
      now = Math.max(now, until);
    },
  };
}

/**
 * The firing and its slices to their end, over the real stores. Answers the phones that were
 * texted.
 */
async function run(database: Database): Promise<readonly string[]> {
  const texted: string[] = [];
  const queued: SliceKey[] = [];
  const ports = {
    ...storesOver(database, shards),
    clock: ownClock(at(10)),
    metrics: { count: () => undefined },
    queue: { put: async (keys: readonly SliceKey[]) => void queued.push(...keys) },
    sms: {
      async send({ phone }: Readonly<{ phone: string }>) {
        texted.push(phone);
        return { status: 'sent', messageId: `msg_${phone}` } as const;
      },
    },
  };
  await planRun({ zone: 'Asia/Jakarta', time: '09:00', scheduledAt: at(0) }, ports, settings);
  let ended: readonly string[] = [];
  // Whoever waits for the step's first fifty texts is queued anew.
  for (let keys = queued.splice(0); keys.length > 0; keys = queued.splice(0))
    ended = await Promise.all(
      keys.map((key, index) => sendReminders(key, `holder-${index}`, ports, settings)),
    );
  expect(ended).toEqual(Array(ended.length).fill('finished'));
  return texted;
}
