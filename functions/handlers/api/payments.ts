import * as z from 'zod';
import { keptReference } from '#domain/payments/kept-reference';
import type { PaymentRecord } from '#domain/payments/payment';
import { paymentKeyFields } from '#domain/payments/payment-key';
import { workerIdSchema } from '#domain/people/worker-id';
import { matchPayment, reversePayment } from '#flows/payments/correct-payments';
import { type Answer, page } from '#handlers/answer';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { dayIn } from '#handlers/query';
import { parsed } from '#handlers/request';
import { clock, once, payments, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('payments');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { payments, plans, workers }), clock },
  };
});

export const handler = api<'payments'>({
  'GET /api/payments': async ({ query }) => {
    const { ports } = await wired();
    return page(await ports.payments.recent(dayIn(query), query.cursor || null));
  },
  'POST /api/payments/reverse': async ({ text, by, name: byName }) => {
    const { reason, ...key } = parsed(reverseSchema, text);
    const { ports, settings } = await wired();
    const payment = await reversePayment(key, { by, byName, reason }, ports, settings);
    logger.info('payment reversed', {
      channel: payment.channel,
      workerId: payment.workerId,
      flags: payment.flags,
      by,
    });
    return shown(payment);
  },
  'POST /api/payments/match': async ({ text, by }) => {
    const { workerId, ...key } = parsed(matchSchema, text);
    const { ports, settings } = await wired();
    const payment = await matchPayment(key, workerId, ports, settings);
    logger.info('payment matched', { channel: payment.channel, workerId, by });
    return shown(payment);
  },
});

export const reverseSchema = z.strictObject({
  ...paymentKeyFields,
  reason: z.string().trim().min(1).max(500),
});

export const matchSchema = z.strictObject({ ...paymentKeyFields, workerId: workerIdSchema });

/** The audit log keeps the name of a payment that was found, not what somebody typed. */
const shown = (payment: PaymentRecord): Answer => {
  const { channel, reference, status, workerId } = payment;
  const named = { channel, reference: keptReference(reference) };
  return { body: { payment }, trail: { ...named, status, worker: workerId } };
};
