import { randomUUID } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { zones } from '#domain/calendar/zones';
import { sendReminders } from '#flows/sending/send-reminders';
import { addingUpTexts } from '#flows/sending/silence-stores';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { counter } from '#handlers/measure';
import { portsOf } from '#handlers/ports';
import {
  clock,
  confirmations,
  once,
  payments,
  plans,
  queue,
  rateLimit,
  receipts,
  reminders,
  slices,
  sms,
  trials,
  workers,
} from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('send-reminders');
  return {
    settings: env.SETTINGS,
    ports: {
      ...portsOf(env, { plans, rateLimit, reminders, slices, trials, workers, queue, sms }),
      ...portsOf(env, { confirmations, payments, receipts }),
      metrics: counter,
      clock,
    },
  };
});

const keySchema = z.object({
  zone: z.enum(zones),
  date: z.string(),
  time: z.string(),
  step: z.string(),
  month: z.string(),
  shard: z.number(),
});

export const handler = job(async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) {
    if (!(await sendSlice(record))) failed.push(record.messageId);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
});

/** False: the message returns after its visibility time-out, and the next holder recovers. */
async function sendSlice({
  body,
  messageId,
}: Pick<SQSRecord, 'body' | 'messageId'>): Promise<boolean> {
  const { ports, settings } = await wired();
  const holder = randomUUID();
  try {
    const key = keySchema.parse(JSON.parse(body));
    const begun = clock.now();
    const { metrics, texts } = addingUpTexts(ports.metrics);
    const end = await sendReminders(key, holder, { ...ports, metrics }, settings);
    if (texts() > 0) await ports.receipts.textsLeft(texts(), begun);
    logger.info('slice worked on', { ...key, holder, end });
    return true;
  } catch (error) {
    logger.error('slice failed', { messageId, body, holder, error: error as Error });
    return false;
  }
}
