import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableName } from '#local/environment';
import { aPerson, csvOf } from '#local/made-up';
import { keys } from '#table';
import { asAdmin, json } from './calls.ts';
import { refused, spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

const siti = aPerson(1);
let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
});
afterAll(() => stage?.stop());

it('functions that meet a table of another secret refuse whoever names a NIK, and write nothing', async () => {
  const print = async (value: string): Promise<string> => {
    const { Attributes } = await stage.table().send(
      new UpdateCommand({
        ...{ TableName: tableName, Key: keys.layout, ReturnValues: 'ALL_OLD' },
        UpdateExpression: 'SET nikSecret = :print',
        ExpressionAttributeValues: { ':print': value },
      }),
    );
    return String(Attributes?.nikSecret);
  };
  const ours = await print('of another secret');
  const refusals = [
    await stage.refusal('POST', '/api/workers/import', { role: 'admin', body: csvOf([siti]) }),
    await stage.refusal('POST', '/api/payments/import', {
      ...{
        role: 'finance',
        body: `reference,channel,nik,amount,paid_at\nA,b,${siti.nik},1,2026-11-11`,
      },
    }),
    await stage.refusal('POST', '/api/payments', json({})),
    await stage.refusal('POST', '/api/workers/find', asAdmin({ nik: siti.nik })),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  const { Items = [] } = await stage.table().send(new ScanCommand({ TableName: tableName }));
  expect(Items.filter(({ pk }) => /^(WRK#wrk_|PAY#|ATTENTION#)/.test(String(pk)))).toEqual([]);
  await print(ours);
  expect(await stage.importCsv(csvOf([siti]))).toMatchObject({ created: 1 });
  expect((await stage.worker(siti.nik)).coveredThrough).toBe('2026-10');
});

it('a stage whose secret is another does not start, and says in one sentence what to do', async () => {
  await stage.clockTo('2026-11-11T09:05+07:00');
  await stage.kill();
  const secret = (value: string): void => {
    const state = new DatabaseSync(join(stage.folder, 'state.sqlite'), { timeout: 5_000 });
    state.prepare(`UPDATE kept SET value = ? WHERE name = 'secret.nik'`).run(value);
    state.close();
  };
  const kept = new DatabaseSync(join(stage.folder, 'state.sqlite'), { timeout: 5_000 });
  const ours = String(
    kept.prepare(`SELECT value FROM kept WHERE name = 'secret.nik'`).get()?.value,
  );
  kept.close();
  secret('another');
  const options = ['--data', stage.folder, '--port', '0', '--empty'];
  expect(await refused(spawned('start.ts', options))).toEqual({
    code: 1,
    said: expect.stringMatching(/^The NIK secret is not the one .* --fresh deletes all data$/),
  });
  secret(ours);
  await stage.restart();
  expect(await stage.importCsv(csvOf([siti]))).toMatchObject({ unchanged: 1, created: 0 });
  expect(await stage.outbox()).toHaveLength(1);
});
