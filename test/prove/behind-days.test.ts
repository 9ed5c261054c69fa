import { expect, it, type TestContext } from 'vitest';
import type { BehindView } from '#domain/plan/behind/behind-view';
import { aPerson, csvOf, people } from '#local/made-up';
import { accountsOf, tally } from '../stage/everybody.ts';
import {
  actOnPlan,
  currentPlan,
  previewOf,
  putPlan,
  savePlan,
  saveStep,
} from '../stage/plan-calls.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';

/**
 * Changed behind the workers' backs (mautic #838, #4144; parcelvoy #612; alaveteli #7292).
 * 6 owe November in Jakarta's zone, 4 in Makassar's and 2 in Jayapura's: too few for a trial.
 */
const inZones = (jakarta: number, makassar: number, jayapura: number) => [
  ...people(jakarta),
  ...people(makassar, { province: 'Bali' }, 31),
  ...people(jayapura, { province: 'Papua' }, 51),
];

type Given = Readonly<{ since?: string; everybody?: ReturnType<typeof inZones> }>;

/** `since`: the day at whose noon it begins. */
async function stageAt(
  now: string,
  finished: TestContext['onTestFinished'],
  { since = '2026-11-10', everybody = inZones(6, 4, 2) }: Given = {},
): Promise<TestStage> {
  const stage = await startTestStage({ now: `${since}T12:00+07:00` });
  finished(() => stage.stop());
  expect(await stage.importCsv(csvOf(everybody))).toMatchObject({ created: everybody.length });
  await stage.clockTo(now);
  return stage;
}

const rowsOf = async (stage: TestStage, step: string) =>
  tally(await accountsOf(stage, step, '2026-11'));

/** `before of 2026-11-10 in Asia/Jakarta: 6, texted on 2026-11-12` */
const saying = ({ behind }: Readonly<{ behind: readonly BehindView[] }>): readonly string[] =>
  behind.map(
    ({ step, date, zone, workers, textedOn }) =>
      `${step} of ${date} in ${zone}: ${workers}, ${textedOn ? `texted on ${textedOn}` : 'missed'}`,
  );
const inAllZones = (step: string, date: string, becomes: string): readonly string[] => [
  `${step} of ${date} in Asia/Jakarta: 6, ${becomes}`,
  `${step} of ${date} in Asia/Makassar: 4, ${becomes}`,
  `${step} of ${date} in Asia/Jayapura: 2, ${becomes}`,
];

it.concurrent('a holiday decreed on the morning of a reminder: the admin is told who is behind, and everybody who has not paid is texted the next morning, once', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-11T06:30+07:00', onTestFinished);
  const plan = await currentPlan(stage);
  const draft = { ...plan, holidays: { add: ['2026-11-11'], remove: [] } };
  const told = inAllZones('before', '2026-11-10', 'texted on 2026-11-12');
  const previewed = await previewOf(stage, draft, ['2026-11-11', '2026-11-12']);
  expect(saying(previewed)).toEqual(told);
  expect(previewed.days).toMatchObject([{ date: '2026-11-12', step: 'before', reminders: 12 }]);
  expect(saying(await putPlan(stage, draft))).toEqual(told);
  const payer = aPerson(1);
  await stage.pay({ reference: 'JMO-1', nik: payer.nik, amount: 8_400 });
  await stage.clockTo('2026-11-11T22:00+07:00');
  expect(await stage.outbox()).toEqual([]);
  await stage.clockTo('2026-11-12T12:00+07:00');
  expect(await rowsOf(stage, 'before')).toEqual({ 'delivered, 1 text': 11 });
  expect(await stage.outbox(payer.phone)).toEqual([]);
  await stage.clockTo('2026-11-13T23:00+07:00');
  expect(await rowsOf(stage, 'before')).toEqual({ 'delivered, 1 text': 11 });
});

it.concurrent('an hour moved to before now: who has had the text is left alone, the others get it within half an hour', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-14T08:30+07:00', onTestFinished, {
    since: '2026-11-12',
    everybody: inZones(30, 20, 10),
  });
  const saved = await saveStep(stage, 'eve', { at: '08:15' });
  expect(saying(saved)).toEqual(['eve of 2026-11-14 in Asia/Jakarta: 30, texted on 2026-11-14']);
  // The watchdog looks at 09:00, and slices may wait some seconds for the first fifty texts.
  await stage.clockTo('2026-11-14T09:01+07:00');
  expect(await stage.outbox()).toHaveLength(60);
  await stage.clockTo('2026-11-15T22:00+07:00');
  expect(await rowsOf(stage, 'eve')).toEqual({ 'delivered, 1 text': 60 });
});

