import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { close, listen, readBody } from '#local/http/aws-protocols';
import { header, people, rowOf } from '#local/made-up';
import { peakOf } from '../stage/memory.ts';
import { spawned } from '../stage/process.ts';

/**
 * An API that accepts everything, to read a huge roster fast. Real memory: bench/import-memory.ts.
 */
const api = createServer(async (request, response) => {
  await readBody(request);
  response.end(
    JSON.stringify({
      unchanged: 1_000,
      alreadyRecorded: 1_000,
      rejected: [],
      conflicts: [],
      warnings: [],
    }),
  );
});
const folder = mkdtempSync(join(tmpdir(), 'ingat-import-'));
let url: string;
beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(api, 0)}`;
});
afterAll(async () => {
  await close(api);
  rmSync(folder, { recursive: true });
});

type File = Readonly<{ command: string; header: string; rows: readonly string[]; said: string }>;

const roster: File = {
  command: 'import.ts',
  header,
  rows: people(1_000).map(rowOf),
  said: 'unchanged',
};
const payments: File = {
  command: 'import-payments.ts',
  header: 'reference,channel,nik,amount,paid_at,months',
  rows: people(1_000).map(
    ({ nik }, index) => `EX-${index}-of-november,minimarket,${nik},8400,2026-11-11 08:40,1`,
  ),
  said: 'already recorded',
};

it.runIf(process.platform === 'linux').each([
  ['a roster', roster],
  ['a file of payments', payments],
])(
  '%s of 1.6 million rows, about 120 MB, is imported in little more memory than one of 5,000',
  async (_, file) => {
    const small = await peakOfImport(file, 5_000);
    const large = await peakOfImport(file, 1_600_000);
    // Whoever kept the file, or the answers to it, would need 120 MB more.
    expect(large - small).toBeLessThan(60);
  },
);

/**
 * With room for 32 MB of objects garbage must be collected, so what is still there is really kept.
 */
const smallHeap = '--max-old-space-size=32 --max-semi-space-size=2';

/** The most memory the importer had at once, in MB. */
async function peakOfImport(of: File, rows: number): Promise<number> {
  const { child, said } = spawned(of.command, [fileOf(of, rows), '--api', url], {
    INGAT_TOKEN: 'token',
    NODE_OPTIONS: smallHeap,
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 10);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  expect(said()).toContain(`${rows} ${of.said}`);
  expect(code).toBe(0);
  return peak;
}

function fileOf({ command, header, rows: thousand }: File, rows: number): string {
  const file = join(folder, `${command}-${rows}.csv`);
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, `${header}\n`);
  for (let written = 0; written < rows; written += 1_000)
    writeSync(descriptor, `${thousand.join('\n')}\n`);
  closeSync(descriptor);
  return file;
}
