import { gunzipSync } from 'node:zlib';
import type { CloudWatchLogsEvent } from 'aws-lambda';
import * as z from 'zod';
import { recordDeliveries } from '#flows/sending/record-delivery';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { counter } from '#handlers/measure';
import { portsOf } from '#handlers/ports';
import {
  clock,
  once,
  parseDelivery,
  receipts,
  reminders,
  samples,
  workers,
} from '#handlers/wiring';

const wired = once(async () =>
  portsOf(environment('record-delivery'), { receipts, reminders, samples, workers }),
);

const eventsSchema = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ id: z.string(), message: z.string() })),
});

/** A log subscription sends gzip in base64; its control messages only test the connection. */
export const handler = job(async ({ awslogs }: CloudWatchLogsEvent) => {
  const { messageType, logEvents } = eventsSchema.parse(
    JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString()),
  );
  if (messageType !== 'DATA_MESSAGE') return;
  const records = logEvents.map(({ id, message }) => ({ id, parsed: parseDelivery(message) }));
  const readable = records.flatMap(({ id, parsed }) => {
    if ('wrong' in parsed)
      // The record holds a phone number, so only its id is logged.
      logger.error('delivery record not readable', { logEventId: id, wrong: parsed.wrong });
    return 'messageId' in parsed ? parsed : [];
  });
  const masked = records.filter(({ parsed }) => 'masked' in parsed).length;
  counter.count('receipts', records.length);
  counter.count('masked-receipts', masked);
  const ports = await wired();
  await ports.receipts.receiptCame(clock.now());
  const recorded = await recordDeliveries(readable, ports);
  counter.count('delivered', recorded.delivered);
  counter.count('undelivered', recorded.undelivered);
  logger.info('delivery receipts recorded', {
    ...recorded,
    ...(masked > 0 ? { masked } : {}),
  });
});
