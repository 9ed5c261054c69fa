import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { expect, it, onTestFinished } from 'vitest';
import { newFolder, startStubStage } from './stub-stage.ts';

const day = 86_400_000;

it('a change after a quiet day is counted, though the stream has forgotten all before it', async () => {
  const counted: string[] = [];
  const tally = ({ Records }: DynamoDBStreamEvent) =>
    void counted.push(...Records.map(({ dynamodb }) => dynamodb?.Keys?.pk?.S ?? ''));
  const dataDir = newFolder();
  const stage = await startStubStage({ tally }, { dataDir });
  onTestFinished(() => stage.stop());
  const put = (pk: string) =>
    new DynamoDBClient().send(
      new PutItemCommand({ TableName: 'ingat', Item: { pk: { S: pk }, sk: { S: 'WRK' } } }),
    );

  for (const name of ['a', 'b', 'c']) await put(`WRK#${name}`);
  await stage.settled();
  await stage.moveTo(Date.now() + 2 * day);
  const rows = 'SELECT new_image, sequence_number FROM _stream_records';
  const table = new DatabaseSync(join(dataDir, 'table.sqlite'), { timeout: 5_000 });
  expect(table.prepare(rows).all()).toEqual([{ new_image: null, sequence_number: '3' }]);
  table.close();

  await put('WRK#d');
  await stage.settled();
  expect(counted).toEqual(['WRK#a', 'WRK#b', 'WRK#c', 'WRK#d']);
});

it('who was erased and had nothing but their row stands nowhere in the file two days later', async () => {
  const dataDir = newFolder();
  const stage = await startStubStage({ tally: () => undefined }, { dataDir });
  onTestFinished(() => stage.stop());
  const put = (name: string, facts: Readonly<Record<string, { S: string }>>) =>
    new DynamoDBClient().send(
      new PutItemCommand({
        TableName: 'ingat',
        Item: { pk: { S: `WRK#${name}` }, sk: { S: 'WRK' }, ...facts },
      }),
    );
  const standsInFiles = (words: string): boolean =>
    ['table.sqlite', 'table.sqlite-wal'].some((name) => {
      const file = join(dataDir, name);
      return existsSync(file) && readFileSync(file).includes(words);
    });

  await put('a', { name: { S: 'Sulastri Ningsih' } });
  await put('b', { name: { S: 'Siti Aminah' } });
  await put('a', { erasedAt: { S: '2026-11-11T02:00:00.000Z' } });
  await stage.settled();
  expect(standsInFiles('Sulastri Ningsih')).toBe(true);
  await stage.moveTo(Date.now() + 2 * day);
  expect(standsInFiles('Sulastri Ningsih')).toBe(false);
  expect(standsInFiles('Siti Aminah')).toBe(true);
});
