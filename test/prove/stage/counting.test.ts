import { afterEach, beforeEach, it } from 'vitest';
import { csvOf } from '#local/made-up';
import { expectAllCounted, payFor, roster } from '../../stage/counted.ts';
import { startTestStage, type TestStage } from '../../stage/stage.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
});
afterEach(() => stage?.stop());

it('when the clock has been moved, all that was written is counted', async () => {
  await stage.importCsv(csvOf(roster));
  await payFor(stage, [1, 2, 3, 4]);
  await payFor(stage, [5], 3 * 8_400);
  await payFor(stage, [56, 57], 8_400);
  await stage.clockTo('2026-11-17T12:00+07:00');
  await payFor(stage, [6, 7, 58]);
  await stage.clockBy('PT1M');
  await expectAllCounted(stage);
});

it('what was not counted yet when all was killed is counted after the next start', async () => {
  await stage.importCsv(csvOf(roster));
  await payFor(stage, [1, 2, 3]);
  await stage.kill();
  await stage.restart();
  await payFor(stage, [4]);
  await stage.clockBy('PT1M');
  await expectAllCounted(stage);
});
