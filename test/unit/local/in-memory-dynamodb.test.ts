import { describe, expect, it } from 'vitest';
import { write } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { allRows, getRow, pages } from '#aws/reading';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { keys } from '#table';
import { storeContract } from '../../contract/store.contract.ts';
import { storesOver } from '../../stage/aws/stores.ts';

/** Over the unmodified SDK, as the stores use it. */
const databaseOver = (around: Parameters<typeof inMemoryDynamoDb>[0] = {}) => ({
  tableName: 'ingat',
  client: documentClient({
    requestHandler: inMemoryDynamoDb(around).requestHandler,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }),
});

storeContract('the stores over DynamoDB in memory', async (shards) =>
  storesOver(databaseOver(), shards),
);

const put = (index: number, more: object = {}) => ({
  put: { pk: 'WRK#1', sk: `REM#${index}`, ...more },
});
const of = { where: '#pk = :pk', values: { ':pk': 'WRK#1' } };

describe('DynamoDB in memory', () => {
  it('throttles what is not admitted, alone or in a transaction, and both are tried again', async () => {
    const charged: string[] = [];
    const answers = [false, true, true, false, true, true];
    const database = databaseOver({
      admit(charges) {
        charged.push(...charges.map(({ partition, units }) => `${partition} ${units}`));
        return answers.shift() ?? true;
      },
    });
    expect(await write(database, put(1))).toEqual({ done: true });
    expect(await write(database, put(2), { put: keys.layout })).toEqual({ done: true });
    const twice = ['WRK#1 2', 'LAYOUT 2'];
    expect(charged).toEqual(['WRK#1 1', 'WRK#1 1', ...twice, ...twice]);
    expect(await allRows(database, of)).toHaveLength(2);
  });

  it('charges a unit a KB, and an index where a row comes into it or goes', async () => {
    const charged: string[] = [];
    const database = databaseOver({
      admit(charges) {
        charged.push(...charges.map(({ partition, units }) => `${partition} ${units}`));
        return true;
      },
    });
    await write(database, put(1, { dueKey: 'a', workerId: '1', filling: 'x'.repeat(3_000) }));
    await write(database, put(1, { dueKey: 'b', workerId: '1' }));
    expect(charged).toEqual(['WRK#1 3', 'due a 1', 'WRK#1 3', 'due a 1', 'due b 1']);
  });

  it('refuses a second writer of a row that a transaction holds', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const codes: string[] = [];
    const database = databaseOver({ hold: () => held });
    database.client.middlewareStack.add((next) => async (args) => {
      const answered = await next(args).catch((error: Error) => {
        codes.push(error.name);
        release();
        throw error;
      });
      return answered;
    });
    const first = write(database, put(1), put(2));
    const second = write(database, put(1, { second: true }));
    expect([await first, await second]).toEqual([{ done: true }, { done: true }]);
    expect(codes).toEqual(['TransactionConflictException']);
  });

  it('refuses what the service refuses', async () => {
    const database = databaseOver();
    await expect(write(database, put(1), put(1))).rejects.toThrow('multiple operations');
    await expect(write(database, { ...put(1), values: { ':idle': 1 } })).rejects.toThrow('unused');
    await expect(write(database, put(1, { filling: 'x'.repeat(410_000) }))).rejects.toThrow('size');
    const many = Array.from({ length: 101 }, (_, index) => put(index));
    await expect(write(database, ...many)).rejects.toThrow('less than or equal to 100');
    expect(await allRows(database, of)).toEqual([]);
  });

  it('ends a page at its limit or at 1 MB, and goes on where it ended', async () => {
    const database = databaseOver();
    const filling = 'x'.repeat(300_000);
    for (let index = 0; index < 9; index++) await write(database, put(index, { filling }));
    const sizes: number[] = [];
    for await (const { rows } of pages(database, { ...of, newestFirst: true }))
      sizes.push(rows.length);
    expect(sizes).toEqual([4, 4, 1]);
    const found: unknown[] = [];
    for await (const { rows } of pages(database, { ...of, limit: 2 }))
      found.push(...rows.map(({ sk }) => sk));
    expect(found).toEqual(Array.from({ length: 9 }, (_, index) => `REM#${index}`));
  });

  it('tells its stream of each write at a position above the one before', async () => {
    const positions: bigint[] = [];
    const database = databaseOver({
      changed: ({ dynamodb }) => positions.push(BigInt(dynamodb?.SequenceNumber ?? '')),
    });
    for (let index = 0; index < 120; index++) await write(database, put(index));
    expect(positions).toHaveLength(120);
    expect(
      positions.every((each, index) => index === 0 || each > (positions[index - 1] ?? 0n)),
    ).toBe(true);
  });

  it('tells its stream what was and what is', async () => {
    const told: unknown[] = [];
    const database = databaseOver({ changed: ({ eventName }) => told.push(eventName) });
    await write(database, put(1));
    await write(database, put(1, { a: 1 }));
    await write(database, { remove: { pk: 'WRK#1', sk: 'REM#1' } });
    expect(told).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(await getRow(database, { pk: 'WRK#1', sk: 'REM#1' })).toBeUndefined();
  });
});
