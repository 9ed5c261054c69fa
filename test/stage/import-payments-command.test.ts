import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { importFile, paidBy } from './payments-file.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** 1,202 lines: test/prove/import-payments-command.test.ts. */
const workers = people(20);
const folder = mkdtempSync(join(tmpdir(), 'ingat-payments-'));

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T12:00+07:00' });
  await stage.importCsv(csvOf(workers));
});
afterAll(async () => {
  await stage.stop();
  rmSync(folder, { recursive: true });
});

it('22 lines go in, with what they are worth: on trial not yet, and the same file again changes nothing', async () => {
  const paid = ['paid.csv', paidBy(workers)] as const;
  const aside = expect.stringContaining('\n23;rejected;amount;much;');
  const counts =
    /20 recorded, 0 already recorded, 1 unmatched \(worker not known yet\)\.\nRp176\.400 in all: Rp176\.400 recorded, .* 1 rejected/s;
  expect(await importFile({ stage, folder }, paid, '--dry-run')).toEqual({
    code: 0,
    said: expect.stringMatching(counts),
    aside,
  });
  expect(await stage.worker(workers[0]?.nik ?? '')).toMatchObject({ coveredThrough: '2026-10' });
  expect(await importFile({ stage, folder }, paid)).toEqual({
    code: 0,
    said: expect.stringMatching(counts),
    aside,
  });
  expect(await stage.worker(workers[19]?.nik ?? '')).toMatchObject({
    coveredThrough: '2026-11',
  });
  expect((await importFile({ stage, folder }, paid)).said).toMatch(
    /0 recorded, 20 already recorded, 1 unmatched/,
  );
});

it('a file that is none is refused in one sentence', async () => {
  expect(await importFile({ stage, folder }, ['empty.csv', ''])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/empty\.csv is empty: .* a row under it$/),
  });
  expect(await importFile({ stage, folder }, ['roster.csv', csvOf([aPerson(1)])])).toMatchObject({
    code: 1,
    said: expect.stringContaining('The header row lacks "reference", '),
  });
});
