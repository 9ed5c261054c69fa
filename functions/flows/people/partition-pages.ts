import { zones } from '#domain/calendar/zones';
import type { Partition } from '#domain/people/worker';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Page } from '#flows/ports';

type Read = (partition: Partition, after: string | null, limit: number) => Promise<Page<string>>;
type Asked = Readonly<{
  month: string;
  zones?: readonly Partition['zone'][];
  shards: number;
  cursor: string | null;
  pageSize: number;
}>;
/** `workerId`: in a partition of an index, in whose order they are read. */
export type Placed = Readonly<{ partition: Partition; workerId: string }>;

/**
 * Zone by zone from west to east, shard by shard, by worker id within: one partition first, then as
 * many at once as the page still seems to need. The cursor is `<zone>|<shard>|<after>`.
 */
export async function pageOfPartitions(asked: Asked, read: Read): Promise<Page<Placed>> {
  const { month, shards, cursor, pageSize } = asked;
  const partitions = (asked.zones ?? zones).flatMap((zone) =>
    Array.from({ length: shards }, (_, shard) => ({ zone, shard, month })),
  );
  const { start, after } = placeIn(partitions, cursor);
  const items: Placed[] = [];
  for (let at = start, width = 1; at < partitions.length; ) {
    const room = pageSize - items.length;
    if (room === 0) return { items, next: cursorTo(partitions[at], '') };
    const wave = await Promise.all(
      partitions.slice(at, at + width).map(async (partition, index) => ({
        partition,
        page: await read(partition, at + index === start ? after : null, room),
      })),
    );
    const first = firstOf(wave, room);
    items.push(...first.items);
    if (first.next !== null) return { items, next: first.next };
    at += wave.length;
    width = nextWidth(width, { read: at - start, found: items.length, wanted: pageSize });
  }
  return { items, next: null };
}

/** `next` where not all of it is shown, or a partition has more. */
function firstOf(
  wave: readonly Readonly<{ partition: Partition; page: Page<string> }>[],
  room: number,
): Page<Placed> {
  const items: Placed[] = [];
  for (const { partition, page } of wave) {
    const shown = page.items.slice(0, room - items.length);
    items.push(...shown.map((workerId) => ({ partition, workerId })));
    const last = shown.length < page.items.length ? (shown.at(-1) ?? '') : page.next;
    if (last !== null) return { items, next: cursorTo(partition, last) };
  }
  return { items, next: null };
}

/** Where a list goes on of which this was the last that was shown. */
export const cursorAfter = ({ partition, workerId }: Placed): string =>
  cursorTo(partition, workerId);

const cursorTo = (partition: Partition | undefined, after: string): string =>
  `${partition?.zone}|${partition?.shard}|${after}`;

/** As many as the page needs, if the others hold as much as those that were read; else more. */
function nextWidth(
  width: number,
  { read, found, wanted }: Readonly<{ read: number; found: number; wanted: number }>,
): number {
  const needed = found > 0 ? Math.ceil(((wanted - found) * read) / found) : mostAtOnce;
  return Math.min(needed, width * 8, mostAtOnce);
}

/** The SDK keeps 50 connections to the table. */
const mostAtOnce = 32;

function placeIn(partitions: readonly Partition[], cursor: string | null) {
  if (!cursor) return { start: 0, after: null };
  const [zone, shard, after] = cursor.split('|');
  const start = partitions.findIndex((each) => each.zone === zone && String(each.shard) === shard);
  if (start >= 0) return { start, after: after || null };
  const value = JSON.stringify(cursor);
  throw refused('invalid', { path: 'cursor', value, ...problem('not-a-cursor') });
}
