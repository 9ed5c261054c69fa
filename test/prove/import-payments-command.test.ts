import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { spawned } from './process.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** `npm run import:payments -- FILE` against a stage on which 1,200 workers owe November. */
const workers = people(1_200);
const folder = mkdtempSync(join(tmpdir(), 'ingat-payments-'));
const header = 'reference,channel,nik,amount,paid_at,months';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T12:00+07:00' });
  for (const first of [0, 600]) await stage.importCsv(csvOf(workers.slice(first, first + 600)));
});
afterAll(async () => {
  await stage.stop();
  rmSync(folder, { recursive: true });
});

async function importFile(name: string, content: string, ...options: readonly string[]) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { child, said } = spawned('import-payments.ts', [file, '--data', stage.folder, ...options]);
  const [code] = await once(child, 'close');
  const aside = file.replace(/\.csv$/, '.refused.csv');
  return {
    code,
    said: said().trim(),
    aside: existsSync(aside) ? readFileSync(aside, 'utf8') : null,
  };
}

it('1,202 lines go in, with what they are worth: on trial not yet, and the same file again changes nothing', async () => {
  const lines = workers.map(({ nik }, index) => `EX-${index},bank,${nik},8400,2026-11-11 08:40,1`);
  const csv = [
    header,
    ...lines,
    `EX-S,bank,${aPerson(9_000).nik},8400,2026-11-11 08:40,`,
    lines[0]?.replace('8400', 'much'),
    '',
  ].join('\n');
  const aside = expect.stringContaining('\n1203;rejected;amount;much;');
  const counts =
    /1200 recorded, 0 already recorded, 1 unmatched \(worker not known yet\)\.\nRp10\.088\.400 in all: Rp10\.088\.400 recorded, .* 1 rejected/s;
  expect(await importFile('paid.csv', csv, '--dry-run')).toEqual({
    code: 0,
    said: expect.stringMatching(counts),
    aside,
  });
  expect(await stage.worker(workers[0]?.nik ?? '')).toMatchObject({ coveredThrough: '2026-10' });
  expect(await importFile('paid.csv', csv)).toEqual({
    code: 0,
    said: expect.stringMatching(counts),
    aside,
  });
  expect(await stage.worker(workers[1_199]?.nik ?? '')).toMatchObject({
    coveredThrough: '2026-11',
  });
  expect((await importFile('paid.csv', csv)).said).toMatch(
    /0 recorded, 1200 already recorded, 1 unmatched/,
  );
});

it('a file that is none is refused in one sentence', async () => {
  expect(await importFile('empty.csv', '')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/empty\.csv is empty: .* a row under it$/),
  });
  expect(await importFile('roster.csv', csvOf([aPerson(1)]))).toMatchObject({
    code: 1,
    said: expect.stringContaining('The header row lacks "reference", '),
  });
});
