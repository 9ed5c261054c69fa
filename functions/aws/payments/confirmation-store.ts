import pMap from 'p-map';
import { type Database, write } from '#aws/database';
import { confirmationKey, readConfirmation } from '#aws/payments/confirmation-rows';
import { firstPage, getRows, type Row } from '#aws/reading';
import type { Zone } from '#domain/calendar/zones';
import type { ConfirmationStore, Waiting } from '#flows/payments/payment-store';
import { keys } from '#table';

type Sharded = Database & Readonly<{ shards: number }>;

/** A queue in the table, in as many pieces as slices are: its row comes with the payment. */
export const confirmationStore = (database: Sharded): ConfirmationStore => ({
  async waiting(zone) {
    const shards = Array.from({ length: database.shards }, (_, shard) => shard);
    return (
      await pMap(shards, (shard) => firstOfMonths(database, zone, shard), { concurrency: 16 })
    ).flat();
  },

  async page(of, after, limit) {
    const { pk, sk: first } = keys.confirmation(of, '');
    const { rows, more } = await firstPage(database, {
      where: '#pk = :pk AND #sk BETWEEN :from AND :to',
      // All ids are equally long: what follows one, and nothing more, comes before the next.
      values: { ':pk': pk, ':from': after === null ? first : `${first}${after}!`, ':to': end(of) },
      limit,
    });
    const ids = rows.map((row) => String(row.sk).slice(first.length));
    return { items: ids, next: more ? (ids.at(-1) ?? null) : null };
  },

  async of(partition, workerIds) {
    const rows = await getRows(
      database,
      workerIds.map((workerId) => keys.confirmation(partition, workerId)),
    );
    return rows.flatMap((row) => readConfirmation(row) ?? []);
  },

  async drop(confirmation) {
    await write(database, {
      remove: confirmationKey(confirmation, database.shards),
      if: '#channel = :channel AND #reference = :reference',
      values: { ':channel': confirmation.channel, ':reference': confirmation.reference },
    });
  },
});

/** After all of the month's sort keys: `$` follows `#`. */
const end = ({ month }: Pick<Waiting, 'month'>): string => `${month}$`;

/** One query finds one month, and one more finds no other: few are paid for at a time. */
async function firstOfMonths(
  database: Sharded,
  zone: Zone,
  shard: number,
): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = [];
  const { pk } = keys.confirmation({ zone, shard, month: '' }, '');
  for (let after = '#'; ; ) {
    const values = { ':pk': pk, ':after': after };
    const query = { where: '#pk = :pk AND #sk > :after', values, limit: 1 };
    const [row] = (await firstPage(database, query)).rows;
    if (!row) return waiting;
    const month = String(row.sk).slice(0, '2026-11'.length);
    waiting.push({ zone, shard, month, at: recordedAt(row) });
    after = end({ month });
  }
}

const recordedAt = ({ at }: Row): string => (typeof at === 'string' ? at : '');
