import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { exportIn } from '../bin/verify/exported.ts';
import { peakOf } from '../test/stage/memory.ts';
import { madeUpExport } from './made-up-export.ts';

/**
 * Verifies and recounts the export of a month of a million made-up workers, and prints rows a
 * second, by the clock and of CPU, and the peak of resident memory: `npx node
 * bench/verify-million.ts`. With another count, or with the folder of an earlier one, which is
 * kept: `… 100000`, `… 1000000 /tmp/million`.
 */
const [workers = '1000000', kept] = process.argv.slice(2);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'ingat-million-'));
const log = join(folder, 'carrier.log');
const isThere = await exportIn(folder).then(
  () => true,
  () => false,
);
if (!isThere) await madeUpExport(folder, Number(workers));
const { rows } = await exportIn(folder);
const month = ['--month', '2026-11', '--export', folder, '--log', log];
await measured('verify', '../bin/verify.ts', month);
await measured('recount', './export/recount-export.ts', [folder]);
if (!kept) rmSync(folder, { recursive: true });

async function measured(what: string, file: string, options: readonly string[]): Promise<void> {
  const began = performance.now();
  const script = new URL(file, import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...options], { stdio: 'inherit' });
  let [peak, cpu] = [0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    cpu = Math.max(cpu, cpuSecondsOf(child.pid));
  }, 100);
  await once(child, 'close');
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${what}: ${rows} rows, ${Math.round(rows / seconds)} a second (${Math.round(rows / cpu)} a second of CPU), ${Math.round(peak)} MB`,
  );
}

/** From /proc, in hundredths of a second. */
function cpuSecondsOf(pid: number | undefined): number {
  try {
    const [user = 0, system = 0] =
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ')
        .slice(11, 13)
        .map(Number) ?? [];
    return (user + system) / 100;
  } catch {
    return 0;
  }
}
