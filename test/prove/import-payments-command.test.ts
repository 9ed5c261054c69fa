import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { importFile, paidBy } from '../stage/payments-file.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';

const workers = people(1_200);
const folder = mkdtempSync(join(tmpdir(), 'ingat-payments-'));

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T12:00+07:00' });
  for (const first of [0, 600]) await stage.importCsv(csvOf(workers.slice(first, first + 600)));
});
afterAll(async () => {
  await stage.stop();
  rmSync(folder, { recursive: true });
});

it('1,202 lines go in, with what they are worth: on trial not yet, and the same file again changes nothing', async () => {
  const paid = ['paid.csv', paidBy(workers)] as const;
  const aside = expect.stringContaining('\n1203;rejected;amount;much;');
  const counts =
    /1200 recorded, 0 already recorded, 1 unmatched \(worker not known yet\)\.\nRp10\.088\.400 in all: Rp10\.088\.400 recorded, .* 1 rejected/s;
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
  expect(await stage.worker(workers[1_199]?.nik ?? '')).toMatchObject({
    coveredThrough: '2026-11',
  });
  expect((await importFile({ stage, folder }, paid)).said).toMatch(
    /0 recorded, 1200 already recorded, 1 unmatched/,
  );
});
