import { createHash } from 'node:crypto';
import pMap from 'p-map';
import { type Database, type Write, write } from '#aws/database';
import { allRows, getRow, type Row } from '#aws/reading';
import { cohortPlace, membersPlace, placeName } from '#domain/counter-place';
import { counterSums } from '#domain/counter-sums';
import type { Count, CounterItem, CounterPlace } from '#domain/counts';
import type { CountStore, Tallied } from '#flows/ports';
import { type Key, keys } from '#table';

/** A transaction takes 100 items, one of which is the position; an expression takes 4 KB, which are 300 counters by the names they have here. */
const most = { places: 99, names: 200 } as const;

/**
 * A shard of the stream is counted by one invocation at a time and writes into the bucket of its own: writers seldom meet, and no item has to bear them all.
 * `kept` is apart, so that `recount` can build the others anew from the rows.
 */
const buckets = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'kept'] as const;
const bucketOf = (shard: string): string => createHash('sha256').update(shard).digest('hex').slice(0, 1);

export const countStore = (database: Database): CountStore => ({
  most,

  async position(shard) {
    const { position } = (await getRow(database, keys.tally(shard))) ?? {};
    return position === undefined ? null : String(position);
  },

  async add(tallied) {
    const { shard, counts, kept } = tallied;
    const written = await write(database, moved(tallied), ...added(bucketOf(shard), counts), ...added('kept', kept));
    return written.done;
  },

  cohort: (month, dimension) =>
    sumsOf(database, { under: (bucket) => keys.cohort(month, bucket, `${dimension}#`), place: (name) => cohortPlace(month, name) }),

  members: () => sumsOf(database, { under: (bucket) => keys.members(bucket, ''), place: membersPlace }),

  async firstImport() {
    const { on } = (await getRow(database, keys.firstImport)) ?? {};
    return on === undefined ? null : String(on);
  },

  async noteImport(on) {
    const earlier = 'attribute_not_exists(#on) OR #on > :on';
    await write(database, { update: keys.firstImport, to: 'SET #on = :on', if: earlier, values: { ':on': on } });
  },
});

/** The stream forgets after a day. A week later nobody can ask for what lies before this position any more, and its shard is closed long since. */
function moved({ shard, from, to }: Tallied): Write {
  const expiresAt = Math.floor(Date.now() / 1_000) + 7 * 24 * 3_600;
  return {
    update: keys.tally(shard),
    to: 'SET #position = :to, #expiresAt = :expiresAt',
    if: from === null ? 'attribute_not_exists(#position)' : '#position = :from',
    values: { ':to': to, ':expiresAt': expiresAt, ...(from === null ? {} : { ':from': from }) },
  };
}

const added = (bucket: string, counts: readonly Count[]): readonly Write[] =>
  counterSums(counts)
    .items()
    .map((item) => addedTo(keyOf(item.place, bucket), Object.entries(item.counts)));

/** Counters are attributes of their own, whose names hold dots and dashes: in the expression they are numbered. */
const addedTo = (key: Key, counts: readonly (readonly [string, number])[]): Write => ({
  update: key,
  to: `ADD ${counts.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
  names: Object.fromEntries(counts.map(([name], index) => [`#n${index}`, name])),
  values: Object.fromEntries(counts.map(([, by], index) => [`:n${index}`, by])),
});

const keyOf = (place: CounterPlace, bucket: string): Key =>
  place.of === 'cohort' ? keys.cohort(place.month, bucket, placeName(place)) : keys.members(bucket, placeName(place));

/** `under` says where the items lie in a bucket, `place` what the name of one stands for. */
type Items = Readonly<{ under: (bucket: string) => Key; place: (name: string) => CounterPlace }>;

async function sumsOf(database: Database, { under, place }: Items): Promise<readonly CounterItem[]> {
  const rows = await pMap(buckets, (bucket) => rowsUnder(database, under(bucket)), { concurrency: buckets.length });
  return counterSums(rows.flat().flatMap((row) => countsIn(row, place))).items();
}

const rowsUnder = (database: Database, { pk, sk }: Key): Promise<readonly Row[]> =>
  sk === ''
    ? allRows(database, { where: '#pk = :pk', values: { ':pk': pk } })
    : allRows(database, { where: '#pk = :pk AND begins_with(#sk, :sk)', values: { ':pk': pk, ':sk': sk } });

function countsIn({ pk, sk, ...counters }: Row, placeOf: Items['place']): readonly Count[] {
  const place = placeOf(String(sk));
  return Object.entries(counters).map(([name, by]) => {
    if (!Number.isSafeInteger(by)) throw new Error(`The counter ${name} of ${pk} ${sk} is no whole number: ${by}`);
    return { place, name, by: Number(by) };
  });
}
