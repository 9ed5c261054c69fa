import { resumeImports } from '#flows/imports/resume-imports';
import { finishErasures } from '#flows/people/finish-erasures';
import { measureSilences } from '#flows/sending/watching/measure-silences';
import { watch } from '#flows/sending/watching/watchdog';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { counter } from '#handlers/measure';
import { portsOf } from '#handlers/ports';
import {
  clock,
  confirmations,
  erasures,
  imports,
  once,
  payments,
  pieces,
  plans,
  pulse,
  queue,
  receipts,
  relocations,
  reminders,
  slices,
  workers,
} from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('watchdog');
  return {
    settings: env.SETTINGS,
    ports: {
      ...portsOf(env, { erasures, plans, relocations, reminders, slices, workers, queue }),
      ...portsOf(env, { confirmations, imports, payments, pieces, pulse, receipts }),
      metrics: counter,
      clock,
    },
  };
});

export const handler = job(async () => {
  const { ports, settings } = await wired();
  const requeued = await watch(ports, settings);
  if (requeued > 0) logger.info('slices requeued', { requeued });
  const erasures = await finishErasures(ports);
  if (erasures > 0) logger.info('erasures finished', { erasures });
  const imports = await resumeImports(ports);
  if (imports > 0) logger.info('imports resumed', { imports });
  await measureSilences(ports, settings);
  await ports.pulse.beat(clock.now());
  return { requeued };
});
