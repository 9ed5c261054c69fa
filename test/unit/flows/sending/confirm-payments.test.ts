import { describe, expect, it } from 'vitest';
import { matchPayment, reversePayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, stopTexts } from '#flows/people/change-worker';
import { confirmPayments } from '#flows/sending/confirming/confirm-payments';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import {
  aStage,
  by,
  edit,
  later,
  outcomeOf,
  outcomes,
  paymentOf,
  planWith,
  workersNamed,
} from '../given.ts';
import { settings } from '../settings.ts';

const inJakarta = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();
const siti = aWorker({ group: 'Paguyuban Batik Laweyan' });
const why = { by: 'finance', reason: 'paid by mistake' };

const pay = (memory: InMemoryPorts, reference = 'P-1', { workerId } = siti, amount = 8_400) =>
  recordPayment(
    paymentOf({ reference, amount, paidAt: memory.state.now }),
    workerId,
    memory,
    settings,
  );

/** Siti's group pays at this time of Wednesday 11 November 2026 in Jakarta. */
async function paidAt(time: string, facts: Parameters<typeof aStage>[0] = {}) {
  const layout = aStage({ workers: [siti], now: inJakarta(time), ...facts });
  await pay(layout.memory);
  return layout;
}

let rounds = 0;
/** A round of the schedule, at this moment. */
function confirm(memory: InMemoryPorts, now = memory.state.now, under = settings): Promise<number> {
  memory.state.now = now;
  return confirmPayments(`holder-${rounds++}`, memory, under);
}

const pending = ({ state }: InMemoryPorts) => state.confirmations.size;
const paidRow = (memory: InMemoryPorts, worker = siti) => outcomeOf(memory, worker, 'paid');
const money = ({ state }: InMemoryPorts) => state.budgets.get('2026-11');

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
        runId: 'run_confirm_WIB_2026-11-11',
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

  it.each(['reminders.write', 'rateLimit.take', 'slices.book'])(
    'whose phone is corrected right before %s is texted there, at the next round',
    async (operation) => {
      const { memory, meanwhile } = await paidAt('09:00');
      meanwhile(operation, () =>
        correctWorker(siti.workerId, { phone: '+6287000000009' }, by, memory, settings),
      );
      expect(await confirm(memory)).toBe(0);
      expect(money(memory)).toEqual({ committed: 0, spent: 0 });
      expect(await confirm(memory)).toBe(1);
      expect(memory.state.outbox).toMatchObject([{ phone: '+6287000000009' }]);
    },
  );

  it.each(['payments.get', 'rateLimit.take', 'slices.book', 'reminders.write'])(
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
    expect([...memory.state.rateLimit.values()]).toEqual([10, 10, 5]);
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

  it('stop after 45 seconds, and go on in the next round', async () => {
    const { memory, meanwhile } = await allPaid();
    meanwhile('confirmations.pending', () => later(memory, 30), 2);
    expect(await confirm(memory)).toBe(10);
    expect(await confirm(memory)).toBe(15);
  });
});

describe('when SNS', () => {
  it('says later, the claim is taken back and the round ends; the next one sends', async () => {
    const { memory } = await paidAt('09:00');
    memory.state.answers.push({ status: 'try-later' });
    expect(await confirm(memory)).toBe(0);
    expect([outcomes(memory), pending(memory), memory.state.counted.get('held-back')]).toEqual([
      [],
      1,
      1,
    ]);
    expect(money(memory)).toEqual({ committed: 0, spent: 0 });
    expect(await confirm(memory)).toBe(1);
  });

  it('refuses, nothing was spent, and nobody tries again', async () => {
    const { memory } = await paidAt('09:00');
    memory.state.answers.push({ status: 'refused' });
    await confirm(memory);
    expect([paidRow(memory), pending(memory), money(memory)]).toEqual([
      'failed: made up: refused',
      0,
      { committed: 0, spent: 0 },
    ]);
  });

  it('does not answer, it is unknown and never sent again', async () => {
    const { memory } = await paidAt('09:00');
    memory.state.answers.push({ status: 'unknown', left: true });
    await confirm(memory);
    await confirm(memory);
    expect([paidRow(memory), pending(memory), memory.state.outbox.length]).toEqual([
      'unknown: made up: unknown',
      0,
      1,
    ]);
    expect(money(memory)).toEqual({ committed: 2_640, spent: 2_640 });
  });
});

describe('a row that a dead holder left claimed', () => {
  async function died() {
    const layout = await paidAt('09:00');
    layout.meanwhile('sms.send', () => {
      throw new Error('killed');
    });
    await expect(confirm(layout.memory)).rejects.toThrow('killed');
    expect([paidRow(layout.memory), pending(layout.memory)]).toEqual(['claimed', 1]);
    return layout;
  }

  it('is left to its holder for two minutes', async () => {
    const { memory } = await died();
    later(memory, 119);
    await confirm(memory);
    expect([paidRow(memory), pending(memory)]).toEqual(['claimed', 1]);
  });

  it('is unknown after that, and its money stays committed', async () => {
    const { memory } = await died();
    later(memory, 120);
    expect(await confirm(memory)).toBe(0);
    expect([paidRow(memory), pending(memory)]).toEqual(['unknown: sender-stopped', 0]);
    expect(money(memory)).toEqual({ committed: 2_640, spent: 0 });
    expect(memory.state.outbox).toEqual([]);
  });
});

it('one payment that cannot be read holds up no other', async () => {
  const other = aWorker({ ...siti, workerId: 'wrk_00000000000000000001', phone: '+6287000000001' });
  const { memory } = await paidAt('09:00', { workers: [siti, other] });
  await pay(memory, 'P-2', other);
  const { get } = memory.payments;
  Object.assign(memory.payments, {
    get: (channel: string, reference: string) =>
      reference === 'P-1'
        ? Promise.reject(new Error('The row is not that of a payment'))
        : get(channel, reference),
  });
  expect(await confirm(memory)).toBe(1);
  expect([paidRow(memory, other), pending(memory)]).toEqual(['sent', 1]);
});
