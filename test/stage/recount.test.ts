import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentClient } from '#aws/document-client';
import { databaseAt, tableName } from '#local/environment';
import { aPerson, csvOf, people } from '#local/made-up';
import { allOf } from '../contract/all-of.ts';
import { inOrder, sumsOf } from '../unit/flows/renewals/counted.ts';
import { scannedTable } from './aws/scanned-table.ts';
import { countersIn } from './counters.ts';
import { hasEnded, kill, spawned, until } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(
    csvOf([...people(30), ...people(10, { province: 'Bali', sector: 'transport' }, 31)]),
  );
  await pay([1, 2, 3]);
  await stage.clockTo('2026-11-12T12:00+07:00');
  await pay([4, 31]);
  await stage.clockBy('PT1M');
});
afterEach(() => stage?.stop());

const pay = (numbers: readonly number[]) =>
  Promise.all(
    numbers.map((number) =>
      stage.pay({ reference: `JMO-${number}`, nik: aPerson(number).nik, amount: 8_400 }),
    ),
  );

/** What the command says last, and its exit code. */
async function recount(): Promise<Readonly<{ code: number; said: string }>> {
  const { child, said } = spawned('recount.ts', ['--data', stage.folder]);
  const [code] = await once(child, 'close');
  return { code, said: said().trim() };
}

/** The stage's database, beside the stage. */
async function inDatabase<T>(
  act: (database: { client: ReturnType<typeof documentClient>; tableName: string }) => Promise<T>,
): Promise<T> {
  const { database } = JSON.parse(readFileSync(join(stage.folder, 'local.json'), 'utf8'));
  const client = documentClient(databaseAt(database));
  return act({ client, tableName }).finally(() => client.destroy());
}

const counters = () => inDatabase(async (database) => inOrder(await countersIn(database)));

/** What the rows that are there add up to; nobody has been erased. */
const rowsSay = () =>
  inDatabase(async (database) => {
    const { rows } = await allOf(await scannedTable(database).take());
    return inOrder(sumsOf(rows));
  });

/**
 * One counter is off by two, one holds no number, and the items of one place are gone. Answers how
 * many are wrong.
 */
const breakCounters = () =>
  inDatabase(async ({ client }) => {
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

it('finds nothing wrong, mends what was broken by hand, and finds nothing wrong again', async () => {
  const before = await counters();
  expect(await recount()).toEqual({
    code: 0,
    said: expect.stringMatching(/^[\d.]+ rows make [\d.]+ counters\. None was wrong\.$/),
  });
  expect(await counters()).toEqual(before);
  const broken = await breakCounters();
  expect(await recount()).toEqual({
    code: 0,
    said: expect.stringContaining(` ${broken} were wrong, and are right now.`),
  });
  expect(await counters()).toEqual(before);
  expect((await recount()).said).toContain('None was wrong.');
});

it('payments that come in while it runs are counted once', async () => {
  await breakCounters();
  const { child, said } = spawned('recount.ts', ['--data', stage.folder]);
  const ended = once(child, 'close');
  for (let number = 5; !hasEnded(child) && number < 31; number++) await pay([number]);
  await ended;
  expect(said()).toMatch(/were wrong, and are right now/);
  await pay([32, 33]);
  await stage.clockBy('PT1M');
  expect(await counters()).toEqual(await rowsSay());
  expect((await recount()).said).toContain('None was wrong.');
});

it('goes on where one was killed, and the counting waits for it', async () => {
  // One that was through before it was seen, or before it died, is tried again.
  do {
    const { child } = spawned('recount.ts', ['--data', stage.folder]);
    await until(async () => (await inDatabase(held)) || hasEnded(child));
    await kill(child);
  } while (!(await inDatabase(held)));
  await pay([5, 6]);
  expect((await recount()).said).toContain('rows make');
  await stage.clockBy('PT1M');
  expect(await counters()).toEqual(await rowsSay());
});

const held = ({ client }: Parameters<Parameters<typeof inDatabase>[0]>[0]): Promise<boolean> =>
  client
    .send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': 'TALLY', ':sk': 'HOLD' },
      }),
    )
    .then(({ Items = [] }) => Items.length > 0);

it('a person who was erased stays in the numbers', async () => {
  const worker = await stage.worker(aPerson(1).nik);
  await stage.ask('DELETE', `/api/workers/${worker.workerId}`, { role: 'admin' });
  await stage.clockBy('PT1M');
  const before = await counters();
  expect(before).not.toEqual(await rowsSay());
  expect((await recount()).said).toContain('None was wrong.');
  expect(await counters()).toEqual(before);
});
