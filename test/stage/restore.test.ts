import { once } from 'node:events';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tombstone } from '#aws/people/worker-rows';
import { tableName } from '#local/environment';
import { aPerson, csvOf, people } from '#local/made-up';
import { keys } from '#table';
import { findWorker, putBack } from '../../bin/restore/put-back.ts';
import { restorationOf } from '../../bin/restore/restoration.ts';
import { asAdmin } from './calls.ts';
import { spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
let client: ReturnType<TestStage['table']>;
const copy = 'ingat-restored';

/** Somebody who paid and was reminded, as of the copy. */
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(csvOf(people(6)));
  await stage.clockTo('2026-11-11T12:00+07:00');
  for (const number of [1, 2, 3]) await pay(number, `J-${number}`);
  client = stage.table();
  await copyTable();
});
afterAll(async () => {
  client?.destroy();
  await stage?.stop();
});

const pay = (number: number, reference: string) =>
  stage.pay({ reference, nik: aPerson(number).nik, amount: 8_400 });

/** As a restore to a point in time makes it: the rows of that moment, in a table of their own. */
async function copyTable(): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: copy,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  for (const Item of await rowsOf(tableName))
    await client.send(new PutCommand({ TableName: copy, Item }));
}

const rowsOf = async (TableName: string) =>
  (await client.send(new ScanCommand({ TableName, ConsistentRead: true }))).Items ?? [];
const personal = (workerId: string) => async () =>
  (await rowsOf(tableName)).filter(
    ({ pk, workerId: of }) =>
      /^(WRK|PAY|RECENT)#/.test(pk) && (pk === `WRK#${workerId}` || of === workerId),
  );
const remove = (pk: string, sk: string) =>
  client.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
const idOf = async (number: number) => (await stage.worker(aPerson(number).nik)).workerId;

async function restore(...options: string[]) {
  const tables = ['--data', stage.folder, '--table', copy, '--into', tableName, '--by', 'Dewi'];
  const { child, said } = spawned('restore.ts', [...tables, ...options]);
  const [code] = await once(child, 'close');
  return { code, said: said().trim() };
}

it('brings back who was lost, with payments and reminders; a second time changes nothing', async () => {
  const workerId = await idOf(1);
  const rows = personal(workerId);
  const before = await rows();
  for (const { pk, sk } of before) await remove(pk, sk);
  expect(await restore('--worker', workerId, '--dry-run')).toMatchObject({ code: 0 });
  expect(await rows()).toEqual([]);
  expect((await restore('--worker', workerId)).said).toMatch(/rows are back\.$/);
  const isChange = ({ what }: Record<string, unknown>) => what === 'restored';
  expect((await rows()).filter((row) => !isChange(row))).toEqual(expect.arrayContaining(before));
  expect((await rows()).filter(isChange)).toMatchObject([{ byName: 'Dewi' }]);
  expect(await pay(1, 'J-1')).toMatchObject({ status: 'already-recorded' });
  expect((await restore('--worker', workerId)).said).toBe(`${workerId}: nothing is put back.`);
});

it('puts a damaged worker right only with --replace, and not where they have paid since', async () => {
  const [second, third] = [await idOf(2), await idOf(3)];
  const covered = (workerId: string) =>
    stage.ask<{ worker: { coveredThrough: string } }>('GET', `/api/workers/${workerId}`, asAdmin());
  for (const workerId of [second, third])
    await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: keys.worker(workerId),
        UpdateExpression: 'SET coveredThrough = :old, rev = rev + :one',
        ExpressionAttributeValues: { ':old': '2026-09', ':one': 1 },
      }),
    );
  await pay(3, 'J-4');
  const both = ['--worker', second, '--worker', third];
  expect((await restore(...both)).said.match(/--replace/g)).toHaveLength(2);
  const { said } = await restore(...both, '--replace');
  expect(said).toContain(`${second}: 1 row is back.`);
  expect(said).toMatch(new RegExp(`${third}: PAY#\\S+#J-4 is newer than the copy`));
  expect((await covered(second)).worker.coveredThrough).toBe('2026-11');
  expect((await covered(third)).worker.coveredThrough).not.toBe('2026-11');
});

it('brings nobody back who was erased, also where that happens meanwhile', async () => {
  const [fourth, fifth] = [await idOf(4), await idOf(5)];
  const tables = { copy: { client, tableName: copy }, live: { client, tableName } };
  for (const { pk, sk } of await personal(fifth)()) await remove(pk, sk);
  const found = restorationOf(await findWorker(tables, fifth), { replace: true, now: new Date() });
  expect(found.worker).not.toBeNull();
  expect(found.missing).not.toEqual([]);
  await client.send(
    new PutCommand({ TableName: tableName, Item: tombstone(fifth, '2026-11-11T05:00:00.000Z') }),
  );
  expect(await putBack(tables, fifth, found, 'Dewi')).toEqual({ rows: 0, isWorkerBack: false });
  await stage.ask('DELETE', `/api/workers/${fourth}`, asAdmin());
  const { said } = await restore('--worker', fourth, '--replace');
  expect(said).toContain('were erased: nothing is put back');
  for (const workerId of [fourth, fifth])
    expect(await personal(workerId)()).toEqual([tombstone(workerId, expect.any(String))]);
});

it('asks for what is missing in one sentence', async () => {
  expect(await restore()).toMatchObject({
    code: 2,
    said: expect.stringContaining('--worker and --by are all needed'),
  });
  expect((await restore('--worker', 'wrk_1')).said).toContain('Not a worker id: wrk_1');
});
