import * as z from 'zod';
import type { Write } from '#aws/database';
import type { Row } from '#aws/reading';
import { month, reader, rupiah } from '#aws/rows';
import { type PaymentRecord, paymentFlags } from '#domain/payments/payment';
import { bookDay, type RecordedPayment, recordedPayment } from '#domain/payments/recorded-payment';
import type { Worker } from '#domain/people/worker';
import type { AttentionKind } from '#flows/attention/attention-store';
import { type Key, keys } from '#table';

const shortSchema = z.object({ by: rupiah, credit: rupiah }).optional();

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
  short: shortSchema,
  matched: z.object({ at: z.string(), notified: z.string() }).nullable().default(null),
  reversed: z
    .object({
      ...{ at: z.string(), by: z.string(), byName: z.string().optional(), reason: z.string() },
      was: z.enum(['recorded', 'unmatched']),
    })
    .nullable()
    .default(null),
}) satisfies z.ZodType<PaymentRecord>;

export const readPayment = reader<PaymentRecord>(paymentSchema);

const recordedSchema = z.object({
  ...{ channel: z.string(), reference: z.string(), amount: rupiah, paidAt: z.string() },
  ...{ recordedAt: z.string(), status: z.enum(['recorded', 'unmatched', 'reversed']) },
  short: shortSchema,
  cameUnmatched: z.boolean(),
  ...{ matchedAt: z.string().nullable(), reversedAt: z.string().nullable() },
}) satisfies z.ZodType<RecordedPayment>;

export const readRecorded = reader<RecordedPayment>(recordedSchema);

/** In the list of its day, without the payer, who is stored once. Stays as long as the payment. */
export function recordedRow(payment: PaymentRecord): Row & Key {
  const { channel, reference, recordedAt } = payment;
  const id = [channel, reference].join('#');
  return {
    ...keys.recordedPayment(bookDay(recordedAt), recordedAt, id),
    ...recordedPayment(payment),
  };
}

/** No null `workerId`: it is a key of the indexes. */
export const paymentRow = (payment: PaymentRecord) => ({
  ...keys.payment(payment.channel, payment.reference),
  ...payment,
  workerId: payment.workerId ?? undefined,
});

/** In the worker's timeline, and on the attention list where it is flagged. */
export const placesOf = (payment: PaymentRecord, payer: Payer): Write[] => [
  ...placeOf(payment).map((key) => ({ put: { ...key, ...payment } })),
  ...(payment.flags.length > 0 ? [{ put: paymentAttention('flagged', payment, payer) }] : []),
];

/** Null where nobody knows them. */
export type Payer = Pick<Worker, 'province' | 'group'> | null;

/** Each channel numbers its own payments, so a reference alone may come twice on a day. */
export const placeOf = ({ workerId, paidAt, channel, reference }: PaymentRecord): Key[] =>
  workerId === null
    ? []
    : [keys.paymentOfWorker(workerId, paidAt.slice(0, 10), `${channel}#${reference}`)];

type PaymentKind = Extract<AttentionKind, 'unmatched' | 'flagged'>;

/** What finance needs to find the money. Stays until a person has dealt with it. */
export const paymentAttention = (kind: PaymentKind, payment: PaymentRecord, payer: Payer): Row => {
  const { workerId, channel, reference, amount, paidAt, flags, short, recordedAt: at } = payment;
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
    short,
    province: payer?.province ?? null,
    group: payer?.group ?? null,
  };
};

export const paymentAttentionKey = (
  kind: PaymentKind,
  { channel, reference, recordedAt }: PaymentRecord,
): Key => keys.attention(kind, recordedAt, [channel, reference].join('#'));

export const paymentAttentionKeys = (payment: PaymentRecord): readonly Key[] =>
  (['unmatched', 'flagged'] as const).map((kind) => paymentAttentionKey(kind, payment));
