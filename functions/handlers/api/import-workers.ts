import { importWorkers } from '#flows/people/import-workers';
import { api } from '#handlers/api';
import { countsOf, csvCall } from '#handlers/csv-call';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { clock, identity, once, payments, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('import-workers');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { payments, plans, workers }), identity: await identity(env), clock },
  };
});

export const handler = api<'import-workers'>({
  'POST /api/workers/import': async (request) => {
    const roster = { ...csvCall(request, 'npm run import'), by: request.by, byName: request.name };
    const { ports, settings } = await wired();
    const imported = await importWorkers(roster, ports, settings);
    const trail = countsOf(imported, roster);
    logger.info('roster imported', trail);
    return { body: imported, trail };
  },
});
