import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { close, listen, readBody } from '#local/http/aws-protocols';
import { header, people, rowOf } from '#local/made-up';
import { peakOf } from '../stage/memory.ts';
import { spawned } from '../stage/process.ts';

/**
 * An API that takes any file and has imported it at once, to send a huge roster fast. What a stage
 * needs: bench/import-million.ts.
 */
const api = createServer(async (request, response) => {
  if (request.method === 'PUT') {
    for await (const chunk of request) received += chunk.length;
    return response.end();
  }
  const { bytes } = JSON.parse((await readBody(request)).toString() || '{}') as { bytes?: number };
  if (bytes) received = 0;
  response.end(JSON.stringify(bytes ? begun() : imported(received)));
});
let received = 0;
const begun = () => ({
  importId: 'imp_1',
  upload: { method: 'PUT', url: `${url}/file`, headers: {} },
});
const imported = (bytes: number) => ({
  ...{ state: 'done', dryRun: false, rows: { total: 1, done: 1 }, refusedCsv: null },
  counts: { created: bytes, updated: 0, unchanged: 0, unmatched: 0, rejected: 0, conflicts: 0 },
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
  said: 'new',
};
const payments: File = {
  command: 'import-payments.ts',
  header: 'reference,channel,nik,amount,paid_at,months',
  rows: people(1_000).map(
    ({ nik }, index) => `EX-${index}-of-november,minimarket,${nik},8400,2026-11-11 08:40,1`,
  ),
  said: 'recorded',
};

it.runIf(process.platform === 'linux').each([
  ['a roster', roster],
  ['a file of payments', payments],
])(
  '%s of 1.6 million rows, about 120 MB, is sent in little more memory than one of 5,000',
  async (_, file) => {
    const small = await peakOfImport(file, 5_000);
    const large = await peakOfImport(file, 1_600_000);
    // Whoever kept the file would need 120 MB more.
    expect(large - small).toBeLessThan(60);
  },
);

/**
 * With room for 32 MB of objects garbage must be collected, so what is still there is really kept.
 */
const smallHeap = '--max-old-space-size=32 --max-semi-space-size=2';

/** The most memory the importer had at once, in MB. */
async function peakOfImport(of: File, rows: number): Promise<number> {
  const file = fileOf(of, rows);
  const { child, said } = spawned(of.command, [file, '--api', url], {
    INGAT_TOKEN: 'token',
    NODE_OPTIONS: smallHeap,
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 10);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  expect(said()).toContain(`${statSync(file).size} ${of.said}`);
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
