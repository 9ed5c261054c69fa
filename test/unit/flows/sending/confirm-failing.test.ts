import { describe, expect, it } from 'vitest';
import { aWorker } from '../../../builders.ts';
import { later, theSlice } from '../given.ts';
import { confirm, money, open, paidAt, paidRow, pay, pending, siti } from './confirming.ts';

describe('when SNS', () => {
  it('says later, the claim is taken back; the slice sends five seconds later', async () => {
    const { memory } = await paidAt('09:00');
    memory.state.answers.push({ status: 'try-later' });
    expect(await confirm(memory)).toBe(1);
    expect([pending(memory), memory.state.counted.get('held-back')]).toEqual([0, 1]);
    expect(money(memory)).toEqual({ committed: 2_640, spent: 2_640 });
    expect(memory.state.outbox).toMatchObject([{ at: expect.stringMatching(/T02:00:05/) }]);
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

  it('is left to its holder while the lease lasts', async () => {
    const { memory } = await died();
    later(memory, 89);
    await confirm(memory);
    expect([paidRow(memory), pending(memory)]).toEqual(['claimed', 1]);
  });

  it('is unknown after that, counted and paid for, and waits no longer', async () => {
    const { memory } = await died();
    later(memory, 90);
    expect(await open(memory)).toBe(1);
    expect(await confirm(memory)).toBe(0);
    expect(theSlice(memory)).toMatchObject({ state: 'finished', counts: { unknown: 1 } });
    expect(money(memory)).toEqual({ committed: 2_640, spent: 2_640 });
    expect(await confirm(memory)).toBe(0);
    expect([paidRow(memory), pending(memory)]).toEqual(['unknown: sender-stopped', 0]);
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
