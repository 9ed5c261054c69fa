import { describe, expect, it } from 'vitest';
import type { PaymentNotice } from '#domain/payments/payment';
import { applyWaitingPayments } from '#flows/payments/apply-waiting-payments';
import { matchPayment } from '#flows/payments/correct-payments';
import { recordPayment } from '#flows/payments/record-payment';
import { eraseWorker, stopTexts } from '#flows/people/change-worker';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, by, later, nine, paymentOf } from '../given.ts';
import { settings } from '../settings.ts';

const siti = aWorker();
const pay = (memory: InMemoryPorts, facts: Partial<PaymentNotice> = {}, workerId = siti.workerId) =>
  recordPayment(paymentOf(facts), workerId, memory, settings);
const stored = ({ state }: InMemoryPorts) => state.workers.get(siti.workerId);

describe('a payment', () => {
  it('moves coverage on and begins a new cycle', async () => {
    const { memory } = aStage();
    expect(await pay(memory, { amount: 8_500, paidAt: '2026-11-11T01:40:00.000Z' })).toEqual({
      status: 'recorded',
      payment: {
        ...paymentOf({ amount: 8_500, paidAt: '2026-11-11T01:40:00.000Z' }),
        ...{
          workerId: siti.workerId,
          recordedAt: nine,
          status: 'recorded',
          bought: ['2026-11'],
          flags: ['odd-amount'],
        },
        ...{ price: 8_400, linked: null, coveredBefore: '2026-10' },
        ...{ matched: null, reversed: null },
      },
      known: false,
    });
    expect(stored(memory)).toMatchObject({
      coveredThrough: '2026-11',
      credit: 100,
      cycle: { month: '2026-12', began: nine },
      rev: 1,
    });
  });

  it('that the channel sends fifty times at once is recorded once', async () => {
    const { memory } = aStage();
    const answers = await Promise.all(Array.from({ length: 50 }, () => pay(memory)));
    expect(answers.filter(({ status }) => status === 'recorded')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'already-recorded')).toHaveLength(49);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', rev: 1 });
  });

  it('with another time is the same payment', async () => {
    const { memory } = aStage();
    const first = await pay(memory);
    later(memory, 3_600);
    expect(await pay(memory, { paidAt: memory.state.now })).toEqual({
      status: 'already-recorded',
      payment: first.payment,
      known: true,
    });
  });

  it.each<[string, Partial<PaymentNotice>, string]>([
    ['another amount', { amount: 16_800 }, siti.workerId],
    ['other months', { months: 1 }, siti.workerId],
    ['another worker', {}, 'wrk_00000000000000000009'],
  ])(
    'with the same reference and %s is refused and changes nothing',
    async (_, facts, workerId) => {
      const { memory } = aStage();
      await pay(memory);
      const before = structuredClone(memory.state);
      await expect(pay(memory, facts, workerId)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('a new reference'),
      });
      expect(memory.state).toEqual(before);
    },
  );

  it('of the same reference from another channel is another', async () => {
    const { memory } = aStage();
    await pay(memory);
    expect((await pay(memory, { channel: 'jmo', amount: 8_400 })).payment.bought).toEqual([
      '2026-12',
    ]);
  });

  it('while the worker is stopped by somebody takes nothing of that back', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('payments.record', () => stopTexts(siti.workerId, null, by, memory));
    await pay(memory);
    expect(stored(memory)).toMatchObject({
      coveredThrough: '2026-11',
      stopped: { until: null },
      rev: 2,
    });
  });

  it('losing to others ten times is not refused for good: the channel sends it again', async () => {
    const { memory, meanwhile } = aStage();
    let day = 10;
    meanwhile(
      'payments.record',
      () => stopTexts(siti.workerId, `2026-12-${day++}`, by, memory),
      10,
    );
    await expect(pay(memory)).rejects.toMatchObject({ code: 'busy' });
    expect((await pay(memory)).status).toBe('recorded');
  });

  it('is answered before its channel gives up, where the table is slow as well', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('payments.record', async () => {
      later(memory, 11);
      await stopTexts(siti.workerId, null, by, memory);
    });
    await expect(pay(memory)).rejects.toMatchObject({ code: 'busy' });
  });

  it('and another one at once both count', async () => {
    const { memory } = aStage();
    await Promise.all([
      pay(memory),
      pay(memory, { reference: 'P-2' }),
      pay(memory, { reference: 'P-3', amount: 16_800 }),
    ]);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2027-01', rev: 3 });
  });
});

