import { attentionOf, paymentAttentionKeys } from '#aws/attention-store';
import { type Database, write } from '#aws/database';
import { deleteRows, inParallel, pages, type Row } from '#aws/reading';
import { readPayment, readReminder, stillAt } from '#aws/rows';
import type { PaymentRecord } from '#domain/payment';
import type { Worker } from '#domain/worker';
import { type Key, keys } from '#table';

export async function erase(database: Database, worker: Worker, at: string): Promise<boolean> {
  const written = await write(
    database,
    { remove: keys.worker(worker.workerId), ...stillAt(worker.rev) },
    { put: { ...keys.erased(worker.workerId), at } },
  );
  return written.done;
}

/**
 * What still lies under an erased worker goes, and so does their name elsewhere: what a person had to look at about their reminders, and the worker in
 * their payments. The row that leads to a payment goes after it, so that a sweep that broke off finds it again. `WRK` itself only `erase` takes.
 */
export async function sweep(database: Database, workerId: string): Promise<void> {
  const worker = keys.worker(workerId);
  for await (const page of pages(database, { where: '#pk = :pk', values: { ':pk': worker.pk } })) {
    const rows = page.rows.filter(({ sk }) => sk !== worker.sk);
    const payments = rows.filter(isA('PAY#')).flatMap((row) => readPayment(row) ?? []);
    await inParallel(8, payments, (payment) => takeOut(database, payment));
    const raised = rows
      .filter(isA('REM#'))
      .flatMap((row) => readReminder(row) ?? [])
      .flatMap(attentionOf);
    await deleteRows(database, [...raised, ...rows].map(keyOf));
  }
}

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) });

const isA =
  (prefix: string) =>
  ({ sk }: Row): boolean =>
    String(sk).startsWith(prefix);

/** The money, its months and what finance has to look at stay; whose they were does not. Removed, not null: `workerId` is a key of the indexes. */
async function takeOut(database: Database, payment: PaymentRecord): Promise<void> {
  for (const key of [keys.payment(payment.channel, payment.reference), ...paymentAttentionKeys(payment)])
    await write(database, { update: key, to: 'REMOVE #workerId', if: 'attribute_exists(#pk)' });
}
