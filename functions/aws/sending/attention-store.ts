import { type Database, write } from '#aws/database';
import { latestPage, type Row } from '#aws/reading';
import type { PaymentRecord } from '#domain/payments/payment';
import { needsAttention, type Reminder } from '#domain/sending/reminder';
import type {
  AttentionItem,
  AttentionKind,
  AttentionStore,
} from '#flows/attention/attention-store';
import { type Key, keys } from '#table';

const pageSize = 100;

/** What needs a person, the latest first. */
export const attentionStore = (database: Database): AttentionStore => ({
  async list(kind, cursor) {
    const { pk } = keys.attention(kind, '', '');
    const { rows, next } = await latestPage(database, { pk, cursor, pageSize });
    return { items: rows.map(itemOf), next };
  },

  async settle(kind, id) {
    const written = await write(database, {
      remove: { pk: keys.attention(kind, '', '').pk, sk: id },
      if: 'attribute_exists(#pk)',
    });
    return written.done;
  },
});

const itemOf = ({ pk: _, sk: id, expiresAt: __, ...item }: Row): AttentionItem =>
  ({ ...item, id }) as AttentionItem;

/** The row that brings a reminder before a person, if its status does. Its key follows from the reminder, so it is found again when that moves on. */
export function attentionOf(row: Reminder): readonly (Row & Key)[] {
  if (!needsAttention(row)) return [];
  const { workerId, month, step, status, reason, runId, at } = row;
  const key = keys.attention(status, at, [workerId, month, step].join('#'));
  return [{ ...key, kind: status, at, workerId, month, step, status, reason, runId }];
}

type PaymentKind = Extract<AttentionKind, 'unmatched' | 'flagged'>;

/** Amount, reason and whose it is said to be: what finance needs to find the money. Stays until a person has dealt with it. */
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
