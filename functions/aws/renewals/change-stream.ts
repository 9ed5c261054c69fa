import { mostRecords, type StreamReader, type StreamShard } from '#aws/renewals/stream-reader';
import { changeIn } from '#aws/renewals/stream-record';
import type { Clock } from '#flows/ports';
import type { RowChange } from '#flows/renewals/count-store';
import type { ChangeStream } from '#flows/renewals/recount-store';

/**
 * `skewMilliseconds`: by how much this clock and the stream's may differ · `quietReads`: an open
 * shard that answers nothing so often in a row has nothing more.
 */
export type Reading = Readonly<{ clock: Clock; skewMilliseconds: number; quietReads: number }>;

/**
 * Changes of counted rows, a shard's before its children's; all of them in memory. A shard is read
 * to its end or, since an open one has none while rows are written, to the first change that is
 * later than the beginning of the reading.
 */
export const changeStream = (reader: StreamReader, reading: Reading): ChangeStream => ({
  async since(position) {
    const lateFrom = Date.parse(reading.clock.now()) + reading.skewMilliseconds;
    const read = new Map<string, readonly RowChange[]>();
    const unended = new Set<string>();
    let shards = await reader.shards([]);
    for (let next = nextOf(shards, read); next.length > 0; next = nextOf(shards, read)) {
      const found = await Promise.all(
        next.map(async (shard) => {
          // Without the rest of its parent what a child has would come too early.
          if (unended.has(shard.parent ?? '')) return [];
          const quietReads = isClosed(shard, shards)
            ? Number.POSITIVE_INFINITY
            : reading.quietReads;
          const from = (await position(shard.id)) ?? undefined;
          return readOn({ reader, shard, from, lateFrom, ...reading, quietReads });
        }),
      );
      for (const [index, shard] of next.entries()) {
        read.set(shard.id, found[index] ?? []);
        if (!shard.over) unended.add(shard.id);
      }
      shards = await reader.shards(shards);
    }
    return [...read]
      .filter(([, changes]) => changes.length > 0)
      .map(([shard, changes]) => ({ shard, changes }));
  },
});

/** Unread, their parents read. As one comes another goes: how many there are tells nothing. */
const nextOf = (
  shards: readonly StreamShard[],
  read: ReadonlyMap<string, unknown>,
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

async function readOn({ reader, shard, from, ...until }: OneShard): Promise<readonly RowChange[]> {
  const changes: RowChange[] = [];
  for (let quiet = 0; ; ) {
    const records = await reader.next(shard, changes.at(-1)?.position ?? from, mostRecords);
    for (const record of records) add(changes, changeIn(record).change);
    quiet = records.length > 0 ? 0 : quiet + 1;
    const isLate = records.some(
      ({ dynamodb }) => Number(dynamodb?.ApproximateCreationDateTime ?? 0) > until.lateFrom,
    );
    if (shard.over || isLate || quiet >= until.quietReads) return changes;
    // A shard allows five reads a second.
    await until.clock.sleep(200);
  }
}

/** Of rows that are not counted only the last position is kept. */
function add(changes: RowChange[], change: RowChange): void {
  const last = changes.at(-1);
  if (last && !last.before && !last.after) changes.pop();
  changes.push(change);
}
