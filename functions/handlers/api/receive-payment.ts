import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import { highestPayment, longestReference, parseChannel } from '#domain/payments/payment';
import { parseNik } from '#domain/people/nik';
import { workerIdSchema } from '#domain/people/worker-id';
import { Refused } from '#domain/refused';
import { recordPayment } from '#flows/payments/record-payment';
import type { Identity } from '#flows/people/worker-store';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { parsed, type Request } from '#handlers/request';
import { clock, identity, once, secret, stores } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('receive-payment');
  return {
    settings: env.SETTINGS,
    ports: { ...stores(env), clock },
    identity: await identity(env),
    webhooks: webhooksOf(await secret(env.WEBHOOK_SECRET_ARN)),
  };
});

const statusCode = { recorded: 201, 'already-recorded': 200, unmatched: 202 } as const;

export const handler = api<'receive-payment'>({
  'POST /api/payments': async (request) => {
    const { ports, settings, identity, webhooks } = await wired();
    verify(webhooks, request);
    const { nik, workerId, ...notice } = parsed(noticeSchema, request.text);
    const { status, payment } = await recordPayment(
      notice,
      workerId ?? idOf(nik ?? '', identity),
      ports,
      settings,
    );
    logger.info('payment received', {
      status,
      channel: payment.channel,
      workerId: payment.workerId,
    });
    return { status: statusCode[status], body: { status, payment } };
  },
});

/** The secret holds one secret a line, all of them valid: two while one takes the place of the other, one otherwise. */
const webhooksOf = (secret: string): readonly Webhook[] =>
  secret
    .trim()
    .split(/\s+/)
    .map((each) => new Webhook(each));

/** Standard Webhooks: the signature covers id, time and body; a time more than five minutes away is refused. Made with any of our secrets it holds. */
function verify(webhooks: readonly Webhook[], request: Request): void {
  const problems = webhooks.map((webhook) => problemOf(webhook, request));
  if (!problems.includes(null))
    throw new Refused('unauthorized', `The signature does not hold: ${problems[0]}`);
}

function problemOf(webhook: Webhook, { text, headers }: Request): string | null {
  try {
    // Not its JSON.parse: what that throws quotes the body, and would end in the log.
    webhook.verify(text, { ...headers }, { jsonParse: false });
    return null;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.message;
    throw error;
  }
}

const word = z.string().trim().min(1).max(longestReference);

/** The instant a channel names, with its offset from UTC; kept as UTC. */
const instant = z.iso
  .datetime({ offset: true, message: 'is not a time such as 2026-11-11T09:30:00+07:00' })
  .transform((text) => new Date(text).toISOString());

export const noticeSchema = z
  .object({
    reference: word,
    channel: z.string().transform((text, context) => {
      const parsed = parseChannel(text);
      if ('channel' in parsed) return parsed.channel;
      context.addIssue({ code: 'custom', message: parsed.reason });
      return z.NEVER;
    }),
    nik: z.string().optional(),
    workerId: workerIdSchema.optional(),
    amount: z.number().int('is not whole rupiah').positive('is not above 0').max(highestPayment),
    paidAt: instant,
    months: z
      .number()
      .int()
      .min(1)
      .max(12)
      .nullish()
      .transform((months) => months ?? null),
  })
  .refine(({ nik, workerId }) => (nik === undefined) !== (workerId === undefined), {
    path: ['nik'],
    message: 'name the payer by nik or by workerId, one of them',
  });

function idOf(nik: string, { workerIdOf }: Identity): string {
  const parsedNik = parseNik(nik);
  if ('reason' in parsedNik)
    throw new Refused('invalid', `The nik ${parsedNik.reason}`, { nik: parsedNik.reason });
  return workerIdOf(parsedNik.nik);
}
