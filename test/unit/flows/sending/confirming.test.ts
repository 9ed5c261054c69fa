import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/calendar/dates';
import { matchPayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { aWorker } from '../../../builders.ts';
import {
  aStage,
  edit,
  later,
  outcomeOf,
  outcomes,
  paymentOf,
  planWith,
  workersNamed,
} from '../given.ts';
import { settings } from '../settings.ts';
import { confirm, inJakarta, money, paidAt, paidRow, pay, pending, siti } from './confirming.ts';

describe('the confirmation of a payment', () => {
  it('leaves at the next round, once, however often it is fired', async () => {
    const { memory } = await paidAt('09:00');
    expect(await confirm(memory, inJakarta('09:05'))).toBe(1);
    expect(await Promise.all([confirm(memory), confirm(memory, inJakarta('09:10'))])).toEqual([
      0, 0,
    ]);
    expect(memory.state.outbox.map(({ text }) => text)).toEqual([
      expect.stringContaining('terima kasih: Nov 2026 Rp8.400'),
    ]);
    expect([...memory.state.reminders.values()]).toMatchObject([
      {
        step: 'paid',
        month: '2026-11',
        status: 'sent',
        arm: 'reminded',
        runId: 'run_WIB_2026-11-11_0000_paid_2026-11',
        parts: 1,
      },
    ]);
    expect([pending(memory), memory.state.counted.get('sent')]).toEqual([0, 1]);
    expect(money(memory)).toEqual({ committed: 2_640, spent: 2_640 });
  });

  it('waits in quiet hours until the morning', async () => {
    const { memory } = await paidAt('22:00');
    expect(await confirm(memory, inJakarta('22:05'))).toBe(0);
    expect(await confirm(memory, inJakarta('07:55', '2026-11-12'))).toBe(0);
    expect(await confirm(memory, inJakarta('08:00', '2026-11-12'))).toBe(1);
  });

  it('waits over a Sunday', async () => {
    const { memory } = await paidAt('21:00', { now: inJakarta('21:00', '2026-11-14') });
    expect(await confirm(memory, inJakarta('12:00', '2026-11-15'))).toBe(0);
    expect(await confirm(memory, inJakarta('08:00', '2026-11-16'))).toBe(1);
  });

  it('waits while the plan is paused', async () => {
    const { memory } = await paidAt('09:00');
    edit(memory, { paused: true });
    expect(await confirm(memory)).toBe(0);
    edit(memory, { paused: false });
    expect(await confirm(memory)).toBe(1);
  });

  it('leaves in each zone by its own clock', async () => {
    const papua = aWorker({
      ...siti,
      workerId: 'wrk_00000000000000000001',
      phone: '+6287000000001',
      province: 'Papua',
    });
    const { memory } = await paidAt('05:00', { workers: [siti, papua] });
    await pay(memory, 'P-2', papua);
    expect(await confirm(memory, inJakarta('06:00'))).toBe(1);
    expect(await confirm(memory, inJakarta('08:00'))).toBe(1);
    expect(memory.state.outbox.map(({ phone }) => phone)).toEqual([papua.phone, siti.phone]);
  });

  it('leaves no later than quiet hours begin where a worker has moved to meanwhile', async () => {
    const moved = workersNamed(6, { group: 'Koperasi Ojek' });
    const { memory } = aStage({ workers: moved, now: inJakarta('17:50') });
    for (const worker of moved) {
      await pay(memory, `P-${worker.workerId}`, worker);
      const paid = memory.state.workers.get(worker.workerId) ?? worker;
      memory.state.workers.set(worker.workerId, { ...paid, province: 'Papua' });
    }
    const eightInPapua = inJakarta('18:00');
    const slow = { ...settings, smsPartsPerSecond: 10 };
    expect(await confirm(memory, addSeconds(eightInPapua, -0.5), slow)).toBe(3);
    expect(memory.state.outbox.every(({ at }) => at < eightInPapua)).toBe(true);
    expect(pending(memory)).toBe(3);
  });

  it('of an unmatched payment leaves when it is matched', async () => {
    const { memory } = aStage({ workers: [siti], now: inJakarta('09:00') });
    await pay(memory, 'P-1', aWorker({ workerId: 'wrk_00000000000000000009' }));
    expect(pending(memory)).toBe(0);
    await matchPayment({ channel: 'bank', reference: 'P-1' }, siti.workerId, memory, settings);
    expect(await confirm(memory)).toBe(1);
    expect(paidRow(memory)).toBe('sent');
  });

  it('is not put for who pays for themself, unless the plan wants it', async () => {
    const { memory } = aStage({ workers: [aWorker()], now: inJakarta('09:00') });
    await pay(memory);
    expect(pending(memory)).toBe(0);
    edit(memory, { paidText: { ...planWith().paidText, enabled: true } });
    await pay(memory, 'P-2');
    expect(await confirm(memory)).toBe(1);
    expect(outcomeOf(memory, siti, 'paid')).toBe('sent');
  });

  it('names the months that its rest has bought at once', async () => {
    const behind = aWorker({ ...siti, coveredThrough: '2026-09' });
    const { memory } = aStage({ workers: [behind], now: inJakarta('09:00') });
    const twice = paymentOf({ amount: 16_800, months: 1, paidAt: memory.state.now });
    await recordPayment(twice, behind.workerId, memory, settings);
    await confirm(memory);
    expect(memory.state.outbox.map(({ text }) => text)).toEqual([
      expect.stringContaining('terima kasih: Okt-Nov 2026 Rp16.800'),
    ]);
  });

  it('is one a payment, where two come in before the morning', async () => {
    const { memory } = await paidAt('21:00');
    await pay(memory, 'P-2');
    expect(await confirm(memory, inJakarta('08:00', '2026-11-12'))).toBe(2);
    expect(memory.state.outbox.map(({ text }) => /(Nov|Des) 2026/.exec(text)?.[0])).toEqual([
      'Nov 2026',
      'Des 2026',
    ]);
  });
});

describe('many', () => {
  const workers = workersNamed(25, { group: 'Koperasi Ojek' });

  async function allPaid(facts: Parameters<typeof aStage>[0] = {}) {
    const layout = aStage({ workers, now: inJakarta('09:00'), ...facts });
    for (const worker of workers) await pay(layout.memory, `P-${worker.workerId}`, worker);
    return layout;
  }

  it('are told in one round', async () => {
    const { memory } = await allPaid();
    expect(await confirm(memory)).toBe(25);
    expect([new Set(outcomes(memory)), pending(memory)]).toEqual([new Set(['sent']), 0]);
  });

  it('are told no faster than the carrier takes them', async () => {
    const { memory } = await allPaid();
    expect(await confirm(memory, undefined, { ...settings, smsPartsPerSecond: 10 })).toBe(25);
    const seconds = Map.groupBy(memory.state.outbox, ({ at }) => at.slice(0, 19)).values();
    expect(Math.max(...[...seconds].map((texts) => texts.length))).toBe(10);
  });

  it('are told as far as the month’s budget goes', async () => {
    const { memory } = await allPaid({ plan: planWith({ monthlyBudgetRupiah: 12 * 2_640 + 1 }) });
    expect(await confirm(memory)).toBe(12);
    expect(outcomes(memory).filter((outcome) => outcome === 'skipped: budget')).toHaveLength(13);
    expect(money(memory)).toEqual({ committed: 12 * 2_640, spent: 12 * 2_640 });
  });

  it('are told by two rounds at once, each once', async () => {
    const { memory } = await allPaid();
    const texts = await Promise.all([confirm(memory), confirm(memory)]);
    expect(texts[0] + texts[1]).toBe(25);
    expect(new Set(memory.state.outbox.map(({ phone }) => phone)).size).toBe(25);
    expect(money(memory)).toEqual({ committed: 25 * 2_640, spent: 25 * 2_640 });
  });

  it('go on in another turn after a minute', async () => {
    const { memory, meanwhile } = await allPaid();
    meanwhile('confirmations.of', () => later(memory, 30), 3);
    expect(await confirm(memory)).toBe(25);
    expect(pending(memory)).toBe(0);
  });
});
