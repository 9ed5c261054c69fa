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
import { residentOf } from '../../test/stage/memory.ts';
import { startTestStage, type TestStage } from '../../test/stage/stage.ts';
import { type Found, foundWorkers } from './found-workers.ts';

export type KilledImport = Readonly<{
  shown: ImportShown;
  found: Found;
  /** Of the resident memory of the stage's process, in MB, each tenth of a second. */
  memory: Readonly<{ peak: number; samples: readonly number[] }>;
  /** Without the restarts. */
  seconds: number;
}>;

/**
 * Brings a roster of so many made-up people into an empty stage, and kills the stage as soon as
 * each of these shares of its rows is worked off.
 */
export async function killedImport(
  rows: number,
  kills: readonly number[],
  tell: (shown: ImportShown) => void = () => undefined,
): Promise<KilledImport> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-import-'));
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  try {
    const file = await rosterIn(folder, rows);
    const memory = sampled(() => stage.pid());
    const began = performance.now();
    const importId = await begun(stage, file);
    for (const share of kills) {
      await until(stage, importId, (shown) => shown.rows.done >= share * rows, tell);
      await stage.kill();
      await stage.restart();
    }
    const shown = await until(stage, importId, hasEnded, tell);
    const seconds = (performance.now() - began) / 1_000;
    return { shown, found: await foundWorkers(stage, rows), memory: memory.end(), seconds };
  } finally {
    await stage.stop();
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
  tell: (shown: ImportShown) => void,
): Promise<ImportShown> {
  for (;;) {
    const shown = await stage.ask<ImportShown>('GET', `/api/imports/${importId}`, asAdmin());
    tell(shown);
    if (holds(shown) || hasEnded(shown)) return shown;
    await sleep(200);
  }
}

function sampled(pid: () => number | undefined) {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentOf(pid())), 100);
  return {
    end: () => {
      clearInterval(timer);
      return { peak: Math.max(...samples), samples };
    },
  };
}
