import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentClient } from '#aws/document-client';
import { changeStream } from '#aws/renewals/change-stream';
import { countStore } from '#aws/renewals/count-store';
import { exportedRows } from '#aws/renewals/exported-rows';
import { recountStore } from '#aws/renewals/recount-store';
import { streamReader } from '#aws/renewals/stream-reader';
import { type Recounted, recount } from '#flows/renewals/recount';
import type { ExportedRows } from '#flows/renewals/recount-store';
import { databaseAt, tableName } from '#local/environment';
import { localFile } from './api-client.ts';
import { dataOption, readOptions } from './command.ts';
import { count } from './numbers.ts';
import { keptChanges } from './recount/kept-changes.ts';
import { inAws, onOneMachine } from './recount/patience.ts';
import { exportIn, linesIn } from './verify/exported.ts';
import { tableHere, tableInAws } from './verify/table.ts';

const usage = `npm run recount -- [--data DIR] [--table NAME --bucket NAME]

  Builds the counters anew from the rows and says how many were wrong. Ingat goes on working
  meanwhile; only the counting waits.
  Without --table it is the table on this machine; with it, a table in AWS, reached with the
  credentials and the region of the environment, and the bucket that it is exported to.

  Example: npm run recount -- --data .ingat`;

const { data, table, bucket } = readOptions(
  { ...dataOption, table: { type: 'string' }, bucket: { type: 'string' } },
  usage,
);

const patience = table ? inAws : onOneMachine;

async function main(): Promise<void> {
  if (table && !bucket) throw new Error('Name the bucket for the export of that table: --bucket');
  const config = table
    ? {}
    : databaseAt(localFile(data, 'name a table in AWS with --table').database);
  const database = { client: documentClient(config), tableName: table ?? tableName };
  const reader = streamReader(config, database.tableName);
  const folder = mkdtempSync(join(tmpdir(), 'ingat-recount-'));
  const clock = {
    now: () => new Date().toISOString(),
    sleep: (milliseconds: number) => sleep(milliseconds),
  };
  const kept = keptChanges(folder);
  const ports = {
    recounts: recountStore(database),
    table: { take: () => exportInto(folder) },
    counts: countStore(database),
    stream: changeStream(reader, { clock, kept, ...patience }),
    changedRows: kept.rows,
    clock,
  };
  try {
    const recounted = await recount(ports, { id: randomUUID(), ...patience, heard: show });
    console.log(summary(recounted));
  } finally {
    rmSync(folder, { recursive: true });
    reader.stop();
    database.client.destroy();
  }
}

async function exportInto(folder: string): Promise<AsyncIterable<ExportedRows>> {
  isHeld = true;
  const place =
    table && bucket ? await tableInAws({ table, bucket }, folder) : await tableHere(data);
  const { files, damaged } = await exportIn(place);
  if (damaged.length > 0) throw new Error(`The export is damaged: ${damaged.join(', ')}`);
  return exportedRows(linesIn(files));
}

let isHeld = false;

function show(rows: number): void {
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
