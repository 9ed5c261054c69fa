import { documentClient } from '#aws/document-client';
import { databaseAt } from '#local/environment';
import { firing } from '../frame/firing.ts';
import { type MeteredDatabase, startMeteredDatabase } from '../frame/metered-database.ts';
import { startMeteredStage } from '../frame/metered-stage.ts';
import { dueByScan } from '../frame/other-ways.ts';
import { seed } from '../frame/seed.ts';
import { figure, type Rows, type Subject } from '../frame/subject.ts';

const due = 300;
const sizes = [10_000, 100_000, 1_000_000];

/** Does a run cost more where more workers are stored who are not due? */
export const growth: Subject = {
  title: 'What a run costs as the table grows',
  how:
    `${due} workers are due, so many are stored, written into dynoxide’s file. The whole firing: ` +
    'its slices, the texts, and the rounds of that minute. Beside it the read units of the usual ' +
    'way, which scans the table.',
  columns: ['stored', 'texts', 'write units', 'read units', 'requests', 'read units of a scan'],
  parts: Object.fromEntries(sizes.map((stored) => [String(stored), () => measured(stored)])),
};

async function measured(stored: number): Promise<Rows> {
  const database = await startMeteredDatabase();
  seed(database, { stored, due });
  const scan = await readByScan(database);
  const stage = await startMeteredStage('2026-11-01T08:00+07:00', database);
  try {
    await stage.holdOut(0);
    const { writes, reads, requests } = await firing(stage, '2026-11-11');
    const cells = [stored, stage.stage.outbox().length, writes, reads, requests, scan];
    return [cells.map((value) => figure(value, 0))];
  } finally {
    await stage.stop();
  }
}

/** A page of a million rows may take dynoxide longer than the three seconds of the product. */
const patient = { requestTimeout: 120_000 };

async function readByScan(database: MeteredDatabase): Promise<number> {
  const client = documentClient({ ...databaseAt(database.url), requestHandler: patient });
  let found = 0;
  for await (const _ of dueByScan(client)) found += 1;
  client.destroy();
  if (found !== due) throw new Error(`A scan found ${found} of ${due} who are due`);
  return database.meter.used().reads;
}