// bilig #28; firefly-iii #4228
describe('the same money, told twice', () => {
  const flagged = { payment: { bought: ['2026-12'], flags: ['possible-duplicate'] } };

  it('by a bank and by the app that handed it on buys twice, and is flagged', async () => {
    const { memory } = aStage();
    await pay(memory, { reference: 'BCA-771' });
    expect(await pay(memory, { reference: 'xnd-991', channel: 'xendit' })).toMatchObject(flagged);
    expect((await memory.attention.list('flagged', null)).items).toMatchObject([
      { reference: 'xnd-991', flags: ['possible-duplicate'] },
    ]);
  });

  it('at the very same moment is flagged too', async () => {
    const { memory } = aStage();
    const [, second] = await Promise.all([pay(memory), pay(memory, { reference: 'P-2' })]);
    expect(second).toMatchObject(flagged);
  });

  it('before a roster brings the worker is flagged when that applies it', async () => {
    const { memory } = aStage({ workers: [] });
    await pay(memory);
    await pay(memory, { reference: 'P-2' });
    memory.state.workers.set(siti.workerId, siti);
    await applyWaitingPayments(siti, memory, settings);
    expect(await memory.payments.ofWorker(siti.workerId)).toMatchObject([
      { reference: 'P-1', flags: [] },
      { reference: 'P-2', ...flagged.payment },
    ]);
  });

  it('and kept as unmatched is flagged when finance matches it', async () => {
    const { memory } = aStage();
    await pay(memory);
    await pay(memory, { reference: 'P-2' }, 'wrk_99999999999999999999');
    const key = { channel: 'bank', reference: 'P-2' };
    expect(await matchPayment(key, siti.workerId, memory, settings)).toMatchObject(flagged.payment);
    expect((await memory.attention.list('flagged', null)).items).toMatchObject([
      { reference: 'P-2', flags: ['possible-duplicate'] },
    ]);
  });
});

describe('a payment of somebody nobody knows', () => {
  it('is kept for a person, once', async () => {
    const { memory } = aStage({ workers: [] });
    const answers = await Promise.all([1, 2, 3].map(() => pay(memory)));
    expect(answers.map(({ status }) => status)).toEqual(['unmatched', 'unmatched', 'unmatched']);
    expect((await memory.attention.list('unmatched', null)).items).toMatchObject([
      { reference: 'P-1', amount: 8_400 },
    ]);
  });

  it('is theirs where a roster brings them in the same moment', async () => {
    const { memory, meanwhile } = aStage({ workers: [] });
    meanwhile('payments.record', () => memory.workers.create(siti));
    expect((await pay(memory)).status).toBe('recorded');
    expect(stored(memory)?.coveredThrough).toBe('2026-11');
  });
});

describe('after an erasure', () => {
  it('a payment that was recorded before is not recorded again', async () => {
    const { memory } = aStage();
    await pay(memory);
    await eraseWorker(siti.workerId, memory);
    expect(await pay(memory)).toMatchObject({
      status: 'already-recorded',
      payment: { workerId: null },
    });
  });

  it('new money is kept for a person, and brings nobody back', async () => {
    const { memory } = aStage();
    await eraseWorker(siti.workerId, memory);
    expect((await pay(memory)).status).toBe('unmatched');
    expect(memory.state.workers.size).toBe(0);
  });

  it('that comes in the middle of a payment, the payment is kept for a person', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('payments.record', () => eraseWorker(siti.workerId, memory));
    expect((await pay(memory)).status).toBe('unmatched');
  });
});
