import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { workerRow } from '#aws/people/worker-rows';
import { getRow } from '#aws/reading';
import type { StreamRecord } from '#aws/renewals/stream-record';
import type { Worker } from '#domain/people/worker';
import type { Reminder } from '#domain/sending/reminder';
import { itemOf, keyOf, rowOf } from '#local/dynamodb/in-memory/attribute-values';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { pastSdk } from '#local/dynamodb/in-memory/past-sdk';
import type { Charge } from '#local/dynamodb/in-memory/writes';
import { type Key, keys } from '#table';

export const shards = 64;

type Life = Readonly<{
  sleep: (milliseconds: number) => Promise<void>;
  admit: (charges: readonly Charge[]) => boolean;
}>;

export type StormTable = Awaited<ReturnType<typeof stormTable>>;

/** Milliseconds; one call in a hundred takes ten times as long. */
const latencies = { read: 3, write: 5, transaction: 8, hold: 5 } as const;

type Clients = Readonly<{ instances: number; isPastSdk?: boolean }>;

/**
 * A table in memory and so many clients of it, as so many instances of a function have: each has
 * its own allowance of retries. Until `live` it takes no time and refuses nothing.
 */
export async function stormTable(
  { instances, isPastSdk = false }: Clients,
  changed: (record: StreamRecord) => void,
) {
  let life: Life | null = null;
  const late = (milliseconds: number) => milliseconds * (Math.random() < 0.01 ? 10 : 1);
  const table = inMemoryDynamoDb({
    latency: async (operation) => life?.sleep(late(latencyOf(operation))),
    hold: async () => life?.sleep(late(latencies.hold)),
    admit: (charges) => life?.admit(charges) ?? true,
    changed: (record) => life && changed(record),
  });
  const clientOver = isPastSdk ? () => pastSdk(table.call) : () => sdkOver(table.requestHandler);
  const databases = Array.from(
    { length: instances },
    (): Database => ({ tableName: 'ingat', client: clientOver() }),
  );
  // The SDK reads its configuration with the first call: from files, in real time.
  for (const database of databases) await getRow(database, keys.layout);
  const stored = (key: Key) => {
    const item = table.rows.get(key);
    return item && rowOf(item);
  };
  return {
    databases,
    rows: table.rows,
    stored,
    live: (begun: Life | null) => {
      life = begun;
    },
    /** Laid in, past limiter and stream. */
    layIn(worker: Worker, texts: readonly Reminder[]): void {
      const own = texts.map((text) => ({ ...keys.reminder(text), ...text }));
      for (const row of [workerRow(worker, shards), ...own]) {
        const item = itemOf(row);
        table.rows.set(keyOf(item), item);
      }
    },
  };
}

const latencyOf = (operation: string): number => {
  if (operation === 'TransactWriteItems') return latencies.transaction;
  return /^(Get|BatchGet|Query)/.test(operation) ? latencies.read : latencies.write;
};

const sdkOver = (requestHandler: ReturnType<typeof inMemoryDynamoDb>['requestHandler']) =>
  documentClient({
    requestHandler,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    // Nobody reads the signature, and it takes a tenth of the time.
    signer: { sign: async (request) => request },
  });
