import { expect, it } from 'vitest';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { accountsOf, tally } from './everybody.ts';
import { currentPlan, savePlan } from './plan-calls.ts';
import { startTestStage } from './stage.ts';

const phone = '+6287099999999';

it('a sample of a draft arrives while 19 workers are reminded as usual', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  onTestFinished(() => stage.stop());
  await stage.importCsv(csvOf(people(19)));
  await savePlan(stage, { testPhones: [phone], monthlyBudgetRupiah: 20 * 2_640 });
  const plan = await currentPlan(stage);
  const text = 'Yth. {name}, contoh draf {months} {amount}.';
  const steps = plan.steps.map((step) => ({ ...step, texts: { ...step.texts, id: text } }));
  const sample = { step: 'before', language: 'id', phone, plan: { ...plan, steps } };
  await stage.ask('POST', '/api/plan/test', asAdmin(sample));
  await stage.clockTo('2026-11-11T12:00+07:00');
  expect(await stage.outbox(phone)).toMatchObject([
    { text: 'Yth. Siti Contoh, contoh draf Nov 2026 Rp8.400.' },
  ]);
  expect(tally(await accountsOf(stage, 'before', '2026-11'))).toEqual({ 'delivered, 1 text': 19 });
  expect((await stage.outbox()).filter((each) => each.text.includes('contoh draf'))).toHaveLength(
    1,
  );
  expect(await stage.ask('GET', '/api/runs?date=2026-11-11', asAdmin())).toMatchObject({
    budget: { spent: 20 * 2_640, committed: 20 * 2_640 },
  });
  expect(await currentPlan(stage)).toEqual(plan);
});
