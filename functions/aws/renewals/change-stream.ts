import { setTimeout as sleep } from 'node:timers/promises';
import { mostRecords, type StreamReader, type StreamShard } from '#aws/renewals/stream-reader';
import { changeIn } from '#aws/renewals/stream-record';
import type { ChangeBatch, RowChange } from '#flows/renewals/count-store';
import type { ChangeStream } from '#flows/renewals/recount-store';

/** So many empty answers in a row are the end. An open shard may answer nothing for a while. */
type Options = Readonly<{ quietReads: number }>;

/** Changes of counted rows, a shard's before its children's; all of them in memory. */
export const changeStream = (reader: StreamReader, { quietReads }: Options): ChangeStream => ({
  async since(position) {
    const read = new Map<string, RowChange[]>();
    let shards = await reader.shards([]);
    for (let known = 0; known < shards.length; ) {
      known = shards.length;
      for (const shard of parentsFirst(shards).filter(({ over }) => !over)) {
        const changes = read.get(shard.id) ?? [];
        read.set(shard.id, changes);
        const from = changes.at(-1)?.position ?? (await position(shard.id)) ?? undefined;
        await readOn(reader, shard, {
          changes,
          from,
          quietReads: isClosed(shard, shards) ? Number.POSITIVE_INFINITY : quietReads,
        });
      }
      // What came into a shard before it was closed comes before what its children have.
      shards = await reader.shards(shards);
    }
    return parentsFirst(shards).flatMap(({ id }) => batchOf(id, read.get(id) ?? []));
  },
});

const batchOf = (shard: string, changes: readonly RowChange[]): readonly ChangeBatch[] =>
  changes.length > 0 ? [{ shard, changes }] : [];

function parentsFirst(shards: readonly StreamShard[]): readonly StreamShard[] {
  const depthOf = ({ parent }: StreamShard): number => {
    const above = shards.find(({ id }) => id === parent);
    return above ? 1 + depthOf(above) : 0;
  };
  return shards.toSorted((left, right) => depthOf(left) - depthOf(right));
}

/** Only a shard with children is known to get no more records. */
const isClosed = ({ id }: StreamShard, shards: readonly StreamShard[]): boolean =>
  shards.some(({ parent }) => parent === id);

type Reading = Readonly<{ changes: RowChange[]; from: string | undefined; quietReads: number }>;

async function readOn(
  reader: StreamReader,
  shard: StreamShard,
  { changes, from, quietReads }: Reading,
): Promise<void> {
  for (let quiet = 0; quiet < quietReads && !shard.over; ) {
    const records = await reader.next(shard, from, mostRecords);
    for (const record of records) add(changes, changeIn(record).change);
    quiet = records.length > 0 ? 0 : quiet + 1;
    // A shard allows five reads a second.
    if (quiet > 0 && quiet < quietReads && !shard.over) await sleep(200);
  }
}

/** Of rows that are not counted only the last position is kept. */
function add(changes: RowChange[], change: RowChange): void {
  const last = changes.at(-1);
  if (last && !last.before && !last.after) changes.pop();
  changes.push(change);
}
