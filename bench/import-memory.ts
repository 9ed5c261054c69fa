import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { peakOf } from '../test/e2e/memory.ts';
import { spawned } from '../test/e2e/process.ts';
import { csvOf, people } from '../test/e2e/roster.ts';
import { startTestStage } from '../test/e2e/stage.ts';

/**
 * Imports rosters of 5,000 and of 20,000 rows, each with `npm run import` into a fresh stage, and prints the peak of resident memory (VmHWM, Linux)
 * of the importer and of the stage. It takes about two minutes. Repeat it with `npx node bench/import-memory.ts`, or with other counts: `… 5000 80000`.
 */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5_000, 20_000];

for (const rows of counts) {
  const { importer, stage, seconds } = await measure(rows);
  console.log(`${rows} rows: importer ${importer} MB, stage ${stage} MB, ${seconds} s`);
}

async function measure(rows: number): Promise<Readonly<{ importer: number; stage: number; seconds: number }>> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-bench-'));
  const file = join(folder, 'roster.csv');
  writeFileSync(file, csvOf(people(rows)));
  const stage = await startTestStage({ now: '2026-11-01T08:00+07:00' });
  try {
    const began = performance.now();
    const importer = await peakOfImport(file, stage.folder);
    return {
      importer: Math.round(importer),
      stage: Math.round(peakOf(stage.pid())),
      seconds: Math.round((performance.now() - began) / 1_000),
    };
  } finally {
    await stage.stop();
    rmSync(folder, { recursive: true });
  }
}

async function peakOfImport(file: string, data: string): Promise<number> {
  const { child, said } = spawned('import.ts', [file, '--data', data]);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import failed: ${said()}`);
  return peak;
}
