import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentClient } from '#aws/database';
import { changeStream } from '#aws/renewals/change-stream';
import { countStore } from '#aws/renewals/count-store';
import { recountStore } from '#aws/renewals/recount-store';
import { streamReader } from '#aws/renewals/stream-reader';
import { type Recounted, recount } from '#flows/renewals/recount';
import { databaseAt, tableName } from '#local/environment';
import { localFile } from './api-client.ts';
import { dataOption, readOptions } from './command.ts';
import { count } from './numbers.ts';

const usage = `npm run recount -- [--data DIR] [--table NAME]

  Builds the counters anew from the rows and says how many were wrong. Ingat goes on working
  meanwhile; only the counting waits.
  Without --table it is the table on this machine; with it, a table in AWS, reached with the
  credentials and the region of the environment.`;

const { data, table } = readOptions({ ...dataOption, table: { type: 'string' } }, usage);

/** A stream in AWS shows a write after some seconds, and may answer nothing before its end. */
const patience = table
  ? { settleMilliseconds: 10_000, quietReads: 10 }
  : { settleMilliseconds: 200, quietReads: 1 };

async function main(): Promise<void> {
  const config = table
    ? {}
    : databaseAt(localFile(data, 'name a table in AWS with --table').database);
  const database = { client: documentClient(config), tableName: table ?? tableName };
  const reader = streamReader(config, database.tableName);
  const ports = {
    recounts: recountStore(database),
    counts: countStore(database),
    stream: changeStream(reader, patience),
    clock: { sleep: (milliseconds: number) => sleep(milliseconds) },
  };
  const { settleMilliseconds } = patience;
  try {
    const recounted = await recount(ports, { id: randomUUID(), settleMilliseconds, walked: show });
    console.log(summary(recounted));
  } finally {
    reader.stop();
    database.client.destroy();
  }
}

let isHeld = false;

function show(rows: number): void {
  isHeld = true;
  if (process.stderr.isTTY) process.stderr.write(`\r${count(rows)} rows read `);
}

const summary = ({ rows, counters, wrong }: Recounted): string =>
  `${count(rows)} rows make ${count(counters)} counters. ${verdict(wrong)}`;

function verdict(wrong: number | null): string {
  if (wrong === null)
    return 'An earlier recount stopped half-way, so how many were wrong before it is not known.';
  if (wrong === 0) return 'None was wrong.';
  return `${count(wrong)} ${wrong === 1 ? 'was wrong, and is' : 'were wrong, and are'} right now.`;
}

await main().catch((error: Error & { code?: string }) => {
  const unreachable = /ECONNREFUSED/.test(`${error.message} ${error.code}`);
  console.error(
    unreachable && !table
      ? 'The database does not answer: start Ingat with npm start.'
      : error.message,
  );
  if (isHeld)
    console.error(
      'Run it again: nothing is counted until a recount has gone through, and nothing is lost.',
    );
  process.exitCode = 1;
});
