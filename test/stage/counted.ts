import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
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
import { aPerson, people } from '#local/made-up';
import { inOrder, sumsOf } from '../unit/flows/renewals/counted.ts';
import { countersIn } from './counters.ts';
import type { TestStage } from './stage.ts';

/** On 10 November 2026. */
export const roster = [
  ...people(40),
  ...people(15, { province: 'Bali', sector: 'transport' }, 41),
  ...people(10, { province: 'Papua', coveredThrough: '2026-08' }, 56),
];

export const payFor = (stage: TestStage, numbers: readonly number[], amount = 8_400) =>
  Promise.all(
    numbers.map((number) =>
      stage.pay({ reference: `JMO-${number}-${amount}`, nik: aPerson(number).nik, amount }),
    ),
  );

/** Kills the stage and looks into what it leaves: every counter is the sum over the rows. */
export async function expectAllCounted(stage: TestStage): Promise<void> {
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
