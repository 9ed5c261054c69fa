import { DatabaseSync } from 'node:sqlite';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { documentClient } from '#aws/document-client';
import { databaseAt, tableName } from '#local/environment';
import { people } from '#local/made-up';
import { payAll } from '../frame/acts.ts';
import { type MeteredStage, startMeteredStage } from '../frame/metered-stage.ts';
import { figure, type Rows, type Subject } from '../frame/subject.ts';

const workers = 500;

export const counting: Subject = {
  title: 'How fast changes are counted',
  how:
    `The function that counts is off while ${workers} workers are texted, heard of and pay; then ` +
    'it is switched on and catches up, with the stream read in batches of a thousand. Beside it ' +
    'plain puts into the same database, six at a time, in the same run.',
  columns: ['changes', 'a second', 'write units each', 'read units each', 'plain puts a second'],
  parts: { 'a day': measured },
};

async function measured(): Promise<Rows> {
  const stage = await startMeteredStage('2026-11-01T08:00+07:00');
  try {
    await stage.holdOut(0);
    const persons = people(workers);
    await stage.importPeople(persons);
    await stage.moveTo('2026-11-11T08:59:59+07:00');
    const before = changesIn(stage.database.file);
    stage.stage.setFaults({ mappings: { off: ['tally'] } });
    await stage.moveTo('2026-11-11T09:03:00+07:00');
    await payAll(stage, persons);
    const changes = changesIn(stage.database.file) - before;
    const puts = await putsPerSecond(stage.database.direct);
    const { used, seconds } = await caughtUp(stage);
    const cells = [changes / seconds, used.writes / changes, used.reads / changes];
    return [[figure(changes, 0), ...cells.map((value) => figure(value)), figure(puts, 0)]];
  } finally {
    await stage.stop();
  }
}

async function caughtUp(stage: MeteredStage) {
  stage.database.meter.reset();
  const began = performance.now();
  stage.stage.setFaults({ mappings: { off: [] } });
  await stage.stage.settled();
  const seconds = (performance.now() - began) / 1_000;
  return { used: stage.database.meter.used((kind) => kind === 'TALLY'), seconds };
}

/** Of workers’ keys, as the function is given them; dynoxide keeps its stream in its file. */
function changesIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  const { many } = database
    .prepare(`SELECT count(*) AS many FROM _stream_records WHERE keys_json LIKE '%WRK#%'`)
    .get() as { many: number };
  database.close();
  return many;
}

async function putsPerSecond(endpoint: string): Promise<number> {
  const client = documentClient(databaseAt(endpoint));
  const numbers = Array.from({ length: 1_000 }, (_, number) => number);
  const began = performance.now();
  const put = (number: number) =>
    client.send(new PutCommand({ TableName: tableName, Item: { pk: `PUT#${number}`, sk: 'PUT' } }));
  await pMap(numbers, put, { concurrency: 6 });
  client.destroy();
  return numbers.length / ((performance.now() - began) / 1_000);
}
