import { createHash } from 'node:crypto';
import pMap from 'p-map';
import { type Database, type Write, write } from '#aws/database';
import { allRows, getRow, type Row } from '#aws/reading';
import { added, type Bucket, buckets, countsIn, most, moved } from '#aws/renewals/counter-rows';
import { cohortPlace, membersPlace } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import type { CounterItem, CounterPlace } from '#domain/renewals/counting/counts';
import type { CountStore } from '#flows/renewals/count-store';
import { type Key, keys } from '#table';

/** By the first digit of its hash: a shard always has the same bucket. */
const bucketOf = (shard: string): Bucket =>
  buckets[Number.parseInt(createHash('sha256').update(shard).digest('hex').slice(0, 1), 16)] ?? '0';

export const countStore = (database: Database): CountStore => ({
  most,

  async position(shard) {
    const { position } = (await getRow(database, keys.tally(shard))) ?? {};
    return position === undefined ? null : String(position);
  },

  async add(tallied) {
    const { shard, counts, archived } = tallied;
    const written = await write(
      database,
      notHeld,
      moved(tallied),
      ...added(bucketOf(shard), counts),
      ...added('kept', archived),
    );
    if (!written.done && written.refused[0] !== null)
      throw new Error(
        'Counting is held by a recount: it goes on when that has ended, or `npm run recount` was ' +
          'run again',
      );
    return written.done;
  },

  cohort: (month, dimension) =>
    sumsOf(database, {
      under: (bucket) => keys.cohort(month, bucket, `${dimension}#`),
      place: (name) => cohortPlace(month, name),
    }),

  members: () =>
    sumsOf(database, { under: (bucket) => keys.members(bucket, ''), place: membersPlace }),

  async firstImport() {
    const { on } = (await getRow(database, keys.firstImport)) ?? {};
    return on === undefined ? null : String(on);
  },

  async noteImport(on) {
    const earlier = 'attribute_not_exists(#on) OR #on > :on';
    await write(database, {
      update: keys.firstImport,
      to: 'SET #on = :on',
      if: earlier,
      values: { ':on': on },
    });
  },
});

const notHeld: Write = { check: keys.hold, if: 'attribute_not_exists(#pk)' };

/** `under`: where the items lie in a bucket · `place`: what the name of one stands for. */
type Items = Readonly<{ under: (bucket: string) => Key; place: (name: string) => CounterPlace }>;

async function sumsOf(
  database: Database,
  { under, place }: Items,
): Promise<readonly CounterItem[]> {
  const rows = await pMap(buckets, (bucket) => rowsUnder(database, under(bucket)), {
    concurrency: buckets.length,
  });
  return counterSums(rows.flat().flatMap((row) => countsIn(row, place))).items();
}

const rowsUnder = (database: Database, { pk, sk }: Key): Promise<readonly Row[]> =>
  sk === ''
    ? allRows(database, { where: '#pk = :pk', values: { ':pk': pk } })
    : allRows(database, {
        where: '#pk = :pk AND begins_with(#sk, :sk)',
        values: { ':pk': pk, ':sk': sk },
      });
