import { importPayments } from '#flows/payments/import-payments';
import { api } from '#handlers/api';
import { countsOf, csvCall } from '#handlers/csv-call';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { clock, identity, once, payments, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('import-payments');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { payments, plans, workers }), identity: await identity(env), clock },
  };
});

export const handler = api<'import-payments'>({
  'POST /api/payments/import': async (request) => {
    const file = csvCall(request, 'npm run import:payments');
    const { ports, settings } = await wired();
    const imported = await importPayments(file, ports, settings);
    const trail = countsOf(imported, file);
    logger.info('payments imported', { ...trail, by: request.by });
    return { body: imported, trail };
  },
});
