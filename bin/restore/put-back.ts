import { randomUUID } from 'node:crypto';
import { type Database, type Write, write } from '#aws/database';
import { paymentAttentionKeys, readPayment, recordedRow } from '#aws/payments/payment-rows';
import { notErased, stillAt } from '#aws/people/worker-rows';
import { allRows, getRows, type Row } from '#aws/reading';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Change } from '#domain/people/worker';
import { keys } from '#table';
import type { Found, Restoration } from './restoration.ts';

export type Tables = Readonly<{ copy: Database; live: Database }>;

export async function findWorker({ copy, live }: Tables, workerId: string): Promise<Found> {
  const query = { where: '#pk = :pk', values: { ':pk': keys.worker(workerId).pk } };
  return { copy: await allRows(copy, query), live: await allRows(live, query) };
}

/**
 * Payments and reminders first, the worker last: whoever sees the worker sees what they paid. Each
 * write holds only while nobody has written there meanwhile and no tombstone stands, so the same
 * call again is safe. Answers how many rows were put back, and whether the worker's own was.
 */
export async function putBack(
  tables: Tables,
  workerId: string,
  { missing, worker }: Restoration,
  byName: string,
): Promise<Readonly<{ rows: number; isWorkerBack: boolean }>> {
  let rows = 0;
  for (const row of missing) {
    const together = await withPayment(tables, row);
    if (await putIfAbsent(tables.live, workerId, together)) rows += together.length;
  }
  const change = changeBy(workerId, byName);
  const isWorkerBack =
    worker !== null &&
    (
      await write(
        tables.live,
        { put: worker.row, ...(worker.seenRev === null ? absent : stillAt(worker.seenRev)) },
        { put: { ...keys.change(workerId, change.at, change.id), ...change }, ...absent },
      )
    ).done;
  return { rows: rows + (isWorkerBack ? 1 : 0), isWorkerBack };
}

const absent = { if: 'attribute_not_exists(#pk)' } as const;
const noTombstone = (workerId: string): Write => ({ check: keys.worker(workerId), if: notErased });

const putIfAbsent = async (
  live: Database,
  workerId: string,
  rows: readonly Row[],
): Promise<boolean> =>
  (await write(live, noTombstone(workerId), ...rows.map((put) => ({ put, ...absent })))).done;

/** A payment lies under its reference as well, and in the lists of the day and of attention. */
async function withPayment({ copy, live }: Tables, row: Row): Promise<readonly Row[]> {
  const payment = String(row.sk).startsWith('PAY#') ? readPayment(row) : undefined;
  const places = payment ? placesOf(payment) : [];
  const [stored, present] = [await getRows(copy, places), await getRows(live, places)];
  const isThere = ({ pk, sk }: Row) => present.some((each) => each.pk === pk && each.sk === sk);
  return [row, ...stored.filter((each) => !isThere(each))];
}

const placesOf = (payment: PaymentRecord) =>
  [
    keys.payment(payment.channel, payment.reference),
    recordedRow(payment),
    ...paymentAttentionKeys(payment),
  ].map(({ pk, sk }) => ({ pk, sk }));

const changeBy = (workerId: string, byName: string): Change => ({
  workerId,
  id: randomUUID(),
  at: new Date().toISOString(),
  by: 'restore',
  byName,
  what: 'restored',
  fields: [],
  reason: null,
});
