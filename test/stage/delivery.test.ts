import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { aPerson, csvOf } from '#local/made-up';
import { asAdmin } from './calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

const [siti, dead, mute] = [aPerson(1), aPerson(2), aPerson(3)];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-11T08:30+07:00' });
  await stage.importCsv(
    csvOf([siti, dead, mute].map((person) => ({ ...person, coveredThrough: '2026-09' }))),
  );
  // October was paid the day before; November's cycle has begun when its first reminder is due.
  for (const { nik } of [siti, dead, mute])
    await stage.pay({ reference: `OCT-${nik}`, nik, amount: 8_400 });
});
afterAll(() => stage?.stop());

const rows = async ({ nik }: { nik: string }) =>
  (await stage.reminders(nik)).map(({ step, status, reason }) =>
    [step, status, reason].filter(Boolean).join(': '),
  );

it('a text is sent, and some time later delivered with parts and price as billed, also where the stage was killed in between', async () => {
  await stage.faults({ carrier: { deadNumbers: [dead.phone] }, sns: [] });
  await stage.clockTo('2026-11-11T09:00:01+07:00');
  expect(await rows(siti)).toEqual(['before: sent']);
  await stage.kill();
  await stage.restart();
  await stage.clockBy('PT5M');
  expect(await rows(siti)).toEqual(['before: delivered']);
  expect(await rows(dead)).toEqual(['before: undelivered: Invalid phone number']);
  const [row] = await stage.reminders(siti.nik);
  expect(row).toMatchObject({
    parts: 1,
    priceUsd: 0.16,
    messageId: (await stage.outbox(siti.phone))[0]?.messageId,
  });
  expect(await stage.attention('undelivered')).toHaveLength(1);
});

/** One more step, like the one after the due date. */
async function addStep(id: string, offsetDays: number): Promise<void> {
  const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
  const steps = plan.steps.flatMap((step) =>
    step.id === 'after' ? [step, { ...step, id, offsetDays }] : [step],
  );
  await stage.ask('PUT', '/api/plan', {
    ...asAdmin({ ...plan, steps }),
    headers: { 'if-match': String(plan.version) },
  });
}

it('a number that failed for good twice is not tried again until it is corrected', async () => {
  await stage.faults({ carrier: { deadNumbers: [dead.phone] } });
  await stage.clockTo('2026-11-14T12:00+07:00');
  expect((await rows(dead)).at(-1)).toBe('eve: undelivered: Invalid phone number');
  await stage.clockTo('2026-11-23T12:00+07:00');
  expect((await rows(dead)).at(-1)).toBe('after: skipped: dead-number');
  expect(await stage.outbox(dead.phone)).toHaveLength(2);
  const { workerId } = await stage.worker(dead.nik);
  await stage.ask('PATCH', `/api/workers/${workerId}`, asAdmin({ phone: '+6287000009999' }));
  await addStep('again', 8);
  await stage.clockTo('2026-11-24T12:00+07:00');
  expect((await rows(dead)).at(-1)).toBe('again: delivered');
  expect(await stage.outbox('+6287000009999')).toHaveLength(1);
});
