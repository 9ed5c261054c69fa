import { importPayments } from '#flows/payments/import-payments';
import { api } from '#handlers/api';
import { csvCall } from '#handlers/csv-call';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { clock, identity, once, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('import-payments');
  return {
    settings: env.SETTINGS,
    ports: { ...stores(env), identity: await identity(env), clock },
  };
});

export const handler = api<'import-payments'>({
  'POST /api/payments/import': async (request) => {
    const file = csvCall(request, 'npm run import:payments');
    const { ports, settings } = await wired();
    const imported = await importPayments(file, ports, settings);
    const { rejected, conflicts, ...counts } = imported;
    logger.info('payments imported', {
      ...counts,
      rejected: rejected.length,
      conflicts: conflicts.length,
      dryRun: file.dryRun,
      by: request.by,
    });
    return {
      body: imported,
      trail: {
        dryRun: file.dryRun,
        ...counts,
        rejected: rejected.length,
        conflicts: conflicts.length,
      },
    };
  },
});
