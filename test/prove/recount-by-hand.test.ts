import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson } from '#local/made-up';
import { breakCounters, countedStage, counters, recount, rowsSay } from '../stage/recounting.ts';
import type { TestStage } from '../stage/stage.ts';

/** Beside payments that come in, and killed: test/prove/recounting-command.test.ts. */
let stage: TestStage;
beforeAll(async () => {
  stage = await countedStage();
});
afterAll(() => stage?.stop());

it('mends what was broken by hand', async () => {
  const before = await counters(stage);
  expect(before).toEqual(await rowsSay(stage));
  const broken = await breakCounters(stage);
  expect(await recount(stage)).toEqual({
    code: 0,
    said: expect.stringContaining(` ${broken} were wrong, and are right now.`),
  });
  expect(await counters(stage)).toEqual(before);
});

it('finds nothing wrong then, and a person who was erased stays in the numbers', async () => {
  const worker = await stage.worker(aPerson(1).nik);
  await stage.ask('DELETE', `/api/workers/${worker.workerId}`, { role: 'admin' });
  await stage.clockBy('PT1M');
  const before = await counters(stage);
  expect(before).not.toEqual(await rowsSay(stage));
  expect(await recount(stage)).toEqual({
    code: 0,
    said: expect.stringMatching(/^[\d.]+ rows make [\d.]+ counters\. None was wrong\.$/),
  });
  expect(await counters(stage)).toEqual(before);
});
