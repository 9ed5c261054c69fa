import { zones } from '#domain/calendar/zones';
import type { Partition } from '#domain/people/worker';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Page } from '#flows/ports';

type Read<T> = (
  partition: Partition,
  after: string | null,
  limit: number,
) => Promise<Readonly<{ found: readonly T[]; next: string | null }>>;
type Asked = Readonly<{
  month: string;
  zones?: readonly Partition['zone'][];
  shards: number;
  cursor: string | null;
  pageSize: number;
}>;

/** Zone by zone and shard by shard. The cursor is `<zone>|<shard>|<after>`. */
export async function pageOfPartitions<T>(asked: Asked, read: Read<T>): Promise<Page<T>> {
  const { month, shards, cursor, pageSize } = asked;
  const partitions = (asked.zones ?? zones).flatMap((zone) =>
    Array.from({ length: shards }, (_, shard) => ({ zone, shard, month })),
  );
  const { start, after } = placeIn(partitions, cursor);
  const items: T[] = [];
  for (const [index, partition] of partitions.slice(start).entries()) {
    const { found, next } = await read(
      partition,
      index === 0 ? after : null,
      pageSize - items.length,
    );
    items.push(...found);
    if (next) return { items, next: `${partition.zone}|${partition.shard}|${next}` };
    const following = partitions[start + index + 1];
    if (items.length >= pageSize && following)
      return { items, next: `${following.zone}|${following.shard}|` };
  }
  return { items, next: null };
}

function placeIn(partitions: readonly Partition[], cursor: string | null) {
  if (!cursor) return { start: 0, after: null };
  const [zone, shard, after] = cursor.split('|');
  const start = partitions.findIndex((each) => each.zone === zone && String(each.shard) === shard);
  if (start >= 0) return { start, after: after || null };
  const value = JSON.stringify(cursor);
  throw refused('invalid', { path: 'cursor', value, ...problem('not-a-cursor') });
}
