import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { documentClient } from '#aws/document-client';
import { databaseAt, tableName } from '#local/environment';
import { people } from '#local/made-up';
import { payAll } from '../frame/acts.ts';
import { startMeteredStage } from '../frame/metered-stage.ts';
import { figure, type Subject } from '../frame/subject.ts';

const count = 50;

/** What is stored for a worker, for each month that they are texted and pay, and how much of it. */
export const rowSizes: Subject = {
  title: 'What a row weighs',
  how:
    `${count} workers were imported, texted, heard of, and paid; a row’s names and values in ` +
    'bytes, as DynamoDB counts them, without the 100 bytes of overhead it adds, and without the ' +
    'indexes.',
  columns: ['row', 'rows a worker', 'bytes'],
  parts: { rows: measured },
};

async function measured(): Promise<string[][]> {
  const stage = await startMeteredStage('2026-11-01T08:00+07:00');
  const client = documentClient(databaseAt(stage.database.direct));
  try {
    await stage.holdOut(0);
    const persons = people(count);
    await stage.importPeople(persons);
    await stage.moveTo('2026-11-11T10:00:00+07:00');
    await payAll(stage, persons);
    await stage.stage.settled();
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    return [...Map.groupBy(Items, kindOf)]
      .filter(([kind]) => kind)
      .map(rowOf)
      .sort();
  } finally {
    client.destroy();
    await stage.stop();
  }
}

type Item = Readonly<Record<string, AttributeValue>>;

/** Rows of a worker, and their payment under its reference. */
function kindOf({ pk, sk }: Item): string {
  const [whose = '', what = ''] = [pk?.S ?? '', sk?.S ?? ''].map((key) => key.split('#')[0] ?? '');
  if (whose === 'PAY') return 'payment';
  return whose === 'WRK' ? (names[what] ?? '') : '';
}

const names: Readonly<Record<string, string>> = {
  WRK: 'worker',
  REM: 'reminder',
  PAY: 'payment in the timeline',
  CYC: 'cycle that ended',
};

const rowOf = ([kind, items]: readonly [string, readonly Item[]]): string[] => [
  kind,
  figure(items.length / count, 0),
  figure(items.reduce((sum, item) => sum + sizeOf(item), 0) / items.length, 0),
];

const sizeOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + bytesOf(value), 0);

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
function bytesOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.M) return 3 + sizeOf(value.M) + Object.keys(value.M).length;
  if (value.L) return 3 + value.L.reduce((sum, each) => sum + 1 + bytesOf(each), 0);
  return 1;
}
