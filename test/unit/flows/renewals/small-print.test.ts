import { expect, test } from 'vitest';
import { countsOf } from '#domain/renewals/counting/counts';
import { reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { stopTexts } from '#flows/people/change-worker';
import { renewals } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { planRun } from '#flows/sending/plan-run';
import { watch as watchdog } from '#flows/sending/watching/watchdog';
import { watch } from '#local/memory/watch';
import { aWorker } from '../../../builders.ts';
import { aMorning, aStage, by, nine, outcomes, paymentOf, workOff } from '../given.ts';
import { settings } from '../settings.ts';

/** The rules of docs/definitions.md, "Small print", that are tried nowhere else. */
const siti = aWorker();
const wrong = { by: 'finance', reason: 'another person' };

test('a worker who wants no texts until Wednesday 11 November is texted on that day', async () => {
  const { memory } = aStage({ now: '2026-11-10T02:00:00.000Z' });
  await stopTexts(siti.workerId, '2026-11-11', by, memory);
  memory.state.now = nine;
  await planRun({ zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine }, memory, settings);
  await workOff(memory);
  expect(outcomes(memory)).toEqual(['sent']);
});

test('a text that may have left is in the budget, and in no spend', async () => {
  const { memory } = await aMorning();
  const changes = watch(memory.state);
  memory.state.answers.push({ status: 'unknown', left: true });
  await workOff(memory);
  await tally({ shard: 'shard-1', changes }, memory);
  const span = { from: '2026-11', to: '2026-11', asOf: '2026-11-11', by: null };
  const [cohort] = (await renewals(span, memory, settings)).items;
  expect(memory.state.budgets.get('2026-11')).toEqual({ committed: 2_640, spent: 2_640 });
  expect(cohort).toMatchObject({ reminders: { sent: 0, unknown: 1 }, parts: 0, spendRupiah: 0 });
});

test('who had paid before the firing, and whose payment is reversed after it, is owed no text', async () => {
  const { memory } = aStage({ now: '2026-11-11T01:00:00.000Z' });
  await recordPayment(paymentOf({ paidAt: memory.state.now }), siti.workerId, memory, settings);
  await planRun({ zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine }, memory, settings);
  memory.state.now = '2026-11-11T02:00:01.000Z';
  await reversePayment(paymentOf(), wrong, memory, settings);
  await workOff(memory);
  memory.state.now = '2026-11-12T13:10:00.000Z';
  await watchdog(memory, settings);
  await workOff(memory);
  expect([...memory.state.slices.values()].map(({ state }) => state)).toContain('closed');
  expect(outcomes(memory)).toEqual([]);
});

test('a reversal after a later payment gives back the last months: November stays paid', async () => {
  const { memory } = aStage();
  const pay = (reference: string) =>
    recordPayment(paymentOf({ reference }), siti.workerId, memory, settings);
  await pay('NOV');
  await pay('DEC');
  await reversePayment({ channel: 'bank', reference: 'NOV' }, wrong, memory, settings);
  expect(memory.state.workers.get(siti.workerId)).toMatchObject({
    ...{ coveredThrough: '2026-11', credit: 0 },
    cycle: { month: '2026-12' },
  });
});

test('a payment dated before its cycle began counts on the first day of the cycle', async () => {
  const { memory } = aStage();
  const pay = (reference: string, paidAt: string) =>
    recordPayment(paymentOf({ reference, paidAt }), siti.workerId, memory, settings);
  await pay('NOV', '2026-11-10T03:00:00.000Z');
  await pay('DEC', '2026-11-08T03:00:00.000Z');
  const december = [...memory.state.cycles.values()].filter(({ month }) => month === '2026-12');
  const paid = december.flatMap((cycle) => countsOf({ kind: 'cycle', cycle }));
  expect(paid.map(({ place, name }) => [place.of === 'cohort' && place.day, name])).toContainEqual([
    '2026-11-10',
    'reminded@0.n',
  ]);
});

test('after the last window who would have got no text keeps that reason', async () => {
  const { memory } = await aMorning({ workers: [aWorker({ stopped: { until: null } })] });
  memory.state.queued.length = 0;
  memory.state.now = '2026-11-12T13:10:00.000Z';
  await watchdog(memory, settings);
  await workOff(memory);
  expect(outcomes(memory)).toEqual(['skipped: stopped']);
});
