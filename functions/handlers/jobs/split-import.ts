import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod';
import { fileArrived } from '#flows/imports/file-arrived';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { clock, importOfKey, imports, once, pieces } from '#handlers/wiring';

const wired = once(async () => ({
  ...portsOf(environment('split-import'), { imports, pieces }),
  clock,
}));

const eventSchema = z.object({
  detail: z.object({
    object: z.object({ key: z.string(), size: z.int(), etag: z.string() }),
  }),
});

/** EventBridge tells of each file that S3 has taken whole, at least once. */
export const handler = job(async (event: EventBridgeEvent<'Object Created', unknown>) => {
  const { key, size: bytes, etag } = eventSchema.parse(event).detail.object;
  const importId = importOfKey(key);
  if (!importId) return;
  const begun = await fileArrived({ importId, etag, bytes }, await wired());
  if (!begun) return logger.warn('file of no import', { importId });
  const { phase, kind } = begun;
  logger.info('file arrived', { importId, kind, phase, bytes });
});
