import { readPayment, readRecorded } from '#aws/payments/payment-rows';
import { readWorker } from '#aws/people/worker-rows';
import { readReminder } from '#aws/sending/reminder-rows';
import { readCounterName } from '#domain/renewals/counting/counter-name';
import type { CountStore } from '#flows/renewals/count-store';
import { rowOf } from '#local/dynamodb/in-memory/attribute-values';
import { keys, partitions } from '#table';
import { workerIdOf } from './payment-storm.ts';
import type { StormTable } from './storm-table.ts';

type Storm = Readonly<{ people: number; sent: readonly string[] }>;

/** What the table says in the end, row by row, whatever the flows answered. */
export async function audited(table: StormTable, counts: CountStore, { people, sent }: Storm) {
  const listed = new Map<string, number>();
  for (const pk of partitions.recorded('2026-11-11'))
    for (const item of table.rows.within({
      index: undefined,
      pk,
      from: undefined,
      newestFirst: false,
    })) {
      const reference = readRecorded(rowOf(item))?.reference ?? '';
      listed.set(reference, (listed.get(reference) ?? 0) + 1);
    }
  let [lost, twice, receiptsLost] = [0, 0, 0];
  for (let number = 0; number < people; number++) {
    const workerId = workerIdOf(number);
    const worker = readWorker(table.stored(keys.worker(workerId)));
    const payment = readPayment(table.stored(keys.payment('bench', `B-${number}`)));
    const texts = sent.map((step) =>
      readReminder(table.stored(keys.reminder({ workerId, month: '2026-11', step }))),
    );
    const isListed = listed.get(`B-${number}`) ?? 0;
    if (!payment || isListed === 0 || worker?.coveredThrough === '2026-10') lost += 1;
    if (isListed > 1 || worker?.credit !== 0 || (worker?.coveredThrough ?? '') > '2026-11')
      twice += 1;
    receiptsLost += texts.filter((text) => !text || text.status === 'sent').length;
  }
  return { lost, twice, receiptsLost, ...(await countedIn(counts)) };
}

/** By the counters of the cohort: cycles paid, and texts of which a receipt came. */
async function countedIn(counts: CountStore) {
  let [paidCounted, receiptsCounted] = [0, 0];
  const november = { from: '2026-11', to: '2026-11' } as const;
  for (const { place, counts: named } of await counts.cohorts(november, 'sector'))
    for (const [name, value] of Object.entries(named)) {
      const group = place.of === 'cohort' ? place.group : '';
      const { what, said, measure } = readCounterName(group, name);
      if (what === 'paid' && measure === 'n') paidCounted += value;
      if (what.endsWith('text') && measure === 'n' && /delivered$/.test(String(said.status)))
        receiptsCounted += value;
    }
  return { paidCounted, receiptsCounted };
}
