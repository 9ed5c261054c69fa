import { randomUUID } from 'node:crypto';
import { confirmPayments } from '#flows/sending/confirming/confirm-payments';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { counter } from '#handlers/measure';
import { portsOf } from '#handlers/ports';
import {
  clock,
  confirmations,
  once,
  payments,
  plans,
  rateLimit,
  receipts,
  reminders,
  slices,
  sms,
  workers,
} from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('confirm-payments');
  return {
    settings: env.SETTINGS,
    ports: {
      ...portsOf(env, {
        confirmations,
        payments,
        plans,
        rateLimit,
        receipts,
        reminders,
        slices,
        workers,
        sms,
      }),
      metrics: counter,
      clock,
    },
  };
});

export const handler = job(async () => {
  const { ports, settings } = await wired();
  const holder = randomUUID();
  const begun = clock.now();
  const texts = await confirmPayments(holder, ports, settings);
  if (texts > 0) await ports.receipts.textsLeft(texts, begun);
  if (texts > 0) logger.info('payments confirmed', { holder, texts });
  return { texts };
});
