import { Webhook } from 'standardwebhooks';
import { expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { nine } from '../flows/given.ts';
import { calls, givenHandlers } from './calls.ts';
import { secrets, webhookSecret } from './memory-wiring.ts';

// As in AWS: what a running function has wired, it keeps.
vi.mock('#handlers/wiring', async () => {
  const { wiring } = await import('./memory-wiring.ts');
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  return { ...wiring, once };
});

const given = givenHandlers();
const { workerId } = aWorker();
const other = `whsec_${Buffer.from('a secret that takes its place').toString('base64')}`;

function pays(reference: string, secret: string) {
  const at = new Date(nine);
  const paidAt = '2026-11-11T08:40:00+07:00';
  const body = JSON.stringify({ reference, channel: 'bank', workerId, amount: 8_400, paidAt });
  const headers = {
    'webhook-id': reference,
    'webhook-timestamp': String(at.getTime() / 1_000),
    'webhook-signature': new Webhook(secret).sign(reference, at, body),
  };
  return calls('POST /api/payments', { body, headers, groups: '' });
}

it('a function that runs already takes the new secret, and refuses the one taken out', async () => {
  given.memory.state.workers.set(workerId, aWorker());
  secrets['arn:webhook'] = webhookSecret;
  expect(await pays('P-1', webhookSecret)).toMatchObject({ status: 201 });
  secrets['arn:webhook'] = `${webhookSecret}\n${other}`;
  expect(await pays('P-2', other)).toMatchObject({ status: 201 });
  secrets['arn:webhook'] = other;
  expect(await pays('P-3', other)).toMatchObject({ status: 201 });
  expect(await pays('P-4', webhookSecret)).toMatchObject({ status: 401 });
});
