import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { readRecorded } from '#aws/payments/payment-rows';
import { readCycle } from '#aws/people/cycle-rows';
import { readWorker } from '#aws/people/worker-rows';
import type { Row } from '#aws/reading';
import { countStore } from '#aws/renewals/count-store';
import { readReminder } from '#aws/sending/reminder-rows';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { startDatabase } from '#local/dynamodb/dynamodb';
import { tableName } from '#local/environment';
import { aPerson, csvOf, people } from '#local/made-up';
import { inOrder, sumsOf } from '../unit/flows/renewals/counted.ts';
import { countersIn } from './counters.ts';
import { startTestStage, type TestStage } from './stage.ts';

const roster = [
  ...people(40),
  ...people(15, { province: 'Bali', sector: 'transport' }, 41),
  ...people(10, { province: 'Papua', coveredThrough: '2026-08' }, 56),
];

let stage: TestStage;
beforeEach(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
});
afterEach(() => stage?.stop());

const payFor = (numbers: readonly number[], amount = 8_400) =>
  Promise.all(
    numbers.map((number) =>
      stage.pay({ reference: `JMO-${number}-${amount}`, nik: aPerson(number).nik, amount }),
    ),
  );

/** Kills the stage and looks into what it leaves: every counter is the sum over the rows. */
async function expectAllCounted(): Promise<void> {
  await stage.kill();
  const server = await startDatabase({ table: join(stage.folder, 'table.sqlite'), isNew: false });
  const client = documentClient({
    endpoint: server.url,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    const rows = await countedRows({ client, tableName });
    expect(rows.length).toBeGreaterThan(roster.length);
    expect(inOrder(await countersIn({ client, tableName }))).toEqual(inOrder(sumsOf(rows)));
    expect(await countStore({ client, tableName }).firstImport()).toBe('2026-11-10');
  } finally {
    client.destroy();
    await server.stop();
  }
}

async function countedRows({ client }: Database): Promise<readonly CountedRow[]> {
  const rows: Row[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: tableName, ExclusiveStartKey: from }),
    );
    rows.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return rows
    .filter(({ pk }) => /^(WRK|RECORDED)#/.test(String(pk)))
    .flatMap((row) => counted(row) ?? []);
}

function counted(row: Row): CountedRow | undefined {
  const [worker, cycle, reminder] = [readWorker(row), readCycle(row), readReminder(row)];
  const payment = String(row.pk).startsWith('RECORDED#') ? readRecorded(row) : undefined;
  if (payment) return { kind: 'payment', payment };
  if (row.sk === 'WRK') return worker && { kind: 'worker', worker };
  if (String(row.sk).startsWith('CYC#')) return cycle && { kind: 'cycle', cycle };
  return String(row.sk).startsWith('REM#') && reminder ? { kind: 'reminder', reminder } : undefined;
}

it('when the clock has been moved, all that was written is counted', async () => {
  await stage.importCsv(csvOf(roster));
  await payFor([1, 2, 3, 4]);
  await payFor([5], 3 * 8_400);
  await payFor([56, 57], 8_400);
  await stage.clockTo('2026-11-17T12:00+07:00');
  await payFor([6, 7, 58]);
  await stage.clockBy('PT1M');
  await expectAllCounted();
});

it('what was not counted yet when all was killed is counted after the next start', async () => {
  await stage.importCsv(csvOf(roster));
  await payFor([1, 2, 3]);
  await stage.kill();
  await stage.restart();
  await payFor([4]);
  await stage.clockBy('PT1M');
  await expectAllCounted();
});

it('is counted once over every kill -9 and with a database that throttles and meets conflicts', async () => {
  await stage.importCsv(csvOf(roster));
  await stage.clockTo('2026-11-11T08:59+07:00');
  for (const point of [5, 25, 45]) {
    await stage.faults({ dynamodb: { throttlePercent: 10, conflictPercent: 20 } });
    await payFor([point, point + 1]);
    await stage.killAfter(point);
    await stage.restart();
  }
  await stage.faults({ dynamodb: { throttlePercent: 10, conflictPercent: 20 } });
  await payFor([10, 11, 12]);
  await stage.clockBy('PT2H');
  await expectAllCounted();
});
