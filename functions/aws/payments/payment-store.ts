import { type Database, write } from '#aws/database';
import { bookedLate } from '#aws/payments/late-rows';
import { readPayment } from '#aws/payments/payment-rows';
import { matchWrites, recordWrites, reverseWrites } from '#aws/payments/payment-writes';
import { recordedIn } from '#aws/payments/recorded-list';
import { leftTexts } from '#aws/people/left-texts';
import { allRows, getRow, getRows } from '#aws/reading';
import type { PaymentRecord } from '#domain/payments/payment';
import type { PaymentStore } from '#flows/payments/payment-store';
import { keys } from '#table';

/** Each act is one transaction over payment, timeline, worker and attention. */
export const paymentStore = ({
  shards,
  ...database
}: Database & Readonly<{ shards: number }>): PaymentStore => ({
  get: (channel, reference) => paymentAt(database, { channel, reference }),

  async record(payment, paid) {
    const written = await write(database, ...recordWrites(payment, paid, shards));
    if (written.done) return 'recorded';
    return written.refused[0] ? 'duplicate' : 'changed';
  },

  recordedIn: (asked, cursor, pageSize) => recordedIn(database, { ...asked, pageSize }, cursor),

  async listed(asked, cursor) {
    const { items, next } = await recordedIn(database, asked, cursor);
    const wanted = items.map(({ channel, reference }) => keys.payment(channel, reference));
    const stored = new Map((await getRows(database, wanted)).map((row) => [row.pk, row]));
    return { items: wanted.flatMap(({ pk }) => readPayment(stored.get(pk)) ?? []), next };
  },

  bookedLate: (month, since, cursor) => bookedLate(database, { month, since }, cursor),

  async ofWorker(workerId) {
    const rows = await allRows(database, {
      where: '#pk = :pk AND begins_with(#sk, :pay)',
      values: { ':pk': keys.worker(workerId).pk, ':pay': 'PAY#' },
    });
    return rows.flatMap((row) => readPayment(row) ?? []);
  },

  async waitingFor(workerIds) {
    const rows = await getRows(database, workerIds.map(keys.waiting));
    return new Set(rows.map(({ pk }) => String(pk).slice('WRK#'.length)));
  },

  async match(payment, paid) {
    const stored = await paymentAt(database, payment);
    if (!stored) return false;
    return (await write(database, ...matchWrites(payment, stored, paid, shards))).done;
  },

  async reverse(payment, was, paid) {
    const writes = reverseWrites(payment, was, paid, shards);
    return (await write(database, ...writes, ...(await leftTexts(database, paid?.closed ?? []))))
      .done;
  },
});

/** An unreadable payment must not look like a new one: the reference is taken. */
async function paymentAt(
  database: Database,
  { channel, reference }: Pick<PaymentRecord, 'channel' | 'reference'>,
): Promise<PaymentRecord | undefined> {
  const row = await getRow(database, keys.payment(channel, reference));
  const payment = readPayment(row);
  if (row && !payment) throw new Error(`The row of ${String(row.pk)} is not that of a payment`);
  return payment;
}
