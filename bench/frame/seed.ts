import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { documentClient } from '#aws/database';
import { workerRow } from '#aws/people/worker-rows';
import type { Worker } from '#domain/people/worker';
import { databaseAt, tableName } from '#local/environment';
import { aWorker } from '../../test/builders.ts';
import { idOf } from '../../test/contract/builders.ts';
import type { MeteredDatabase } from './metered-database.ts';

const shards = 4;

/** Workers put into the table as they are, past the API; the first `due` of them are due in Jakarta. */
export async function seed(
  { direct }: MeteredDatabase,
  { stored, due }: Readonly<{ stored: number; due: number }>,
): Promise<void> {
  const client = documentClient(databaseAt(direct));
  const batches = Array.from({ length: Math.ceil(stored / 25) }, (_, batch) => 25 * batch);
  const put = async (first: number): Promise<void> => {
    const workers = Array.from({ length: Math.min(25, stored - first) }, (_, index) =>
      workerAt(first + index, due),
    );
    const items = workers.map((worker) => ({ PutRequest: { Item: workerRow(worker, shards) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: items } }));
  };
  await pMap(batches, put, { concurrency: 4 });
  client.destroy();
}

const workerAt = (index: number, due: number): Worker => ({
  ...aWorker(index < due ? {} : others[index % others.length]),
  workerId: idOf(index),
  phone: `+62870${String(index).padStart(8, '0')}`,
});

/** Have paid, live in another zone, are paid for or have ended: in all shards. */
const others: readonly Partial<Worker>[] = [
  { coveredThrough: '2026-11' },
  { coveredThrough: '2027-03' },
  { coveredThrough: '2026-08' },
  { province: 'Bali' },
  { governmentPaid: true },
  { ended: { on: '2026-10-01', reason: 'employed' } },
];
