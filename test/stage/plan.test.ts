import { expect, it, type TestContext } from 'vitest';
import type { Step } from '#domain/plan/plan';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { accountsOf, tally } from './everybody.ts';
import { currentPlan, putPlan, savePlan, saveStep } from './plan-calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** On the eve of `before`: 6 owe November in Jakarta's zone, 4 in Makassar's, 2 in Jayapura's. */
async function stageOnTheEve(finished: TestContext['onTestFinished']): Promise<TestStage> {
  const stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  finished(() => stage.stop());
  const roster = [
    ...people(6),
    ...people(4, { province: 'Bali' }, 61),
    ...people(2, { province: 'Papua' }, 81),
  ];
  expect(await stage.importCsv(csvOf(roster))).toMatchObject({ created: 12 });
  return stage;
}

const before = (stage: TestStage, facts: Partial<Step>) => saveStep(stage, 'before', facts);
const schedules = async (stage: TestStage): Promise<readonly string[]> =>
  (await stage.ask<{ items: { name: string }[] }>('GET', '/_local/schedules')).items
    .map(({ name }) => name)
    .filter((name) => name.startsWith('remind-'))
    .sort();
const fired = (...times: readonly string[]) =>
  ['Jakarta', 'Jayapura', 'Makassar'].flatMap((zone) =>
    times.map((time) => `remind-Asia_${zone}-${time}`),
  );

it.concurrent('a step moved from five to three days before goes out then, in every zone, and never twice', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  expect(await before(stage, { offsetDays: -3, at: '10:00' })).toMatchObject({ version: 3 });
  expect(await schedules(stage)).toEqual(fired('0900', '1000'));
  await stage.clockTo('2026-11-13T07:00+07:00');
  expect(await stage.outbox()).toEqual([]);
  await stage.clockTo('2026-11-13T12:00+07:00');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual({ 'delivered, 1 text': 12 });
  await before(stage, { offsetDays: 1, at: '11:00' });
  expect(await schedules(stage)).toEqual(fired('0900', '1100'));
  await stage.clockTo('2026-11-17T23:00+07:00');
  // One is of the eve, the 14th.
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual({ 'delivered, 2 texts': 12 });
});

it.concurrent('paused at nine nobody is texted; resumed at eleven everybody is, once', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  await stage.clockTo('2026-11-11T06:30+07:00');
  await stage.ask('POST', '/api/plan/pause', asAdmin());
  await stage.clockTo('2026-11-11T11:00+07:00');
  expect(await stage.outbox()).toEqual([]);
  await stage.ask('POST', '/api/plan/resume', asAdmin());
  await stage.clockBy('PT1H');
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual({ 'delivered, 1 text': 12 });
});

it.concurrent('of two admins at once one wins; a holiday moves everybody’s due date and their steps', async ({
  onTestFinished,
}) => {
  const stage = await stageOnTheEve(onTestFinished);
  const plan = await currentPlan(stage);
  const saving = [2, 3].map((catchUpDays) => putPlan(stage, { ...plan, catchUpDays }));
  expect((await Promise.allSettled(saving)).map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'rejected',
  ]);
  await savePlan(stage, { holidays: { add: ['2026-11-16'], remove: [] } });
  const [first] = people(1);
  expect(await stage.worker(first?.nik ?? '')).toMatchObject({ dueOn: '2026-11-17' });
  await stage.clockTo('2026-11-11T23:00+07:00');
  expect(await stage.outbox()).toEqual([]);
  await stage.clockTo('2026-11-12T12:00+07:00');
  expect(await stage.outbox()).toHaveLength(12);
});

it.concurrent('a plan that was restored has its old schedules', async ({ onTestFinished }) => {
  const stage = await stageOnTheEve(onTestFinished);
  await before(stage, { at: '10:00' });
  await stage.ask('POST', '/api/plan/restore', asAdmin({ version: 2 }));
  expect(await schedules(stage)).toEqual(fired('0900'));
});
