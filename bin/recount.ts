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
import { count } from './numbers.ts';
import { readOptions } from './options.ts';

const usage = `npm run recount -- [--data DIR] [--table NAME]

  Builds the counters anew from the rows and says how many were wrong. The system goes on writing meanwhile; only the counting waits.
  Without --table it is the table of this machine's stage; with it one in AWS, by the credentials and the region of the environment.`;

const options = readOptions(
  { data: { type: 'string', default: '.ingat' }, table: { type: 'string' } },
  usage,
);

/** A stream in AWS shows a write within seconds, and may answer nothing before its end; the stage's shows it at once. */
const patience = options.table
  ? { settleMilliseconds: 10_000, quietReads: 10 }
  : { settleMilliseconds: 200, quietReads: 1 };

async function main(): Promise<void> {
  const name = options.table ?? tableName;
  const config = options.table
    ? {}
    : databaseAt(localFile(options.data, 'name a table in AWS with --table').database);
  const database = { client: documentClient(config), tableName: name };
  const reader = streamReader(config, name);
  const ports = {
    recounts: recountStore(database),
    counts: countStore(database),
    stream: changeStream(reader, patience),
    clock: { sleep: (milliseconds: number) => sleep(milliseconds) },
  };
  try {
    console.log(
      summary(
        await recount(ports, {
          id: randomUUID(),
          settleMilliseconds: patience.settleMilliseconds,
          walked: show,
        }),
      ),
    );
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
  `${count(rows)} rows make ${count(counters)} counters. ${
    wrong === null
      ? 'An earlier recount had broken off half-way: how many were wrong before it cannot be told.'
      : wrong === 0
        ? 'None was wrong.'
        : `${count(wrong)} ${wrong === 1 ? 'was' : 'were'} wrong, and ${wrong === 1 ? 'is' : 'are'} right now.`
  }`;

await main().catch((error: Error) => {
  const unreachable = /ECONNREFUSED/.test(
    `${error.message} ${(error as NodeJS.ErrnoException).code}`,
  );
  console.error(
    unreachable && !options.table
      ? 'The database does not answer: begin the stage with npm start.'
      : error.message,
  );
  if (isHeld)
    console.error(
      'Run it again: until a recount has gone through, nothing is counted. Nothing is lost meanwhile.',
    );
  process.exitCode = 1;
});
