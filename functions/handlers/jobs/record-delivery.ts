import { gunzipSync } from 'node:zlib';
import type { CloudWatchLogsEvent } from 'aws-lambda';
import { z } from 'zod';
import { recordDeliveries } from '#flows/sending/record-delivery';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { once, parseDelivery, stores } from '#handlers/wiring';

const wired = once(async () => stores(environment('record-delivery')));

const eventsSchema = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ id: z.string(), message: z.string() })),
});

/** What a log subscription hands over: gzipped, in base64. Its control messages only try whether somebody is there. */
export const handler = job(async ({ awslogs }: CloudWatchLogsEvent) => {
  const { messageType, logEvents } = eventsSchema.parse(
    JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString()),
  );
  if (messageType !== 'DATA_MESSAGE') return;
  const receipts = logEvents.flatMap(({ id, message }) => {
    const parsed = parseDelivery(message);
    if (!('wrong' in parsed)) return parsed;
    // The record holds a phone number: only where it lies is said.
    logger.error('delivery record set aside', { logEventId: id, wrong: parsed.wrong });
    return [];
  });
  logger.info('delivery receipts recorded', {
    ...(await recordDeliveries(receipts, await wired())),
  });
});
