import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import * as z from 'zod';
import { highestPayment } from '#domain/payments/payment';
import { paymentKeyFields } from '#domain/payments/payment-key';
import { parsePayerNik } from '#domain/people/nik';
import { workerIdSchema } from '#domain/people/worker-id';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { message } from '#domain/schema-issues';
import { recordPayment } from '#flows/payments/record-payment';
import type { Identity } from '#flows/people/worker-store';
import { api } from '#handlers/api';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { counter } from '#handlers/measure';
import { portsOf } from '#handlers/ports';
import { parsed, type Request } from '#handlers/request';
import { clock, identity, once, payments, plans, secret, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('receive-payment');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { payments, plans, workers }), clock },
    identity: await identity(env),
    webhookSecret: env.WEBHOOK_SECRET_ARN,
  };
});

const statusCode = { recorded: 201, 'already-recorded': 200, unmatched: 202 } as const;

export const handler = api<'receive-payment'>({
  'POST /api/payments': async (request) => {
    const { ports, settings, identity, webhookSecret } = await wired();
    verify(webhooksOf(await secret(webhookSecret)), request);
    const { nik, workerId, ...notice } = parsed(noticeSchema, request.text);
    const { status, payment, known } = await recordPayment(
      notice,
      workerId ?? idOf(nik ?? '', identity),
      ports,
      settings,
    );
    if (!known) counter.count('payments', 1);
    if (!known && status === 'unmatched') counter.count('unmatched-payments', 1);
    logger.info('payment received', {
      status,
      channel: payment.channel,
      workerId: payment.workerId,
    });
    return { status: statusCode[status], body: { status, payment } };
  },
});

/** One secret a line, each of them valid: while a secret is replaced there are two. */
const webhooksOf = (secret: string): readonly Webhook[] =>
  secret
    .trim()
    .split(/\s+/)
    .map((each) => new Webhook(each));

/** Standard Webhooks: signed are id, time (five minutes around ours) and body, by any secret. */
function verify(webhooks: readonly Webhook[], request: Request): void {
  const problems = webhooks.map((webhook) => problemOf(webhook, request));
  if (problems.includes(null)) return;
  counter.count('refused-signatures', 1);
  throw refused('unauthorized', problem('bad-signature', { problem: problems[0] ?? '' }));
}

function problemOf(webhook: Webhook, { text, headers }: Request): string | null {
  try {
    // Its JSON.parse throws errors that quote the body, which would end up in the log.
    webhook.verify(text, { ...headers }, { jsonParse: false });
    return null;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.message;
    throw error;
  }
}

/** The channel sends its offset from UTC; we keep UTC. */
const instant = z.iso
  .datetime({ offset: true, message: message(problem('not-an-instant')) })
  .transform((text) => new Date(text).toISOString());

const rupiah = message(problem('not-whole-rupiah'));

export const noticeSchema = z
  .object({
    ...paymentKeyFields,
    nik: z.string().optional(),
    workerId: workerIdSchema.optional(),
    amount: z.number(rupiah).int(rupiah).positive(rupiah).max(highestPayment),
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
    message: message(problem('payer-not-one')),
  });

function idOf(nik: string, { workerIdOf }: Identity): string {
  const parsedNik = parsePayerNik(nik);
  if ('reason' in parsedNik) throw refused('invalid', { path: 'nik', ...parsedNik });
  return workerIdOf(parsedNik.nik);
}
