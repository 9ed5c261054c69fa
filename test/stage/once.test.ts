import { expect, it } from 'vitest';
import { accountsOf, tally } from './everybody.ts';
import { stageOnTheEve } from './on-the-eve.ts';

const eachOnce = {
  'delivered, 1 text': 70,
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
  expect(await stage.outbox()).toHaveLength(70);
  // Jayapura's runs have nobody in them.
  expect((await stage.runs('2026-11-11')).map(({ runId, counts }) => [runId, counts])).toEqual([
    [
      'run_WIB_2026-11-11_0900_before_2026-11',
      { sent: 60, skipped: { 'no-phone': 1, stopped: 1 } },
    ],
    ['run_WITA_2026-11-11_0900_before_2026-11', { sent: 10 }],
    ['run_WIT_2026-11-11_0900_before_2026-11', {}],
  ]);
});

it.concurrent('nobody is texted twice when the very first firings are three at once', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  await stage.clockTo('2026-11-11T08:50+07:00');
  await stage.kill();
  // Down at nine, and back two minutes later: the schedule itself does not fire, the audit leaves
  // such a young firing alone.
  await stage.restart({ downFor: 12 / 60 });
  await Promise.all([1, 2, 3].map(() => stage.fire('Asia/Jakarta')));
  // Slices that had no ticket of the trial come again after five seconds of the stage's clock.
  await stage.clockBy('PT1H');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual(eachOnce);
  expect(await stage.outbox()).toHaveLength(70);
});
