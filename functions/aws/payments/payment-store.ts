import { type Database, type Write, write } from '#aws/database';
import { confirmationRow } from '#aws/payments/confirmation-rows';
import {
  paymentAttention,
  paymentAttentionKey,
  paymentAttentionKeys,
  paymentRow,
  placeOf,
  placesOf,
  readPayment,
  recentRow,
} from '#aws/payments/payment-rows';
import { cycleWrites } from '#aws/people/cycle-rows';
import { replacing } from '#aws/people/worker-rows';
import { allRows, getRow, getRows, latestPage } from '#aws/reading';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Paid, PaymentStore } from '#flows/payments/payment-store';
import { keys } from '#table';

/**
 * Money, once a reference. Each act is one transaction over payment, timeline, worker and
 * attention.
 */
export const paymentStore = ({
  shards,
  ...database
}: Database & Readonly<{ shards: number }>): PaymentStore => {
  const get = async (channel: string, reference: string) =>
    paymentIn(await getRow(database, keys.payment(channel, reference)));

  return {
    get,

    async record(payment, paid) {
      const written = await write(
        database,
        { put: paymentRow(payment), if: 'attribute_not_exists(#pk)' },
        // Unmatched only while no worker is stored: an import that has just created them does not
        // look again.
        ...(paid
          ? paidWrites(paid, shards)
          : [{ check: keys.worker(payment.workerId ?? ''), if: 'attribute_not_exists(#pk)' }]),
        ...placesOf(payment),
        ...(paid ? [] : [{ put: paymentAttention('unmatched', payment) }]),
        { put: recentRow(payment) },
      );
      if (written.done) return 'recorded';
      return written.refused[0] ? 'duplicate' : 'changed';
    },

    async recent(date, cursor) {
      const { pk } = keys.recentPayment(date, '', '');
      const { rows, next } = await latestPage(database, { pk, cursor, pageSize: 50 });
      const stored = await getRows(
        database,
        rows.map(({ channel, reference }) => keys.payment(String(channel), String(reference))),
      );
      const payments = stored
        .flatMap((row) => readPayment(row) ?? [])
        .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
      return { items: payments, next };
    },

    async unmatchedOf(workerId) {
      const rows = await allRows(database, {
        where: '#pk = :pk AND begins_with(#sk, :pay)',
        values: { ':pk': keys.worker(workerId).pk, ':pay': 'PAY#' },
      });
      return rows
        .flatMap((row) => readPayment(row) ?? [])
        .filter(({ status }) => status === 'unmatched');
    },

    async match(payment, paid) {
      const stored = await get(payment.channel, payment.reference);
      if (!stored) return false;
      const { workerId } = paid.worker;
      const matched = { ...payment, workerId };
      const written = await write(
        database,
        {
          put: paymentRow(matched),
          if: '#status = :unmatched',
          values: { ':unmatched': 'unmatched' },
        },
        ...paidWrites(paid, shards),
        ...(stored.workerId === workerId ? [] : placeOf(stored).map((key) => ({ remove: key }))),
        ...placesOf(matched),
        { remove: paymentAttentionKey('unmatched', stored) },
      );
      return written.done;
    },

    async reverse(payment, was, paid) {
      const { workerId, flags } = payment;
      const written = await write(
        database,
        // An erasure removes the worker from the payment: they must not come back into it.
        {
          put: paymentRow(payment),
          if: `#status = :was AND ${workerId === null ? 'attribute_not_exists(#workerId)' : '#workerId = :workerId'}`,
          values: { ':was': was, ...(workerId === null ? {} : { ':workerId': workerId }) },
        },
        ...placeOf(payment).map((key) => ({
          put: { ...key, ...payment },
          if: 'attribute_exists(#pk)',
        })),
        ...paymentAttentionKeys(payment)
          .filter(
            ({ pk }) => flags.length === 0 || pk !== paymentAttentionKey('flagged', payment).pk,
          )
          .map((key) => ({ remove: key })),
        ...(flags.length > 0 ? [{ put: paymentAttention('flagged', payment) }] : []),
        ...(paid ? paidWrites(paid, shards) : []),
        ...(!paid && was === 'recorded' && workerId !== null
          ? [{ check: keys.worker(workerId), if: 'attribute_not_exists(#pk)' }]
          : []),
      );
      return written.done;
    },
  };
};

const paidWrites = ({ worker, closed, confirmation }: Paid, shards: number): Write[] => [
  replacing(worker, shards),
  ...cycleWrites(closed, shards),
  ...(confirmation ? [{ put: confirmationRow(confirmation) }] : []),
];

/** An unreadable payment must not look like a new one: the reference is taken. */
function paymentIn(row: Parameters<typeof readPayment>[0]): PaymentRecord | undefined {
  const payment = readPayment(row);
  if (row && !payment) throw new Error(`The row of ${String(row.pk)} is not that of a payment`);
  return payment;
}
