import { describe, expect, it } from 'vitest';
import { reversePayment } from '#flows/payments/correct-payments';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { aWorker } from '../../../builders.ts';
import { aStage, by, edit, later, outcomes, type planWith } from '../given.ts';
import { settings } from '../settings.ts';
import { confirm, inJakarta, money, paidAt, paidRow, pay, pending, siti } from './confirming.ts';

const why = { by: 'finance', reason: 'paid by mistake' };

describe('what has changed meanwhile', () => {
  const key = { channel: 'bank', reference: 'P-1' };

  it('who was stopped gets no text, and a row that says so', async () => {
    const { memory } = await paidAt('22:00');
    await stopTexts(siti.workerId, null, by, memory);
    expect(await confirm(memory, inJakarta('08:00', '2026-11-12'))).toBe(0);
    expect([paidRow(memory), pending(memory)]).toEqual(['skipped: stopped', 0]);
  });

  it('a payment that was reversed is confirmed to nobody', async () => {
    const { memory } = await paidAt('22:00');
    await reversePayment(key, why, memory, settings);
    expect(await confirm(memory, inJakarta('08:00', '2026-11-12'))).toBe(0);
    expect([outcomes(memory), pending(memory)]).toEqual([[], 0]);
  });

  it('the one that was paid in its place is confirmed, once', async () => {
    const { memory } = await paidAt('22:00');
    await reversePayment(key, why, memory, settings);
    later(memory, 60);
    await pay(memory, 'P-2', siti, 8_500);
    expect(await confirm(memory, inJakarta('08:00', '2026-11-12'))).toBe(1);
    expect(memory.state.outbox).toMatchObject([{ text: expect.stringContaining('Rp8.500') }]);
    expect(await confirm(memory)).toBe(0);
    expect(pending(memory)).toBe(0);
  });

  it('two payments that ended the same cycle lead to one text', async () => {
    const layout = aStage({
      workers: [aWorker({ ...siti, coveredThrough: '2026-09' })],
      now: inJakarta('21:00'),
    });
    const { memory } = layout;
    await pay(memory, 'OCT', siti, 16_800);
    later(memory, 1);
    await pay(memory, 'NOV');
    await reversePayment({ channel: 'bank', reference: 'OCT' }, why, memory, settings);
    later(memory, 1);
    await pay(memory, 'AGAIN', siti, 16_800);
    await confirm(memory, inJakarta('08:00', '2026-11-12'));
    await confirm(memory);
    const months = [...memory.state.reminders.values()].map(({ month }) => month);
    expect(memory.state.outbox).toHaveLength(months.length);
    expect(pending(memory)).toBe(0);
  });

  it('who was erased gets no text and leaves nothing', async () => {
    const { memory } = await paidAt('22:00');
    await eraseWorker(siti.workerId, memory);
    expect(await confirm(memory, inJakarta('08:00', '2026-11-12'))).toBe(0);
    expect([outcomes(memory), pending(memory)]).toEqual([[], 0]);
  });

  it.each<[string, Parameters<typeof planWith>[0]]>([
    ['list does not name them', { onlyTo: ['+6287000000009'] }],
  ])('whose %s gets no text', async (_, facts) => {
    const { memory } = await paidAt('22:00');
    edit(memory, facts ?? {});
    await confirm(memory, inJakarta('08:00', '2026-11-12'));
    expect(paidRow(memory)).toBe('skipped: not-on-list');
  });

  it.each(['reminders.write', 'rateLimit.take', 'slices.save'])(
    'whose phone is corrected right before %s is texted there',
    async (operation) => {
      const { memory, meanwhile } = await paidAt('09:00');
      meanwhile(operation, () =>
        correctWorker(siti.workerId, { phone: '+6287000000009' }, by, memory, settings),
      );
      expect(await confirm(memory)).toBe(1);
      expect(money(memory)).toEqual({ committed: 2_640, spent: 2_640 });
      expect(memory.state.outbox).toMatchObject([{ phone: '+6287000000009' }]);
    },
  );

  it.each(['payments.get', 'confirmations.of', 'rateLimit.take', 'reminders.write'])(
    'a payment that is reversed right before %s is confirmed to nobody',
    async (operation) => {
      const { memory, meanwhile } = await paidAt('09:00');
      meanwhile(operation, () => reversePayment(key, why, memory, settings));
      await confirm(memory);
      await confirm(memory);
      expect([memory.state.outbox, pending(memory)]).toEqual([[], 0]);
    },
  );
});
