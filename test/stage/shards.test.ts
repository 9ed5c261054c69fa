import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmulator } from '#local/emulator';
import { aPerson, csvOf } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(csvOf([aPerson(1)]));
});
afterAll(() => stage?.stop());

it('with another number of shards a stage does not start, as it would look for workers where they are not; with the old one all are there', async () => {
  await stage.kill();
  await expect(
    startEmulator({ dataDir: stage.folder, port: 0, settings: { shards: 8 } }),
  ).rejects.toThrow(
    'This table was laid out with 4 shards and cannot be used with 8: set shards back to 4',
  );
  await stage.restart();
  expect((await stage.worker(aPerson(1).nik)).coveredThrough).toBe('2026-10');
});
