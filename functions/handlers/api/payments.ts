import * as z from 'zod';
import { type CalendarDate, daysBetween } from '#domain/calendar/dates';
import { keptReference } from '#domain/payments/kept-reference';
import type { PaymentRecord } from '#domain/payments/payment';
import { paymentKeyFields } from '#domain/payments/payment-key';
import { bookDay } from '#domain/payments/recorded-payment';
import { workerIdSchema } from '#domain/people/worker-id';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { issuesOf } from '#domain/schema-issues';
import { matchPayment, reversePayment } from '#flows/payments/correct-payments';
import type { DaySpan } from '#flows/payments/payment-store';
import { listPayments, type PaymentsAsked, paymentsFile } from '#flows/payments/show-payments';
import { type Answer, page } from '#handlers/answer';
import { api } from '#handlers/api';
import { closingAnswers } from '#handlers/api/closings';
import { environment } from '#handlers/env';
import { logger } from '#handlers/log';
import { portsOf } from '#handlers/ports';
import { dateIn, inQuery } from '#handlers/query';
import { parsed, type Request } from '#handlers/request';
import { clock, closings, counts, once, payments, plans, workers } from '#handlers/wiring';

const wired = once(async () => {
  const env = environment('payments');
  return {
    settings: env.SETTINGS,
    ports: { ...portsOf(env, { payments, plans, workers, counts, closings }), clock },
  };
});

export const handler = api<'payments'>({
  ...closingAnswers(wired),
  'GET /api/payments': async ({ query }) => {
    const { ports } = await wired();
    const listed = await listPayments(askedIn(query), query.cursor || null, ports);
    const { body, trail } = page(listed);
    return { body: { ...Object(body), ...(listed.totals && { totals: listed.totals }) }, trail };
  },
  'GET /api/payments.csv': async ({ query }) => {
    const { ports } = await wired();
    const asked = askedIn(query);
    const days = asked.span ? [asked.span.from, asked.span.to] : ['any-day'];
    const file = `${['payments', ...new Set(days)].join('-')}.csv`;
    return { csv: await paymentsFile(asked, ports), file };
  },
  'POST /api/payments/reverse': async ({ text, by, name: byName }) => {
    const { reason, ...key } = parsed(reverseSchema, text);
    const { ports, settings } = await wired();
    const payment = await reversePayment(key, { by, byName, reason }, ports, settings);
    logger.info('payment reversed', {
      channel: payment.channel,
      workerId: payment.workerId,
      flags: payment.flags,
      by,
    });
    return shown(payment);
  },
  'POST /api/payments/match': async ({ text, by }) => {
    const { workerId, ...key } = parsed(matchSchema, text);
    const { ports, settings } = await wired();
    const payment = await matchPayment(key, workerId, ports, settings);
    logger.info('payment matched', { channel: payment.channel, workerId, by });
    return shown(payment);
  },
});

/** Today, or the days asked for; with a reference and no days, whatever day. */
function askedIn(query: Request['query']): PaymentsAsked {
  const today = bookDay(clock.now());
  const { channel, reference } = parsedQuery(query);
  const anyDay = reference !== null && !query.from && !query.to;
  return { span: anyDay ? null : daysIn(query, today), today, channel, reference };
}

function parsedQuery(query: Request['query']) {
  const channel = query.channel || undefined;
  const reference = query.reference || undefined;
  const found = soughtSchema.safeParse({ channel, reference });
  if (!found.success) throw refused('invalid', ...issuesOf(found.error, { channel, reference }));
  return { channel: found.data.channel ?? null, reference: found.data.reference ?? null };
}

const soughtSchema = z.object(paymentKeyFields).partial();

function daysIn({ from, to }: Request['query'], today: CalendarDate): DaySpan {
  const first = from ? dateIn('from', from) : (to && dateIn('to', to)) || today;
  const last = to ? dateIn('to', to) : first;
  if (last < first) throw inQuery('to', last, problem('before-from', { from: first }));
  const days = daysBetween(first, last) + 1;
  if (days > mostDays)
    throw inQuery('to', last, problem('too-many-days', { days, most: mostDays }));
  return { from: first, to: last };
}

/** A quarter: an empty day is eight queries. */
const mostDays = 92;

export const reverseSchema = z.strictObject({
  ...paymentKeyFields,
  reason: z.string().trim().min(1).max(500),
});

export const matchSchema = z.strictObject({ ...paymentKeyFields, workerId: workerIdSchema });

/** The audit log keeps the name of a payment that was found, not what somebody typed. */
const shown = (payment: PaymentRecord): Answer => {
  const { channel, reference, status, workerId } = payment;
  const named = { channel, reference: keptReference(reference) };
  return { body: { payment }, trail: { ...named, status, worker: workerId } };
};
