import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentClient } from '#aws/document-client';
import { changeStream } from '#aws/renewals/change-stream';
import { countStore } from '#aws/renewals/count-store';
import { exportedRows } from '#aws/renewals/exported-rows';
import { recountStore } from '#aws/renewals/recount-store';
import { streamReader } from '#aws/renewals/stream-reader';
import { recount } from '#flows/renewals/recount';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';
import { databaseAt, tableName } from '#local/environment';
import { keptChanges } from '../../bin/recount/kept-changes.ts';
import { exportIn, linesIn } from '../../bin/verify/exported.ts';

/** Recounts an export into an empty table, as `npm run recount` does with the export it took. */
const [folder = ''] = process.argv.slice(2);
const { files } = await exportIn(folder);
const place = mkdtempSync(join(tmpdir(), 'ingat-bench-'));
const database = await startDatabase({ table: join(place, 'table.sqlite'), isNew: true });
await prepareTable(database, { fresh: false });
const config = databaseAt(database.url);
const stored = { client: documentClient(config), tableName };
const clock = { now: () => new Date().toISOString(), sleep: async () => undefined };
const kept = keptChanges(place);
const ports = {
  recounts: recountStore(stored),
  table: { take: async () => exportedRows(linesIn(files)) },
  counts: countStore(stored),
  stream: changeStream(streamReader(config, tableName), {
    ...{ clock, kept, quietReads: 1, skewMilliseconds: 0 },
  }),
  changedRows: kept.rows,
  clock,
};
const { rows, counters } = await recount(ports, {
  ...{ id: 'bench', tallyMilliseconds: 0, settleMilliseconds: 0 },
});
console.log(`${rows} counted rows make ${counters} counters`);
await database.stop();
rmSync(place, { recursive: true });
process.exit();
