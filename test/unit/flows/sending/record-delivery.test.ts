import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/calendar/dates';
import type { Worker } from '#domain/people/worker';
import type { DeliveryReceipt } from '#domain/sending/delivery';
import { recordPayment } from '#flows/payments/record-payment';
import { eraseWorker } from '#flows/people/change-worker';
import { showWorker } from '#flows/people/show-worker';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import {
  aMorning,
  later,
  nine,
  outcomeOf,
  outcomes,
  paymentOf,
  texted,
  workersNamed,
  workOff,
} from '../given.ts';
import { settings } from '../settings.ts';
import { failures, invalid, off, record, siti, texts } from './receipts.ts';

const attention = async (memory: InMemoryPorts) =>
  (
    await Promise.all(
      (['unknown', 'undelivered'] as const).map((kind) => memory.attention.list(kind, null)),
    )
  ).flatMap(({ items }) => items);

describe('a receipt', () => {
  it('makes a sent text delivered, with parts and price as billed', async () => {
    const { memory } = await texts();
    expect(await record(memory, { parts: 2, priceUsd: 0.4 })).toEqual({
      delivered: 1,
      undelivered: 0,
      ignored: 0,
    });
    const [row] = memory.state.reminders.values();
    expect(row).toMatchObject({
      status: 'delivered',
      messageId: 'msg_1',
      parts: 2,
      priceUsd: 0.4,
      at: addSeconds(nine, 7),
    });
    expect(await attention(memory)).toEqual([]);
  });

  it('keeps what was reckoned where it does not say', async () => {
    const { memory } = await texts();
    const [before] = memory.state.reminders.values();
    await record(memory, { parts: null, priceUsd: null });
    expect([...memory.state.reminders.values()][0]).toMatchObject({
      parts: before?.parts,
      priceUsd: before?.priceUsd,
    });
  });

  it('that says it did not arrive brings it before a person', async () => {
    const { memory } = await texts();
    expect(await record(memory, off)).toMatchObject({ undelivered: 1 });
    expect(outcomeOf(memory)).toBe(`undelivered: ${off.reason}`);
    expect(await attention(memory)).toMatchObject([
      { kind: 'undelivered', workerId: siti.workerId },
    ]);
  });

  it('repeated fifty times, at once and in one batch, is one', async () => {
    const { memory } = await texts();
    const told = await Promise.all(Array.from({ length: 50 }, () => record(memory, {}, {})));
    expect(told.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    expect(outcomes(memory)).toEqual(['delivered']);
  });

  it.each([
    [[{ at: addSeconds(nine, 7) }, { ...off, at: addSeconds(nine, 9) }]],
    [[{ at: addSeconds(nine, 9) }, { ...off, at: addSeconds(nine, 7) }]],
  ])('and its opposite end as delivered, in whichever order (%#)', async (receipts) => {
    for (const order of [receipts, receipts.toReversed()]) {
      const { memory } = await texts();
      for (const receipt of order) await record(memory, receipt);
      expect(outcomes(memory)).toEqual(['delivered']);
      expect(await attention(memory)).toEqual([]);
    }
  });

  it('that comes 72 hours later, after the payment, takes nothing back', async () => {
    const { memory } = await texts();
    await recordPayment(paymentOf(), siti.workerId, memory, settings);
    later(memory, 72 * 3_600);
    await record(memory, {});
    expect(outcomeOf(memory)).toBe('delivered');
    expect(memory.state.workers.get(siti.workerId)).toMatchObject({ coveredThrough: '2026-11' });
  });

  it.each<[string, Partial<DeliveryReceipt>]>([
    ['of a phone that nobody has', { phone: '+6287099999999' }],
    ['of a text that is not ours', { messageId: 'msg_9' }],
  ])('%s changes nothing', async (_, facts) => {
    const { memory } = await texts();
    expect(await record(memory, facts, { ...invalid, ...facts })).toEqual({
      delivered: 0,
      undelivered: 0,
      ignored: 2,
    });
    expect(outcomes(memory)).toEqual(['sent']);
    expect(failures(memory)).toBe(0);
  });

  it('for an erased worker brings nothing back, even if erased at that moment', async () => {
    for (const moment of ['before', 'reminders.deliver', 'workers.get']) {
      const { memory, meanwhile } = await texts();
      if (moment === 'before') await eraseWorker(siti.workerId, memory);
      else meanwhile(moment, () => eraseWorker(siti.workerId, memory));
      await record(memory, invalid);
      expect([
        ...memory.state.reminders.keys(),
        ...memory.state.workers.keys(),
        ...memory.state.attention.keys(),
      ]).toEqual([]);
    }
  });

  it('finds its own among those who share the phone', async () => {
    const { memory } = await texts(workersNamed(3, { phone: siti.phone }));
    await record(memory, { messageId: 'msg_2' });
    expect(
      [...memory.state.reminders.values()]
        .filter(({ status }) => status === 'delivered')
        .map(({ messageId }) => messageId),
    ).toEqual(['msg_2']);
  });
});

describe('a text that the carrier took without an answer', () => {
  async function unanswered(workers: readonly Worker[] = [siti]) {
    const layout = await aMorning({ workers });
    layout.memory.state.answers.push(
      ...workers.map(() => ({ status: 'unknown', left: true }) as const),
    );
    await workOff(layout.memory);
    expect(
      new Set([...layout.memory.state.reminders.values()].map(({ status }) => status)),
    ).toEqual(new Set(['unknown']));
    return layout;
  }

  it('ends as delivered, once, and waits for nobody any more', async () => {
    const { memory } = await unanswered();
    expect(
      await record(memory, { messageId: 'sns_7' }, { messageId: 'sns_7' }, { messageId: 'sns_8' }),
    ).toMatchObject({
      delivered: 1,
      ignored: 2,
    });
    expect([...memory.state.reminders.values()]).toMatchObject([
      { status: 'delivered', messageId: 'sns_7', reason: null },
    ]);
    expect(await attention(memory)).toEqual([]);
    await workOff(memory);
    expect(texted(memory)).toBe(1);
  });

  it('or as undelivered', async () => {
    const { memory } = await unanswered();
    await record(memory, off);
    expect(await attention(memory)).toMatchObject([{ kind: 'undelivered' }]);
  });

  it('stays unknown where the receipt is of another hour, or could be of two', async () => {
    const { memory } = await unanswered();
    await record(memory, { sentAt: addSeconds(nine, 3_600) });
    expect(outcomeOf(memory)).toContain('unknown');
    const { memory: shared } = await unanswered(workersNamed(2, { phone: siti.phone }));
    await record(shared, {});
    expect(outcomes(shared).every((outcome) => outcome.startsWith('unknown'))).toBe(true);
  });

  it.each([
    ['of a sample to the same phone', { messageId: 'sns_9' }, 'sns_9', 'unknown'],
    ['that may be of a sample', { messageId: null }, 'sns_7', 'unknown'],
    ['that is of no sample, whose receipt has another id', { messageId: 'sns_9' }, 'sns_7', ''],
    ['while a sample to another phone has no id', { phone: '+6287099999999' }, 'sns_7', ''],
    ['of another hour than the sample', { at: addSeconds(nine, -300) }, 'sns_7', ''],
  ])('and a receipt %s', async (_, facts, messageId, still) => {
    const { memory } = await unanswered();
    const sample = {
      ...{ id: 'call-1', at: nine, phone: siti.phone ?? '', messageId: null },
      ...{ parts: 1, priceUsd: 0.16, ...facts },
    };
    memory.state.samples.set('sample', sample);
    await record(memory, { messageId });
    expect(outcomeOf(memory)).toContain(still || 'delivered');
  });

  it('is taken once by two receipts that meet', async () => {
    const { memory } = await unanswered();
    const told = await Promise.all(
      ['sns_1', 'sns_2'].map((messageId) => record(memory, { messageId })),
    );
    expect(told.map(({ delivered }) => delivered).sort()).toEqual([0, 1]);
  });

  it('is not overwritten by its sender, who comes to record it later', async () => {
    const { memory, meanwhile } = await aMorning();
    meanwhile('reminders.record', () => record(memory, {}));
    await workOff(memory);
    expect(outcomes(memory)).toEqual(['delivered']);
    expect(texted(memory)).toBe(1);
  });
});

it('a text without a receipt for 72 hours is shown as such until one comes', async () => {
  const { memory } = await texts();
  const shown = async () =>
    (await showWorker(siti.workerId, memory, settings)).timeline.find(
      ({ kind }) => kind === 'reminder',
    );
  later(memory, 71 * 3_600);
  expect(await shown()).toMatchObject({ status: 'sent', reason: null });
  later(memory, 2 * 3_600);
  expect(await shown()).toMatchObject({ status: 'sent', reason: 'no receipt' });
  await record(memory, {});
  expect(await shown()).toMatchObject({ status: 'delivered', reason: null });
  expect(JSON.stringify(await shown())).not.toContain('claim');
});
