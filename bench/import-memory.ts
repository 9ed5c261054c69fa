import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { csvOf, people } from '#local/made-up';
import { peakOf } from '../test/stage/memory.ts';
import { spawned } from '../test/stage/process.ts';
import { startTestStage } from '../test/stage/stage.ts';

/**
 * Imports rosters of 5,000 and of 20,000 rows, then a payment for each worker, each by its command
 * into a fresh emulator, and prints the peak of resident memory (VmHWM, Linux) of importers and
 * emulator. It takes some minutes: `npx node bench/import-memory.ts`, or with other counts `… 5000
 * 80000`.
 */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5_000, 20_000];

for (const rows of counts) {
  const { roster, payments, stage, seconds } = await measure(rows);
  console.log(
    `${rows} rows: roster ${roster} MB, payments ${payments} MB, stage ${stage} MB, ${seconds} s`,
  );
}

async function measure(
  rows: number,
): Promise<Readonly<Record<'roster' | 'payments' | 'stage' | 'seconds', number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-bench-'));
  const file = join(folder, 'roster.csv');
  const paid = join(folder, 'payments.csv');
  const workers = people(rows);
  writeFileSync(file, csvOf(workers));
  const lines = workers.map(({ nik }, index) => `EX-${index},bank,${nik},8400,2026-11-01 07:00,1`);
  writeFileSync(paid, ['reference,channel,nik,amount,paid_at,months', ...lines, ''].join('\n'));
  const stage = await startTestStage({ now: '2026-11-01T08:00+07:00' });
  try {
    const began = performance.now();
    const roster = await peakOfImport('import.ts', file, stage.folder);
    const payments = await peakOfImport('import-payments.ts', paid, stage.folder);
    return {
      roster: Math.round(roster),
      payments: Math.round(payments),
      stage: Math.round(peakOf(stage.pid())),
      seconds: Math.round((performance.now() - began) / 1_000),
    };
  } finally {
    await stage.stop();
    rmSync(folder, { recursive: true });
  }
}

async function peakOfImport(command: string, file: string, data: string): Promise<number> {
  const { child, said } = spawned(command, [file, '--data', data]);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import failed: ${said()}`);
  return peak;
}
