import { expect, it } from 'vitest';
import { accountsOf, tally } from '../stage/everybody.ts';
import { stageOnTheEve } from '../stage/on-the-eve.ts';

it('nobody is texted twice, and nobody goes without, when a fifth of the database’s answers is "try later" and another fifth "conflict"', async ({
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
  expect(sent + unclear + lost).toBe(70);
  // Only whoever was in flight when a slice broke off is unclear.
  expect(unclear + lost).toBeLessThanOrEqual(40);
  expect(await stage.outbox()).toHaveLength(sent + unclear);
});
