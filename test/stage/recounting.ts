import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#aws/document-client';
import { databaseAt, tableName } from '#local/environment';
import { aPerson, csvOf, people } from '#local/made-up';
import { allOf } from '../contract/all-of.ts';
import { inOrder, sumsOf } from '../unit/flows/renewals/counted.ts';
import { scannedTable } from './aws/scanned-table.ts';
import { countersIn } from './counters.ts';
import { spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** Two days on which 40 workers were counted, some of whom have paid. */
export async function countedStage(): Promise<TestStage> {
  const stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(
    csvOf([...people(30), ...people(10, { province: 'Bali', sector: 'transport' }, 31)]),
  );
  await pay(stage, [1, 2, 3]);
  await stage.clockTo('2026-11-12T12:00+07:00');
  await pay(stage, [4, 31]);
  await stage.clockBy('PT1M');
  return stage;
}

export const pay = (stage: TestStage, numbers: readonly number[]) =>
  Promise.all(
    numbers.map((number) =>
      stage.pay({ reference: `JMO-${number}`, nik: aPerson(number).nik, amount: 8_400 }),
    ),
  );

/** What the command says last, and its exit code. */
export async function recount(stage: TestStage): Promise<Readonly<{ code: number; said: string }>> {
  const { child, said } = spawned('recount.ts', ['--data', stage.folder]);
  const [code] = await once(child, 'close');
  return { code, said: said().trim() };
}

/** The stage's database, beside the stage. */
export async function inDatabase<T>(
  stage: TestStage,
  act: (database: { client: ReturnType<typeof documentClient>; tableName: string }) => Promise<T>,
): Promise<T> {
  const { database } = JSON.parse(readFileSync(join(stage.folder, 'local.json'), 'utf8'));
  const client = documentClient(databaseAt(database));
  return act({ client, tableName }).finally(() => client.destroy());
}

export const counters = (stage: TestStage) =>
  inDatabase(stage, async (database) => inOrder(await countersIn(database)));

/** What the rows that are there add up to; nobody has been erased. */
export const rowsSay = (stage: TestStage) =>
  inDatabase(stage, async (database) => {
    const { rows } = await allOf(await scannedTable(database).take());
    return inOrder(sumsOf(rows));
  });

/**
 * One counter is off by two, one holds no number, and the items of one place are gone. Answers how
 * many are wrong.
 */
export const breakCounters = (stage: TestStage) =>
  inDatabase(stage, async ({ client }) => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    const [first, second, third] = Items.filter(({ pk }) => /^COUNT#/.test(pk));
    const nameIn = (item = {}) =>
      Object.keys(item).find((name) => name !== 'pk' && name !== 'sk' && name.includes('.')) ?? '';
    const set = (item: typeof first, value: unknown) =>
      client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { pk: item?.pk, sk: item?.sk },
          UpdateExpression: 'SET #name = :value',
          ExpressionAttributeNames: { '#name': nameIn(item) },
          ExpressionAttributeValues: { ':value': value },
        }),
      );
    await set(first, Number(first?.[nameIn(first)]) + 2);
    await client.send(
      new DeleteCommand({ TableName: tableName, Key: { pk: second?.pk, sk: second?.sk } }),
    );
    await set(third, 'many');
    const countersIn = (item = {}) =>
      Object.values(item).filter((value) => typeof value === 'number' && value !== 0).length;
    // Of an item that cannot be read all of its counters are missing, and it is one too many.
    return 1 + countersIn(second) + countersIn(third) + 1;
  });
