import { expect, type TestContext } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';

/**
 * On the eve of `before`: 60 who owe November in Jakarta's zone and 10 in Makassar's, with two of
 * whom none gets a text.
 */
export async function stageOnTheEve(finished: TestContext['onTestFinished']): Promise<TestStage> {
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  finished(() => stage.stop());
  const noPhone = aPerson(121, { phone: '' });
  const stopped = aPerson(122);
  const roster = [...people(60), ...people(10, { province: 'Bali' }, 61), noPhone, stopped];
  expect(await stage.importCsv(csvOf(roster))).toMatchObject({ created: 72 });
  const { workerId } = await stage.worker(stopped.nik);
  await stage.ask('POST', `/api/workers/${workerId}/stop`, { role: 'service' });
  return stage;
}
