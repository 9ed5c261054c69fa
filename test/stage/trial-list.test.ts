import { expect, it, type TestContext } from 'vitest';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { aPerson, csvOf, people } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { accountsOf, tally } from './everybody.ts';
import { currentPlan, previewOf, savePlan } from './plan-calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** 8 owe November in Jakarta's zone and 4 in Makassar's; the first one is on the list. */
async function withList(finished: TestContext['onTestFinished']): Promise<TestStage> {
  const stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  finished(() => stage.stop());
  await stage.importCsv(csvOf([...people(8), ...people(4, { province: 'Bali' }, 31)]));
  await stage.clockTo('2026-11-11T06:30+07:00');
  return stage;
}

const onlyTo = [aPerson(1).phone];
const withheldIn = async (stage: TestStage) => {
  const { items } = await stage.ask<RunsAnswer>('GET', '/api/runs?date=2026-11-11', asAdmin());
  return Object.fromEntries(items.map(({ zone, withheld }) => [zone, withheld]));
};
const rowsOf = async (stage: TestStage) => tally(await accountsOf(stage, 'before', '2026-11'));

it.concurrent('a list of phones taken back the same morning costs nobody their text: all who have not paid get one, once', async ({
  onTestFinished,
}) => {
  const stage = await withList(onTestFinished);
  const plan = await currentPlan(stage);
  const told = {
    workers: 12,
    steps: [
      {
        ...{ step: 'before', month: '2026-11', zone: 'Asia/Makassar', date: '2026-11-11' },
        ...{ workers: 4, until: '2026-11-12T12:00:00.000Z' },
      },
      {
        ...{ step: 'before', month: '2026-11', zone: 'Asia/Jakarta', date: '2026-11-11' },
        ...{ workers: 8, until: '2026-11-12T13:00:00.000Z' },
      },
    ],
  };
  expect(await previewOf(stage, plan, ['2026-11-11', '2026-11-12'])).toMatchObject({
    withheld: null,
  });
  const days = ['2026-11-11', '2026-11-12'] as const;
  expect(await previewOf(stage, { ...plan, onlyTo }, days)).toMatchObject({ withheld: told });
  expect(await savePlan(stage, { onlyTo })).toMatchObject({ withheld: told });
  await stage.clockTo('2026-11-11T10:00+07:00');
  expect(await stage.outbox()).toHaveLength(1);
  expect(await withheldIn(stage)).toEqual({
    'Asia/Jakarta': 7,
    'Asia/Makassar': 4,
    'Asia/Jayapura': 0,
  });
  const payer = aPerson(2);
  await stage.pay({ reference: 'JMO-1', nik: payer.nik, amount: 8_400 });
  expect(await savePlan(stage, { onlyTo: null })).toMatchObject({
    withheld: null,
    behind: [
      { step: 'before', zone: 'Asia/Jakarta', textedOn: '2026-11-11' },
      { step: 'before', zone: 'Asia/Makassar', textedOn: '2026-11-11' },
    ],
  });
  await stage.clockTo('2026-11-11T12:00+07:00');
  expect(await rowsOf(stage)).toEqual({ 'delivered, 1 text': 11 });
  expect(await stage.outbox(payer.phone)).toEqual([]);
  await stage.clockTo('2026-11-12T23:30+07:00');
  expect(await rowsOf(stage)).toEqual({ 'delivered, 1 text': 11 });
});

it.concurrent('a list of phones that stays gives each of the others a row with its reason, when it is too late for them', async ({
  onTestFinished,
}) => {
  const stage = await withList(onTestFinished);
  await savePlan(stage, { onlyTo });
  await stage.clockTo('2026-11-12T19:00+07:00');
  expect(await stage.outbox()).toHaveLength(1);
  await stage.clockTo('2026-11-12T23:30+07:00');
  expect(await rowsOf(stage)).toEqual({
    'delivered, 1 text': 1,
    'skipped: not-on-list, 0 texts': 11,
  });
  await savePlan(stage, { onlyTo: null });
  await stage.clockTo('2026-11-13T12:00+07:00');
  expect(await stage.outbox()).toHaveLength(1);
});
