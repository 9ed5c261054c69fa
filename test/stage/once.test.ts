import { expect, it, type TestContext } from 'vitest';
import { aPerson, csvOf, people } from '#local/made-up';
import { accountsOf, tally } from './everybody.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** On the eve of `before`: 100 who owe November in Jakarta's zone and 20 in Makassar's, with two of whom none gets a text. */
async function stageOnTheEve(finished: TestContext['onTestFinished']): Promise<TestStage> {
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  finished(() => stage.stop());
  const noPhone = aPerson(121, { phone: '' });
  const stopped = aPerson(122);
  const roster = [...people(100), ...people(20, { province: 'Bali' }, 101), noPhone, stopped];
  expect(await stage.importCsv(csvOf(roster))).toMatchObject({ created: 122 });
  const { workerId } = await stage.worker(stopped.nik);
  await stage.ask('POST', `/api/workers/${workerId}/stop`, { role: 'service' });
  return stage;
}

const eachOnce = {
  'delivered, 1 text': 120,
  'skipped: no-phone, 0 texts': 1,
  'skipped: stopped, 0 texts': 1,
};

it.concurrent('nobody is texted twice, and each has one row, when a schedule fires again, and three times at once', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  await stage.clockTo('2026-11-11T09:00:01+07:00');
  await stage.fire('Asia/Jakarta');
  await Promise.all([
    stage.fire('Asia/Jakarta'),
    stage.fire('Asia/Jakarta'),
    stage.fire('Asia/Makassar'),
  ]);
  await stage.clockTo('2026-11-12T23:00+07:00');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual(eachOnce);
  expect(await stage.outbox()).toHaveLength(120);
  // Jayapura's runs have nobody in them.
  expect((await stage.runs('2026-11-11')).map(({ runId, counts }) => [runId, counts])).toEqual([
    [
      'run_WIB_2026-11-11_0900_before_2026-11',
      { sent: 100, skipped: { 'no-phone': 1, stopped: 1 } },
    ],
    ['run_WITA_2026-11-11_0900_before_2026-11', { sent: 20 }],
    ['run_WIT_2026-11-11_0900_before_2026-11', {}],
  ]);
});

it.concurrent('nobody is texted twice when the very first firings are three at once', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  await stage.clockTo('2026-11-11T08:50+07:00');
  await stage.kill();
  // Down at nine, and back two minutes later: the schedule itself does not fire, the audit leaves such a young firing alone.
  await stage.restart({ downFor: 12 / 60 });
  await Promise.all([1, 2, 3].map(() => stage.fire('Asia/Jakarta')));
  // Slices that had no ticket of the trial come again after five seconds of the stage's clock.
  await stage.clockBy('PT1H');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual(eachOnce);
  expect(await stage.outbox()).toHaveLength(120);
});

it.concurrent('nobody is texted twice, and nobody goes without, when a fifth of the database’s answers is "try later" and another fifth "conflict"', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  await stage.clockTo('2026-11-11T08:30+07:00');
  await stage.faults({ dynamodb: { throttlePercent: 20, conflictPercent: 20 } });
  await stage.clockTo('2026-11-11T09:00:01+07:00');
  await stage.fire('Asia/Jakarta').catch(() => undefined);
  await stage.faults({ dynamodb: {} });
  // A slice that broke off comes back when its lease has run out; of the first fifty texts so many
  // may be unclear then that the others wait for a person.
  await stage.clockBy('PT1H');
  await stage.letGoOn('2026-11-11');
  await stage.clockBy('PT1H');
  const {
    'unknown, 0 texts': lost = 0,
    'unknown, 1 text': unclear = 0,
    'delivered, 1 text': sent = 0,
    ...others
  } = tally(await accountsOf(stage, 'before', '2026-11'));
  expect(others).toEqual({ 'skipped: no-phone, 0 texts': 1, 'skipped: stopped, 0 texts': 1 });
  expect(sent + unclear + lost).toBe(120);
  // Only whoever was in flight when a slice broke off is unclear.
  expect(unclear + lost).toBeLessThanOrEqual(40);
  expect(await stage.outbox()).toHaveLength(sent + unclear);
});
