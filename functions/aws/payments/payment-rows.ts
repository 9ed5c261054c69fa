import * as z from 'zod';
import type { Write } from '#aws/database';
import type { Row } from '#aws/reading';
import { month, reader, rupiah } from '#aws/rows';
import { localDate } from '#domain/calendar/dates';
import { type PaymentRecord, paymentFlags } from '#domain/payments/payment';
import type { AttentionKind } from '#flows/attention/attention-store';
import { type Key, keys } from '#table';

const paymentSchema = z.object({
  reference: z.string(),
  channel: z.string(),
  amount: rupiah,
  paidAt: z.string(),
  months: z.number().int().nullable(),
  workerId: z.string().nullable().default(null),
  recordedAt: z.string(),
  status: z.enum(['recorded', 'unmatched', 'reversed']),
  bought: z.array(month),
  linked: z
    .object({ at: z.string(), months: z.array(month) })
    .nullable()
    .default(null),
  price: rupiah.default(0),
  coveredBefore: month.nullable().default(null),
  flags: z.array(z.enum(paymentFlags)),
  reversed: z
    .object({ at: z.string(), by: z.string(), byName: z.string().optional(), reason: z.string() })
    .nullable()
    .default(null),
}) satisfies z.ZodType<PaymentRecord>;

export const readPayment = reader<PaymentRecord>(paymentSchema);

/** Only where to find it, so that who paid what is stored once. Expires after 30 days. */
export const recentRow = ({ channel, reference, recordedAt }: PaymentRecord) => ({
  ...keys.recentPayment(
    localDate('Asia/Jakarta', recordedAt),
    recordedAt,
    [channel, reference].join('#'),
  ),
  channel,
  reference,
  expiresAt: Math.floor(Date.parse(recordedAt) / 1_000) + 30 * 24 * 3_600,
});

/** No null `workerId`: it is a key of the indexes. */
export const paymentRow = (payment: PaymentRecord) => ({
  ...keys.payment(payment.channel, payment.reference),
  ...payment,
  workerId: payment.workerId ?? undefined,
});

/** In the worker's timeline, and on the attention list where it is flagged. */
export const placesOf = (payment: PaymentRecord): Write[] => [
  ...placeOf(payment).map((key) => ({ put: { ...key, ...payment } })),
  ...(payment.flags.length > 0 ? [{ put: paymentAttention('flagged', payment) }] : []),
];

/** Each channel numbers its own payments, so a reference alone may come twice on a day. */
export const placeOf = ({ workerId, paidAt, channel, reference }: PaymentRecord): Key[] =>
  workerId === null
    ? []
    : [keys.paymentOfWorker(workerId, paidAt.slice(0, 10), `${channel}#${reference}`)];

type PaymentKind = Extract<AttentionKind, 'unmatched' | 'flagged'>;

/** What finance needs to find the money. Stays until a person has dealt with it. */
export const paymentAttention = (kind: PaymentKind, payment: PaymentRecord): Row => {
  const { workerId, channel, reference, amount, paidAt, flags, recordedAt: at } = payment;
  return {
    ...paymentAttentionKey(kind, payment),
    kind,
    at,
    workerId,
    channel,
    reference,
    amount,
    paidAt,
    flags,
  };
};

export const paymentAttentionKey = (
  kind: PaymentKind,
  { channel, reference, recordedAt }: PaymentRecord,
): Key => keys.attention(kind, recordedAt, [channel, reference].join('#'));

export const paymentAttentionKeys = (payment: PaymentRecord): readonly Key[] =>
  (['unmatched', 'flagged'] as const).map((kind) => paymentAttentionKey(kind, payment));