it.concurrent('a day moved to before now: whoever was to be texted on Monday still is', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-22T10:00+07:00', onTestFinished, { since: '2026-11-18' });
  const saved = await saveStep(stage, 'after', { offsetDays: 5 });
  expect(saying(saved)).toEqual(inAllZones('after', '2026-11-21', 'texted on 2026-11-23'));
  await stage.clockTo('2026-11-23T12:00+07:00');
  expect(await rowsOf(stage, 'after')).toEqual({ 'delivered, 1 text': 12 });
});

it.concurrent('a day moved too far back: each has a row that says so, nobody has to look, and a version restored in time would have kept the text', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-22T10:00+07:00', onTestFinished, { since: '2026-11-18' });
  const { version } = await currentPlan(stage);
  const told = inAllZones('after', '2026-11-19', 'missed');
  expect(saying(await saveStep(stage, 'after', { offsetDays: 3 }))).toEqual(told);
  expect(saying(await actOnPlan(stage, 'restore', version))).toEqual([]);
  await stage.clockTo('2026-11-22T12:00+07:00');
  const accounts = await accountsOf(stage, 'after', '2026-11');
  expect(accounts.flatMap(({ rows }) => rows)).toEqual([]);
  expect(saying(await saveStep(stage, 'after', { offsetDays: 3 }))).toEqual(told);
  await stage.clockTo('2026-11-23T12:00+07:00');
  expect(await rowsOf(stage, 'after')).toEqual({ 'missed: rescheduled, 0 texts': 12 });
  expect(await stage.attention('missed')).toEqual([]);
});

it.concurrent('a version restored whose step has passed, saved twice, with the stage killed in between: each is texted once', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-10T14:00+07:00', onTestFinished);
  const { version } = await currentPlan(stage);
  expect(saying(await saveStep(stage, 'before', { offsetDays: -1, at: '15:00' }))).toEqual([]);
  await stage.clockTo('2026-11-11T12:30+07:00');
  const told = inAllZones('before', '2026-11-11', 'texted on 2026-11-11');
  expect(saying(await actOnPlan(stage, 'restore', version))).toEqual(told);
  expect(saying(await actOnPlan(stage, 'restore', version))).toEqual(told);
  await stage.kill();
  await stage.restart({ downFor: 1 });
  await stage.clockTo('2026-11-11T15:30+07:00');
  await Promise.all([stage.fire('Asia/Jakarta'), stage.fire('Asia/Makassar')]);
  await stage.clockTo('2026-11-13T12:00+07:00');
  expect(await rowsOf(stage, 'before')).toEqual({ 'delivered, 1 text': 12 });
});

it.concurrent('a Sunday made quiet that morning: the text of that day leaves on Monday', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-10T14:00+07:00', onTestFinished);
  const plan = await currentPlan(stage);
  await savePlan(stage, { quietDays: ['national-holiday'] });
  await stage.clockTo('2026-11-15T06:30+07:00');
  expect(saying(await savePlan(stage, { quietDays: plan.quietDays }))).toEqual(
    inAllZones('eve', '2026-11-14', 'texted on 2026-11-16'),
  );
  await stage.clockTo('2026-11-16T12:00+07:00');
  expect(await rowsOf(stage, 'eve')).toEqual({ 'delivered, 2 texts': 12 });
});

it.concurrent('a step switched on after its hour goes out that day, and not again', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-10T14:00+07:00', onTestFinished);
  await saveStep(stage, 'before', { enabled: false });
  await stage.clockTo('2026-11-11T11:00+07:00');
  expect(saying(await saveStep(stage, 'before', { enabled: true }))).toEqual(
    inAllZones('before', '2026-11-11', 'texted on 2026-11-11'),
  );
  await saveStep(stage, 'before', { enabled: false });
  expect(saying(await saveStep(stage, 'before', { enabled: true }))).toEqual(
    inAllZones('before', '2026-11-11', 'texted on 2026-11-11'),
  );
  await stage.clockTo('2026-11-13T12:00+07:00');
  expect(await rowsOf(stage, 'before')).toEqual({ 'delivered, 1 text': 12 });
});

it.concurrent('after a long pause what can still be caught up with goes out, told with the resume; the rest has a row', async ({
  onTestFinished,
}) => {
  const stage = await stageAt('2026-11-10T14:00+07:00', onTestFinished);
  expect(saying(await actOnPlan(stage, 'pause'))).toEqual([]);
  await stage.clockTo('2026-11-14T21:00+07:00');
  // Sunday the 15th is quiet, and was the last day to catch up.
  expect(saying(await actOnPlan(stage, 'resume'))).toEqual(
    inAllZones('eve', '2026-11-14', 'texted on 2026-11-16'),
  );
  await stage.clockTo('2026-11-16T12:00+07:00');
  expect(await rowsOf(stage, 'before')).toEqual({ 'missed: paused, 1 text': 12 });
  expect(await rowsOf(stage, 'eve')).toEqual({ 'delivered, 1 text': 12 });
  expect(await stage.attention('missed')).toEqual([]);
});
