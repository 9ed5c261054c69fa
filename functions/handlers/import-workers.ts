import { Refused } from '#domain/refused';
import { importWorkers } from '#flows/import-workers';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { clock, identity, once, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('import-workers');
  return { settings: env.SETTINGS, ports: { ...stores(env), identity: await identity(env), clock } };
});

const maxBytes = 1_000_000;

export const handler = api<'import-workers'>({
  'POST /api/workers/import': async ({ text, query, by }) => {
    if (Buffer.byteLength(text) > maxBytes)
      throw new Refused(
        'too-large',
        `The file has ${Buffer.byteLength(text)} bytes; one call takes at most ${maxBytes}: cut it, or use npm run import`,
      );
    const { ports, settings } = await wired();
    const roster = { text, firstLine: lineIn(query.firstLine), dryRun: isDry(query.dryRun), by };
    const imported = await importWorkers(roster, ports, settings);
    const { rejected, conflicts, ...counts } = imported;
    logger.info('roster imported', { ...counts, rejected: rejected.length, conflicts: conflicts.length, dryRun: roster.dryRun });
    return { body: imported };
  },
});

function lineIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const line = Number(text);
  if (Number.isInteger(line) && line > 0) return line;
  throw new Refused('invalid', `firstLine=${text} is not a line number`, { firstLine: 'is not a whole number above 0' });
}

/** Anything but `true` and `false` is refused: who writes dryRun=yes does not want to import. */
function isDry(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new Refused('invalid', `dryRun=${text} is neither true nor false`, { dryRun: 'is neither true nor false' });
}
