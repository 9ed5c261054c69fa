import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportShown } from '#flows/imports/show-import';
import { aPerson, header, rowOf } from '#local/made-up';
import { type Upload, upload } from '../../bin/import/upload.ts';
import { asAdmin } from '../../test/stage/calls.ts';
import { cpuSecondsOf, residentOf } from '../../test/stage/memory.ts';
import { startTestStage, type TestStage } from '../../test/stage/stage.ts';
import { type Found, foundWorkers } from './found-workers.ts';
import { startLastingTable } from './lasting-table.ts';

export type KilledImport = Readonly<{
  shown: ImportShown;
  found: Found;
  /** Of the stage's process without the table's: resident, in MB. */
  memory: Readonly<{ peak: number; median: number }>;
  /** With the restarts, and what they had to do again. */
  seconds: number;
  /** Of the stage's process, in milliseconds a row. */
  cpu: number;
}>;

/**
 * Brings a roster of so many made-up people into an empty stage, and kills the stage (handlers,
 * queue, files, and nothing else) as soon as each of these shares of its rows is worked off. The
 * table is in a process of its own, which lives on.
 */
export async function killedImport(
  rows: number,
  kills: readonly number[],
  tell: (shown: ImportShown, resident: number) => void = () => undefined,
): Promise<KilledImport> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-import-'));
  const table = await startLastingTable();
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00', database: table.url });
  try {
    const file = await rosterIn(folder, rows);
    const used = sampled(() => stage.pid());
    const began = performance.now();
    const importId = await begun(stage, file);
    for (const share of kills) {
      await until(stage, importId, (shown) => shown.rows.done >= share * rows, tell);
      await stage.kill();
      await stage.restart();
      used.restarted();
    }
    const shown = await until(stage, importId, hasEnded, tell);
    const seconds = (performance.now() - began) / 1_000;
    const { memory, cpuSeconds } = used.end();
    const cpu = (cpuSeconds * 1_000) / rows;
    return { shown, found: await foundWorkers(stage, rows), memory, seconds, cpu };
  } finally {
    await stage.stop();
    await table.stop();
    rmSync(folder, { recursive: true });
  }
}

async function rosterIn(folder: string, rows: number): Promise<string> {
  const file = join(folder, 'roster.csv');
  function* lines() {
    yield `${header}\n`;
    for (let number = 1; number <= rows; number++) yield `${rowOf(aPerson(number))}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return file;
}

async function begun(stage: TestStage, file: string): Promise<string> {
  const bytes = statSync(file).size;
  const asked = { kind: 'workers', fileName: 'roster.csv', bytes, dryRun: false };
  const { importId, upload: to } = await stage.ask<{ importId: string; upload: Upload }>(
    'POST',
    '/api/imports',
    asAdmin(asked),
  );
  await upload(file, { to, bytes, heard: () => undefined, hasArrived: async () => false });
  return importId;
}

const hasEnded = ({ state }: ImportShown): boolean => state === 'done' || state === 'failed';

async function until(
  stage: TestStage,
  importId: string,
  holds: (shown: ImportShown) => boolean,
  tell: (shown: ImportShown, resident: number) => void,
): Promise<ImportShown> {
  for (;;) {
    const shown = await stage.ask<ImportShown>('GET', `/api/imports/${importId}`, asAdmin());
    tell(shown, residentOf(stage.pid()));
    if (holds(shown) || hasEnded(shown)) return shown;
    await sleep(200);
  }
}

/** Each tenth of a second, of whichever process the stage is; without the CPU of its start. */
function sampled(pid: () => number | undefined) {
  const samples: number[] = [];
  const cpu: { atStart: number; now: number }[] = [];
  const restarted = (): void => {
    const atStart = cpuSecondsOf(pid());
    cpu.push({ atStart, now: atStart });
  };
  restarted();
  const timer = setInterval(() => {
    const resident = residentOf(pid());
    if (resident > 0) samples.push(resident);
    const process = cpu.at(-1);
    if (process) process.now = Math.max(process.now, cpuSecondsOf(pid()));
  }, 100);
  return {
    restarted,
    end() {
      clearInterval(timer);
      const sorted = samples.toSorted((a, b) => a - b);
      const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
      const cpuSeconds = cpu.reduce((sum, { atStart, now }) => sum + now - atStart, 0);
      return { memory: { peak: sorted.at(-1) ?? 0, median }, cpuSeconds };
    },
  };
}
