import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stageSettings as settings } from '#local/environment';
import { readOptions } from '../bin/command.ts';
import { check, type Verdict } from '../bin/verify/check.ts';
import { exportIn } from '../bin/verify/exported.ts';
import type { Evidence } from '../test/prove/verify/planting.ts';
import { planted } from './export/planted.ts';
import { madeUpExport } from './made-up-export.ts';
import { measured } from './subjects/exports.ts';

const usage = `npx node bench/verify-million.ts [--workers 1000000] [--folder DIR] [--plant]

  Verifies and recounts the export of a month of so many made-up workers, and prints the lines for
  bench/RESULTS.md.

  --folder  where the export lies, or is made and then kept
  --plant   plants ten faults in it instead, and says which promise found each`;

const options = readOptions(
  {
    workers: { type: 'string', default: '1000000' },
    folder: { type: 'string' },
    plant: { type: 'boolean', default: false },
  },
  usage,
);
const workers = Number(options.workers);
const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'ingat-million-'));
const isThere = await exportIn(folder).then(
  () => true,
  () => false,
);
if (!isThere) await madeUpExport(folder, workers);
if (options.plant) await findPlanted();
else for (const row of await measured(folder, workers)) console.log(`| ${row.join(' | ')} |`);
if (!options.folder) rmSync(folder, { recursive: true });

async function findPlanted(): Promise<void> {
  const exported = await exportIn(folder);
  const log = join(folder, 'carrier.log');
  const place = mkdtempSync(join(tmpdir(), 'ingat-planted-'));
  const { found, files, log: besides } = await planted(exported, await beginningOf(log), place);
  const verdicts: Verdict[] = [];
  const asked = {
    exported: { ...exported, files },
    log: [log, besides],
    month: '2026-11',
    settings,
  };
  for await (const verdict of check(asked)) if (verdict.broken > 0) verdicts.push(verdict);
  for (const { fault, found: words, workerId } of found) {
    const verdict = verdicts.find(({ promise }) => words.test(promise));
    const isFound = verdict && (workerId === null || verdict.first.includes(workerId));
    console.log(`| ${fault} | ${isFound ? verdict.promise : 'NOT FOUND'} |`);
    if (!isFound) process.exitCode = 1;
  }
  rmSync(place, { recursive: true });
}

/** Of the first workers; each gets three texts at most. */
async function beginningOf(log: string): Promise<Evidence['log']> {
  const records: Evidence['log'] = [];
  for await (const line of createInterface({ input: createReadStream(log) })) {
    records.push(JSON.parse(line));
    if (records.length === 15_000) break;
  }
  return records;
}
