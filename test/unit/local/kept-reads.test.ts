import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { allRows } from '#aws/reading';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { type KeptReads, keepReads } from '#local/dynamodb/kept-reads';
import { databaseAt, tableName } from '#local/environment';

let asked: number;
let database: Database;
let reads: KeptReads;
beforeEach(() => {
  asked = 0;
  const { requestHandler } = inMemoryDynamoDb({
    latency: async (operation) => {
      if (operation === 'Query') asked += 1;
    },
  });
  database = {
    client: documentClient({ ...databaseAt('http://127.0.0.1'), requestHandler } as never),
    tableName,
  };
  reads = keepReads(database);
});

const since = (store: Database) => ({
  in: (pk: string, from: string) =>
    allRows(store, { where: '#pk = :pk AND #sk >= :from', values: { ':pk': pk, ':from': from } }),
});
const withCredit = (store: Database) => ({
  of: (key: string) =>
    allRows(store, { index: 'credit', where: '#creditKey = :key', values: { ':key': key } }),
});

async function put(row: Readonly<Record<string, unknown>>): Promise<void> {
  const { input } = new PutCommand({ TableName: tableName, Item: row });
  await database.client.send(new PutCommand(input));
  // As the relay sees it.
  reads.forgetWhatChanged(Buffer.from(JSON.stringify(input)));
}

it('reads once until somebody writes to the partition', async () => {
  await put({ pk: 'RUN#a', sk: '1' });
  const store = reads.store(since);
  expect(await store.in('RUN#a', '0')).toHaveLength(1);
  expect(await store.in('RUN#a', '0')).toHaveLength(1);
  await put({ pk: 'RUN#b', sk: '1' });
  await store.in('RUN#a', '0');
  // Once whether it is empty, once within bounds.
  expect(asked).toBe(2);
  await put({ pk: 'RUN#a', sk: '2' });
  expect(await store.in('RUN#a', '0')).toHaveLength(2);
});

it('asks an empty partition no more, whatever the bounds, until something comes into it', async () => {
  const store = reads.store(since);
  for (const from of ['0', '1', '2', '3']) expect(await store.in('MOVED#a', from)).toEqual([]);
  expect(asked).toBe(1);
  await put({ pk: 'MOVED#a', sk: '4' });
  expect(await store.in('MOVED#a', '3')).toHaveLength(1);
  expect(await store.in('MOVED#a', '5')).toEqual([]);
  expect(await store.in('MOVED#a', '4')).toHaveLength(1);
});

it('asks an index anew where a row comes into it or is written', async () => {
  const store = reads.store(withCredit);
  expect(await store.of('credit#0')).toEqual([]);
  await put({ pk: 'WRK#1', sk: 'WRK', workerId: '1' });
  expect(await store.of('credit#0')).toEqual([]);
  expect(asked).toBe(1);
  await put({ pk: 'WRK#1', sk: 'WRK', workerId: '1', creditKey: 'credit#0' });
  expect(await store.of('credit#0')).toHaveLength(1);
  await put({ pk: 'WRK#1', sk: 'WRK', workerId: '1' });
  expect(await store.of('credit#0')).toEqual([]);
});

it('only reads, but for a store that is to write, whose writes it hears of', async () => {
  const writes = (store: Database) => ({
    put: (pk: string) =>
      store.client.send(new PutCommand({ TableName: tableName, Item: { pk, sk: '9' } })),
  });
  await expect(reads.store(writes).put('RUN#a')).rejects.toThrow('does not read');
  const store = reads.store(since);
  expect(await store.in('RUN#a', '0')).toEqual([]);
  await reads.writer(writes).put('RUN#a');
  expect(await store.in('RUN#a', '0')).toHaveLength(1);
});

it('asks anew what the stream tells of that was written past the relay', async () => {
  const store = reads.store(since);
  expect(await store.in('RUN#a', '0')).toEqual([]);
  await database.client.send(
    new PutCommand({ TableName: tableName, Item: { pk: 'RUN#a', sk: '1' } }),
  );
  expect(await store.in('RUN#a', '0')).toEqual([]);
  reads.forgetRows([{ dynamodb: { Keys: { pk: { S: 'RUN#a' }, sk: { S: '1' } } } }]);
  expect(await store.in('RUN#a', '0')).toHaveLength(1);
});

it('answers anew what is asked by a function, from rows that are read once', async () => {
  await put({ pk: 'RUN#a', sk: '5' });
  const { any } = reads.store((store: Database) => ({
    any: async (pk: string, is: (sk: unknown) => boolean) =>
      (await since(store).in(pk, '0')).some(({ sk }) => is(sk)),
  }));
  expect(await any('RUN#a', (sk) => sk === '4')).toBe(false);
  const before = asked;
  expect(await any('RUN#a', (sk) => sk === '5')).toBe(true);
  expect(asked).toBe(before);
  await put({ pk: 'RUN#a', sk: '6' });
  expect(await any('RUN#a', (sk) => sk === '6')).toBe(true);
});

it('hears of a row behind an empty text and a quoted one', async () => {
  const store = reads.store(since);
  expect(await store.in('RUN#a', '0')).toEqual([]);
  await put({ note: '', said: 'so "called"', pk: 'RUN#a', sk: '1' });
  expect(await store.in('RUN#a', '0')).toHaveLength(1);
});

it('asks again what could not be read', async () => {
  let times = 0;
  const { list } = reads.store((store: Database) => ({
    list: async (pk: string) => {
      times += 1;
      if (times === 1) throw new Error('Throughput exceeds the current capacity');
      return since(store).in(pk, '0');
    },
  }));
  await expect(list('RUN#a')).rejects.toThrow('Throughput');
  expect(await list('RUN#a')).toEqual([]);
});
