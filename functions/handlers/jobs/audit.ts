import middy from '@middy/core';
import { audit } from '#flows/sending/watchdog';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { counter, publishCounts } from '#handlers/measure';
import { clock, once, queue, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('audit');
  return {
    settings: env.SETTINGS,
    ports: { ...stores(env), queue: queue(env), metrics: counter, clock },
  };
});

export const handler = middy()
  .use(publishCounts)
  .handler(async () => {
    const { ports, settings } = await wired();
    const broughtBack = await audit(ports, settings);
    if (broughtBack > 0) logger.info('slices brought back', { broughtBack });
    return { broughtBack };
  });
