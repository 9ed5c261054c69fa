import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaymentNotice } from '#domain/payments/payment';
import { recordPayment } from '#flows/payments/record-payment';
import { eraseWorker } from '#flows/people/change-worker';
import { aWorker } from '../../builders.ts';
import { nine, paymentOf } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const { workerId } = aWorker();
const stranger = 'wrk_00000000000000000009';
const pay = (facts: Partial<PaymentNotice> = {}, of = workerId) =>
  recordPayment(paymentOf(facts), of, given.memory, settings);
const ask = (
  what: 'reverse' | 'match',
  body: object,
  { channel = 'bank', reference = 'P-1', groups = '[finance]' } = {},
) => calls(`POST /api/payments/${what}`, { body: { channel, reference, ...body }, groups });
const reverse = (how = {}) => ask('reverse', { reason: 'paid by mistake' }, how);
const siti = () => given.memory.state.workers.get(workerId);

beforeEach(() => {
  given.memory.state.workers.set(workerId, aWorker());
});

describe('a payment that is reversed', () => {
  it('buys nothing any more, and says who took it back and why', async () => {
    await pay({ amount: 9_000 });
    expect(await reverse()).toMatchObject({
      status: 200,
      body: {
        payment: {
          status: 'reversed',
          reversed: {
            ...{ at: nine, by: 'user-1', byName: 'dewi', reason: 'paid by mistake' },
            was: 'recorded',
          },
        },
      },
    });
    expect(siti()).toMatchObject({
      coveredThrough: '2026-10',
      credit: 0,
      cycle: { month: '2026-11', began: nine },
      rev: 2,
    });
    expect((await given.memory.workers.timeline(workerId)).payments).toMatchObject([
      { status: 'reversed' },
    ]);
  });

  it('is named in the audit log with its worker, and a reference that is no payment is not', async () => {
    const entries = async () => (await given.memory.auditLog.list('2026-11-11', null)).items;
    await reverse({ reference: '9972010105900001' });
    expect(await entries()).toMatchObject([
      { outcome: 'refused', trail: { refused: 'not-found' } },
    ]);
    expect(JSON.stringify(await entries())).not.toContain('9972010105900001');
    await pay();
    await reverse();
    expect(await entries()).toMatchObject([
      { trail: { channel: 'bank', reference: 'P-1', worker: workerId, status: 'reversed' } },
    ]);
  });

  it('again changes nothing, not even its reason', async () => {
    await pay();
    const first = await reverse();
    expect(await ask('reverse', { reason: 'another' })).toEqual(first);
    expect(siti()?.rev).toBe(2);
  });

  it('and sent again by its channel stays reversed', async () => {
    await pay();
    await reverse();
    expect(await pay()).toMatchObject({
      status: 'already-recorded',
      payment: { status: 'reversed' },
    });
    expect(siti()?.coveredThrough).toBe('2026-10');
  });

  it('under another that was bought on top takes one month off the end', async () => {
    await pay();
    await pay({ reference: 'P-2' });
    await reverse();
    expect(siti()).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    await reverse({ reference: 'P-2' });
    expect(siti()).toMatchObject({ coveredThrough: '2026-10', credit: 0 });
  });

  it('while another comes in is worked out anew', async () => {
    await pay();
    const { reverse: inStore } = given.memory.payments;
    given.memory.payments.reverse = async (...all) => {
      given.memory.payments.reverse = inStore;
      await pay({ reference: 'P-2' });
      return inStore(...all);
    };
    expect((await reverse()).status).toBe(200);
    expect(siti()).toMatchObject({ coveredThrough: '2026-11', credit: 0, rev: 3 });
  });

  it('was of nobody we know: it is marked, and no longer before a person', async () => {
    await pay({}, stranger);
    expect((await reverse()).body.payment.status).toBe('reversed');
    expect((await given.memory.attention.list('unmatched', null)).items).toEqual([]);
    expect((await ask('match', { workerId })).status).toBe(409);
  });

  it('of an erased worker is marked, and brings nobody back', async () => {
    await pay();
    await eraseWorker(workerId, given.memory);
    expect((await reverse()).body.payment).toMatchObject({ status: 'reversed', workerId: null });
    expect(given.memory.state.workers.size).toBe(0);
  });

  it('had been flagged: finance has nothing left to look at', async () => {
    await pay({ amount: 100 });
    expect((await given.memory.attention.list('flagged', null)).items).toHaveLength(1);
    await reverse();
    expect((await given.memory.attention.list('flagged', null)).items).toEqual([]);
  });

  it('has to be there, and needs a reason', async () => {
    expect(await reverse({ reference: 'P-9' })).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    });
    await pay();
    for (const body of [{}, { reason: ' ' }, { reason: 'x'.repeat(501) }])
      expect(await ask('reverse', body)).toMatchObject({
        status: 400,
        body: { error: { fields: { reason: expect.any(String) } } },
      });
    expect(siti()?.coveredThrough).toBe('2026-11');
  });
});

describe('an unmatched payment', () => {
  beforeEach(() => pay({ amount: 9_000 }, stranger));

  it('is given to the worker whose it is', async () => {
    expect(await ask('match', { workerId }, { channel: 'BANK' })).toMatchObject({
      status: 200,
      body: { payment: { status: 'recorded', workerId, bought: ['2026-11'] } },
    });
    expect(siti()).toMatchObject({ coveredThrough: '2026-11', credit: 600 });
    expect((await given.memory.attention.list('unmatched', null)).items).toEqual([]);
  });

  it('is given away once', async () => {
    await ask('match', { workerId });
    expect(await ask('match', { workerId })).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('only an unmatched one') } },
    });
    expect(siti()?.rev).toBe(1);
  });

  it('can be taken back after that', async () => {
    await ask('match', { workerId });
    await reverse();
    expect(siti()).toMatchObject({ coveredThrough: '2026-10', credit: 0 });
  });

  it.each([
    ['a payment that is not there', { reference: 'P-9' }, workerId, 404],
    ['a worker who is not there', {}, stranger, 404],
    ['what is no worker id', {}, 'wrk_1', 400],
  ])('not with %s', async (_, how, to, status) => {
    expect((await ask('match', { workerId: to }, how)).status).toBe(status);
    expect((await given.memory.attention.list('unmatched', null)).items).toHaveLength(1);
  });
});
