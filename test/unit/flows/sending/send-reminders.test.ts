import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { aWorker } from '../../../builders.ts';
import {
  aMorning,
  by,
  cycleOf,
  nine,
  outcomeOf,
  outcomes,
  paymentOf,
  planWith,
  texted,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';

const siti = aWorker();

describe('a worker who is due', () => {
  it('gets one text with the amount, and a row that says so', async () => {
    const { memory } = await aMorning();
    expect(await workOff(memory)).toEqual(['finished']);
    expect(memory.state.outbox).toEqual([
      {
        phone: siti.phone,
        text: expect.stringContaining('Nov 2026 Rp8.400'),
        at: addMilliseconds(nine, 200),
      },
    ]);
    expect([...memory.state.reminders.values()]).toMatchObject([
      {
        ...{
          status: 'sent',
          reason: null,
          messageId: 'msg_1',
          parts: 1,
          priceUsd: 0.16,
          planVersion: 1,
          arm: 'reminded',
        },
        ...{
          runId: 'run_WIB_2026-11-11_0900_before_2026-11',
          province: 'Jawa Tengah',
          sector: 'other',
          language: 'id',
        },
      },
    ]);
  });

  it.each<[string, Partial<Worker>, Plan, string | undefined]>([
    ['was stopped for good', { stopped: { until: null } }, planWith(), 'skipped: stopped'],
    [
      'was stopped up to today',
      { stopped: { until: '2026-11-12' } },
      planWith(),
      'skipped: stopped',
    ],
    ['was stopped up to yesterday', { stopped: { until: '2026-11-11' } }, planWith(), 'sent'],
    ['is held out', { cycle: cycleOf({ heldOut: true }) }, planWith(), 'skipped: held-out'],
    [
      'is held out, of a step for all',
      { cycle: cycleOf({ heldOut: true }) },
      planWith({ step: { toHeldOut: true } }),
      'sent',
    ],
    ['has no phone', { phone: null }, planWith(), 'skipped: no-phone'],
    ['is not on the list', {}, planWith({ onlyTo: ['+6287099999999'] }), undefined],
    ['is on the list', {}, planWith({ onlyTo: ['+6287000000000'] }), 'sent'],
    ['has credit for the whole month', { credit: 8_400 }, planWith(), 'skipped: paid'],
    ['has credit for all but a rupiah', { credit: 8_399 }, planWith(), 'sent'],
  ])('and %s', async (_, facts, plan, outcome) => {
    const { memory } = await aMorning({ workers: [aWorker(facts)], plan });
    await workOff(memory);
    expect(outcomeOf(memory)).toBe(outcome);
    expect(texted(memory)).toBe(outcome === 'sent' ? 1 : 0);
  });

  it.each<[string, Partial<Worker>]>([
    ['paid', { credit: 8_400, stopped: { until: null } }],
    ['stopped', { stopped: { until: null }, cycle: cycleOf({ heldOut: true }), phone: null }],
    ['held-out', { cycle: cycleOf({ heldOut: true }), phone: null }],
    ['no-phone', { phone: null }],
    ['dead-number', { phoneFailures: 2 }],
  ])('is skipped for the first reason that stands: %s', async (reason, facts) => {
    const { memory } = await aMorning({
      workers: [aWorker(facts)],
      plan: planWith({ onlyTo: [] }),
    });
    await workOff(memory);
    expect(outcomeOf(memory)).toBe(`skipped: ${reason}`);
    expect(['due', 'skipped'].map((name) => memory.state.counted.get(name))).toEqual([1, 1]);
  });
});

describe('a worker whose cycle began', () => {
  it.each([
    ['a moment before the scheduled time is owed the step', '2026-11-11T01:59:59.999Z', 'sent'],
    ['at the scheduled time is not', nine, undefined],
    ['after it is not', '2026-11-11T02:00:00.001Z', undefined],
  ])('%s', async (_, began, outcome) => {
    const { memory } = await aMorning({ workers: [aWorker({ cycle: cycleOf({ began }) })] });
    expect(await workOff(memory)).toEqual(['finished']);
    expect(outcomeOf(memory)).toBe(outcome);
  });
});

describe('a worker who was on the page', () => {
  const correct = (facts: Partial<Worker>) => (ports: Parameters<typeof correctWorker>[3]) =>
    correctWorker(siti.workerId, facts, by, ports, settings);

  it.each([
    ['moved to Papua is owed nothing here', correct({ province: 'Papua' }), undefined],
    ['died is owed nothing', correct({ ended: { on: '2026-11-10', reason: 'died' } }), undefined],
    ['is paid for by the budget now is owed nothing', correct({ governmentPaid: true }), undefined],
  ] as const)('and %s', async (_, change, outcome) => {
    const { memory, meanwhile } = await aMorning();
    meanwhile('reminders.readFresh', () => change(memory));
    await workOff(memory);
    expect([outcomeOf(memory), texted(memory)]).toEqual([outcome, 0]);
  });

  it.each(['reminders.readFresh', 'slices.save', 'reminders.write'])(
    'and pays before %s gets no text, and a row that says why',
    async (operation) => {
      const { memory, meanwhile } = await aMorning();
      // The first save takes the lease; the payment is to come with the note of the batch.
      if (operation === 'slices.save') meanwhile(operation, () => undefined);
      meanwhile(operation, () => recordPayment(paymentOf(), siti.workerId, memory, settings));
      await workOff(memory);
      expect([outcomeOf(memory), texted(memory)]).toEqual(['skipped: paid', 0]);
    },
  );

  it('and is stopped after the look gets no text', async () => {
    const { memory, meanwhile } = await aMorning();
    meanwhile('reminders.write', () => stopTexts(siti.workerId, null, by, memory));
    await workOff(memory);
    expect([outcomeOf(memory), texted(memory)]).toEqual(['skipped: stopped', 0]);
  });

  it('and is erased after the look leaves nothing behind', async () => {
    const { memory, meanwhile } = await aMorning();
    meanwhile('reminders.write', () => eraseWorker(siti.workerId, memory));
    expect(await workOff(memory)).toEqual(['finished']);
    expect([outcomes(memory), texted(memory)]).toEqual([[], 0]);
  });
});
