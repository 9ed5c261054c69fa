import { spendCredit } from '#flows/payments/spend-credit';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { clock, once, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('spend-credit');
  return { settings: env.SETTINGS, ports: { ...portsOf(env, { plans, workers }), clock } };
});

export const handler = job(async () => {
  const { ports, settings } = await wired();
  const bought = await spendCredit(ports, settings);
  if (bought > 0) logger.info('months bought with credit', { bought });
  return { bought };
});
