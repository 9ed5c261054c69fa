import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { PieceMessage } from '#domain/imports/piece';
import { giveUp } from '#flows/imports/give-up';
import { workImport } from '#flows/imports/work-import';
import { environment } from '#handlers/env';
import { job } from '#handlers/job';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { clock, files, identity, imports, once, patient, pieces, plans } from '#handlers/wiring';
import { pieceQueue } from '#triggers';

const wired = once(async () => {
  const env = environment('import-piece');
  return {
    settings: env.SETTINGS,
    ports: {
      ...portsOf(env, { ...patient, imports, pieces, plans, files }),
      identity: await identity(env),
      clock,
    },
  };
});

const messageSchema = z.object({
  importId: z.string(),
  round: z.int(),
  piece: z.int().nullable(),
}) satisfies z.ZodType<PieceMessage>;

export const handler = job(async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) if (!(await work(record))) failed.push(record.messageId);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
});

/**
 * Before Lambda ends the function, which could then not say that the piece is given up: its
 * time-out is a sixth of the visibility. The table of all time-outs would be a part of the bundle.
 */
const mostSeconds = pieceQueue.visibilitySeconds / 6 - 20;

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    const tooLong = () => fail(new Error(`It took more than ${mostSeconds} seconds`));
    timer = setTimeout(tooLong, mostSeconds * 1_000);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** False: the message returns after its visibility time-out, or becomes a dead letter. */
async function work({ body, messageId, attributes }: SQSRecord): Promise<boolean> {
  const { ports, settings } = await wired();
  const message = messageSchema.parse(JSON.parse(body));
  const receives = Number(attributes.ApproximateReceiveCount);
  try {
    if (receives > pieceQueue.tries) throw new Error('Each of its tries ended without a word');
    await inTime(workImport(message, ports, settings));
    logger.info('import worked on', { ...message });
    return true;
  } catch (error) {
    logger.error('import stopped', { ...message, messageId, error: error as Error });
    if (receives >= pieceQueue.tries) await giveUp(message, pieceQueue.tries, ports);
    return false;
  }
}
