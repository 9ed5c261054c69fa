import { firing } from '../frame/firing.ts';
import type { Used } from '../frame/meter.ts';
import { startMeteredDatabase } from '../frame/metered-database.ts';
import { startMeteredStage } from '../frame/metered-stage.ts';
import { costOfWay, usualWay } from '../frame/other-ways.ts';
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
  const { used, texts } = await costOfRun(stored);
  const scan = await costOfWay(usualWay, { stored, due });
  const cells = [used.writes, used.reads, used.requests, scan.used.reads];
  return [[figure(stored, 0), String(texts), ...cells.map((value) => figure(value, 0))]];
}

async function costOfRun(stored: number): Promise<Readonly<{ used: Used; texts: number }>> {
  const database = await startMeteredDatabase();
  seed(database, { stored, due });
  const stage = await startMeteredStage('2026-11-01T08:00+07:00', database);
  try {
    await stage.holdOut(0);
    return { used: await firing(stage, '2026-11-11'), texts: stage.stage.outbox().length };
  } finally {
    await stage.stop();
  }
}
