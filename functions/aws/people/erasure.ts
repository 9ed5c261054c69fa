import pMap from 'p-map';
import { type Database, type Write, write } from '#aws/database';
import { paymentAttentionKeys, readPayment } from '#aws/payments/payment-rows';
import { someoneThere, stillAt, tombstone } from '#aws/people/worker-rows';
import { deleteRows, getRow, pages, type Row } from '#aws/reading';
import { attentionOf, readReminder } from '#aws/sending/reminder-rows';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Reminder } from '#domain/sending/reminder';
import { type Key, keys } from '#table';

type Erasing = Readonly<{ at: string; rev: number | null; beside: readonly Write[] }>;

/** Without `rev` any row goes: one that cannot be read is a person's too. */
export async function erase(
  database: Database,
  workerId: string,
  { at, rev, beside }: Erasing,
): Promise<boolean> {
  const written = await write(
    database,
    {
      put: tombstone(workerId, at),
      ...(rev === null ? { if: someoneThere } : stillAt(rev)),
    },
    { put: { ...keys.unswept(workerId), at } },
    ...beside,
  );
  return written.done;
}

/**
 * The row that leads to a payment goes after it, so that a sweep that broke off finds it again.
 * The tombstone stays.
 */
export async function sweep(database: Database, workerId: string): Promise<void> {
  const worker = keys.worker(workerId);
  for await (const page of pages(database, { where: '#pk = :pk', values: { ':pk': worker.pk } })) {
    const rows = page.rows.filter(({ sk }) => sk !== worker.sk);
    const payments = rows.filter(isA('PAY#')).flatMap((row) => readPayment(row) ?? []);
    await pMap(payments, (payment) => takeOut(database, payment), { concurrency: 8 });
    await pMap(rows.filter(isA('REM#')), (row) => dropReminder(database, row), {
      concurrency: 8,
    });
    await deleteRows(database, rows.filter((row) => !isA('REM#')(row)).map(keyOf));
  }
  await write(database, { remove: keys.unswept(workerId) });
}

/** With its attention item: only the row leads there. Read anew while a sender records a text. */
async function dropReminder(database: Database, found: Row): Promise<void> {
  const key = keyOf(found);
  for (let row: Row | undefined = found; row; row = await getRow(database, key)) {
    const reminder = readReminder(row);
    const { done } = await write(
      database,
      { remove: key, ...(reminder ? stillThis(reminder) : {}) },
      ...(reminder ? attentionOf(reminder) : []).map((item) => ({ remove: keyOf(item) })),
    );
    if (done) return;
  }
}

const stillThis = ({ status, at }: Reminder): Pick<Write, 'if' | 'values'> => ({
  if: '#status = :status AND #at = :at',
  values: { ':status': status, ':at': at },
});

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) });

const isA =
  (prefix: string) =>
  ({ sk }: Row): boolean =>
    String(sk).startsWith(prefix);

/** Money and months stay. Removed, not null: `workerId` is a key of the indexes. */
async function takeOut(database: Database, payment: PaymentRecord): Promise<void> {
  for (const key of [
    keys.payment(payment.channel, payment.reference),
    ...paymentAttentionKeys(payment),
  ])
    await write(database, { update: key, to: 'REMOVE #workerId', if: 'attribute_exists(#pk)' });
}
