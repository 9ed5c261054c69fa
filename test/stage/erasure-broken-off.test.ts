import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { tombstone } from '#aws/people/worker-rows';
import { workerStore } from '#aws/people/worker-store';
import type { PaymentRecord } from '#domain/payments/payment';
import { stageSettings, tableName } from '#local/environment';
import { aPerson, csvOf } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { startTestStage } from './stage.ts';

it('who was erased by a call that broke off is gone from the table half an hour later', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-11T08:00+07:00' });
  onTestFinished(() => stage.stop());
  const siti = aPerson(1);
  await stage.importCsv(csvOf([siti]));
  await stage.clockTo('2026-11-11T09:05+07:00');
  await stage.pay({ reference: 'P-1', nik: siti.nik, amount: 8_400 });
  const { workerId } = await stage.worker(siti.nik);
  const client = stage.table();
  const { now } = await stage.ask<{ now: string }>('GET', '/_local/clock');
  const { shards } = stageSettings;
  // The first of the two writes of an erasure: here the function was stopped.
  expect(await workerStore({ client, tableName, shards }).erase(workerId, now)).toBe(true);

  await stage.clockBy('PT31M');
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  expect(Items.filter(({ pk }) => pk === `WRK#${workerId}` || pk === 'UNSWEPT')).toEqual([
    tombstone(workerId, now),
  ]);
  const { items } = await stage.ask<{ items: readonly PaymentRecord[] }>(
    'GET',
    '/api/payments',
    asAdmin(),
  );
  expect(items).toMatchObject([{ reference: 'P-1', workerId: null }]);
});
