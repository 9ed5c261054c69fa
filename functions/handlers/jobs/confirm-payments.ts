import { randomUUID } from 'node:crypto';
import { confirmPayments } from '#flows/sending/confirming/confirm-payments';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { counter } from '#handlers/measure';
import { clock, once, sms, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('confirm-payments');
  return {
    settings: env.SETTINGS,
    ports: { ...stores(env), sms: sms(env), metrics: counter, clock },
  };
});

export const handler = job(async () => {
  const { ports, settings } = await wired();
  const holder = randomUUID();
  const texts = await confirmPayments(holder, ports, settings);
  if (texts > 0) logger.info('payments confirmed', { holder, texts });
  return { texts };
});
