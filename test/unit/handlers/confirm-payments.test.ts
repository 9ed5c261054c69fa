import { expect, it, vi } from 'vitest';
import { recordPayment } from '#flows/payments/record-payment';
import { aWorker } from '../../builders.ts';
import { paymentOf } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker({ group: 'Paguyuban Batik Laweyan' });

async function aPaymentOfTheGroup() {
  await given.memory.workers.create(siti);
  await recordPayment(paymentOf(), siti.workerId, given.memory, settings);
}

it('tells who is to be told, and logs neither name nor phone', async () => {
  await aPaymentOfTheGroup();
  expect(await invoke('confirm-payments', { scheduledTime: '2026-11-11T02:00:00Z' })).toEqual({
    texts: 1,
  });
  expect(await invoke('confirm-payments', {})).toEqual({ texts: 0 });
  expect(given.memory.state.outbox).toHaveLength(1);
  expect(given.memory.state.awaited).toMatchObject({ texts: 1 });
  const said = given.printed.join('');
  expect(said).toContain('"texts":1');
  expect(said).toContain('"sent":1');
  expect(said).not.toMatch(/Siti|87000000000/);
});

it('says nothing where there is nothing to tell', async () => {
  expect(await invoke('confirm-payments', {})).toEqual({ texts: 0 });
  expect(given.printed.join('')).toBe('');
});

it('fails where the table does, so that Lambda calls again and the alarm rings', async () => {
  await aPaymentOfTheGroup();
  given.memory.confirmations.pending = () => Promise.reject(new Error('throttled'));
  await expect(invoke('confirm-payments', {})).rejects.toThrow('throttled');
});
