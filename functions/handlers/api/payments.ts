import { z } from 'zod';
import { workerIdSchema } from '#domain/people/worker-id';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { matchPayment, type PaymentKey, reversePayment } from '#flows/payments/correct-payments';
import { page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { dayIn } from '#handlers/query';
import { parsed, type Request } from '#handlers/request';
import { clock, once, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('payments');
  return { settings: env.SETTINGS, ports: { ...stores(env), clock } };
});

export const handler = api<'payments'>({
  'GET /api/payments': async ({ query }) => {
    const { ports } = await wired();
    return page(await ports.payments.recent(dayIn(query), query.cursor || null));
  },
  'POST /api/payments/{channel}/{reference}/reverse': async ({
    params,
    text,
    by,
    name: byName,
  }) => {
    const { reason } = parsed(reverseSchema, text);
    const { ports, settings } = await wired();
    const payment = await reversePayment(keyIn(params), { by, byName, reason }, ports, settings);
    logger.info('payment reversed', {
      channel: payment.channel,
      workerId: payment.workerId,
      flags: payment.flags,
      by,
    });
    return { body: { payment }, trail: { status: payment.status, worker: payment.workerId } };
  },
  'POST /api/payments/{channel}/{reference}/match': async ({ params, text, by }) => {
    const { workerId } = parsed(matchSchema, text);
    const { ports, settings } = await wired();
    const payment = await matchPayment(keyIn(params), workerId, ports, settings);
    logger.info('payment matched', { channel: payment.channel, workerId, by });
    return { body: { payment }, trail: { status: payment.status, worker: payment.workerId } };
  },
});

export const reverseSchema = z.strictObject({
  reason: z.string().trim().min(1).max(500),
});

export const matchSchema = z.strictObject({ workerId: workerIdSchema });

/** Payments are stored under the lower-case name of their channel. */
function keyIn({ channel = '', reference = '' }: Request['params']): PaymentKey {
  if (channel === '' || reference === '') throw refused('not-found', problem('payment-unnamed'));
  return { channel: channel.toLowerCase(), reference };
}
