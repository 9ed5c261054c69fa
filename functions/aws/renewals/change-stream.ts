import { mostRecords, type StreamReader, type StreamShard } from '#aws/renewals/stream-reader';
import { changeIn } from '#aws/renewals/stream-record';
import type { Clock } from '#flows/ports';
import type { ChangeBatch, RowChange } from '#flows/renewals/count-store';
import type { ChangeStream, Changes } from '#flows/renewals/recount-store';

/** Where changes lie until they are gone through, in the order in which they were added. */
export type KeptChanges = AsyncIterable<ChangeBatch> & { add(batch: ChangeBatch): Promise<void> };

/** `skewMilliseconds`: between the clocks · `quietReads`: so many empty answers end a shard. */
export type Reading = Readonly<{
  clock: Clock;
  kept: KeptChanges;
  skewMilliseconds: number;
  quietReads: number;
}>;

/**
 * Changes of counted rows, a shard's before its children's. An open shard has no end: it is read to
 * the first change later than the beginning of the reading.
 */
export const changeStream = (reader: StreamReader, reading: Reading): ChangeStream => ({
  async since(position): Promise<Changes> {
    const lateFrom = Date.parse(reading.clock.now()) + reading.skewMilliseconds;
    const read = new Set<string>();
    const unended = new Set<string>();
    let shards = await reader.shards([]);
    for (let next = nextOf(shards, read); next.length > 0; next = nextOf(shards, read)) {
      await Promise.all(
        next.map(async (shard) => {
          // Without the rest of its parent what a child has would come too early.
          if (unended.has(shard.parent ?? '')) return;
          const quietReads = isClosed(shard, shards)
            ? Number.POSITIVE_INFINITY
            : reading.quietReads;
          const from = (await position(shard.id)) ?? undefined;
          await readOn({ reader, shard, from, lateFrom, ...reading, quietReads });
        }),
      );
      for (const shard of next) {
        read.add(shard.id);
        if (!shard.over) unended.add(shard.id);
      }
      shards = await reader.shards(shards);
    }
    return reading.kept;
  },
});

/** Unread, their parents read. As one comes another goes: how many there are tells nothing. */
const nextOf = (
  shards: readonly StreamShard[],
  read: ReadonlySet<string>,
): readonly StreamShard[] =>
  shards.filter(
    ({ id, parent }) =>
      !read.has(id) && !shards.some((other) => other.id === parent && !read.has(other.id)),
  );

/** Only a shard with children is known to get no more records. */
const isClosed = ({ id }: StreamShard, shards: readonly StreamShard[]): boolean =>
  shards.some(({ parent }) => parent === id);

type OneShard = Reading &
  Readonly<{
    reader: StreamReader;
    shard: StreamShard;
    from: string | undefined;
    lateFrom: number;
  }>;

async function readOn({ reader, shard, from, kept, ...until }: OneShard): Promise<void> {
  let [last, held]: [string | undefined, RowChange | undefined] = [from, undefined];
  const keep = async (...changes: readonly RowChange[]): Promise<void> => {
    if (changes.length > 0) await kept.add({ shard: shard.id, changes });
  };
  for (let quiet = 0; ; ) {
    const records = await reader.next(shard, last, mostRecords);
    const changes = counted([
      ...(held ? [held] : []),
      ...records.map((each) => changeIn(each).change),
    ]);
    last = changes.at(-1)?.position ?? last;
    held = isCounted(changes.at(-1)) ? undefined : changes.pop();
    await keep(...changes);
    quiet = records.length > 0 ? 0 : quiet + 1;
    const isLate = records.some(
      ({ dynamodb }) => Number(dynamodb?.ApproximateCreationDateTime ?? 0) > until.lateFrom,
    );
    if (shard.over || isLate || quiet >= until.quietReads) break;
    // A shard allows five reads a second.
    await until.clock.sleep(200);
  }
  if (held) await keep(held);
}

const isCounted = (change: RowChange | undefined): boolean =>
  Boolean(change?.before || change?.after);

/** Of rows that are not counted only the last position is kept. */
const counted = (changes: readonly RowChange[]): RowChange[] =>
  changes.filter((change, index) => isCounted(change) || index === changes.length - 1);
