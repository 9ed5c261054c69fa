import { afterAll, beforeAll, it } from 'vitest';
import { csvOf } from '#local/made-up';
import { expectAllCounted, payFor, roster } from '../stage/counted.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
});
afterAll(() => stage?.stop());

it('is counted once over every kill -9 and with a database that throttles and meets conflicts', async () => {
  await stage.importCsv(csvOf(roster));
  await stage.clockTo('2026-11-11T08:59+07:00');
  for (const point of [5, 25, 45]) {
    await stage.faults({ dynamodb: { throttlePercent: 10, conflictPercent: 20 } });
    await payFor(stage, [point, point + 1]);
    await stage.killAfter(point);
    await stage.restart();
  }
  await stage.faults({ dynamodb: { throttlePercent: 10, conflictPercent: 20 } });
  await payFor(stage, [10, 11, 12]);
  await stage.clockBy('PT2H');
  await expectAllCounted(stage);
});
