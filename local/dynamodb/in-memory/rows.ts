import { type Item, keyOf } from '#local/dynamodb/in-memory/attribute-values';
import { type Key, table } from '#table';

type IndexName = keyof typeof table.indexes;

/** The rows of a partition or of an index's partition, by their sort key. */
type Partition = Readonly<{ order: string[]; items: Map<string, Item> }>;

export type Rows = ReturnType<typeof sortedRows>;

/** A table and its indexes in memory, sorted as DynamoDB sorts them. */
export function sortedRows() {
  const partitions = new Map<string, Partition>();
  const indexes = new Map<string, Partition>();
  const moveIn = (index: IndexName, before: Item | undefined, after: Item | undefined) => {
    const [was, is] = [placeIn(index, before), placeIn(index, after)];
    if (was && (was.pk !== is?.pk || was.sk !== is.sk)) drop(indexes, was);
    if (is && after) put(indexes, is, after);
  };
  return {
    get: ({ pk, sk }: Key): Item | undefined => partitions.get(pk)?.items.get(sk),

    /** Without `after` the row goes. */
    set(key: Key, after: Item | undefined): void {
      const before = partitions.get(key.pk)?.items.get(key.sk);
      if (after) put(partitions, key, after);
      else drop(partitions, key);
      for (const index of indexNames) moveIn(index, before, after);
    },

    /** From the one after `from` on, in the order of the sort key or against it. */
    *within({ index, pk, from, newestFirst }: Range): Generator<Item> {
      const partition = index ? indexes.get(`${index} ${pk}`) : partitions.get(pk);
      if (!partition) return;
      const { order, items } = partition;
      const start = from && (index ? placeIn(index, from)?.sk : keyOf(from).sk);
      const [first, step] = newestFirst
        ? [start === undefined ? order.length - 1 : placeOf(order, start) - 1, -1]
        : [start === undefined ? 0 : placeAfter(order, start), 1];
      for (let at = first; at >= 0 && at < order.length; at += step) {
        const item = items.get(order[at] ?? '');
        if (item) yield item;
      }
    },

    *all(): Generator<Item> {
      for (const { order, items } of partitions.values())
        for (const sk of order) {
          const item = items.get(sk);
          if (item) yield item;
        }
    },
  };
}

export type Range = Readonly<{
  index: IndexName | undefined;
  pk: string;
  from: Item | undefined;
  newestFirst: boolean;
}>;

export const indexNames = Object.keys(table.indexes) as readonly IndexName[];

/** Several rows may have the same keys of an index: the table's own keys tell them apart. */
export function placeIn(index: IndexName, item: Item | undefined): Key | undefined {
  const { partitionKey, sortKey } = table.indexes[index];
  const [pk, sk] = [item?.[partitionKey]?.S, item?.[sortKey]?.S];
  if (!item || pk === undefined || sk === undefined) return undefined;
  const own = keyOf(item);
  return { pk: `${index} ${pk}`, sk: [sk, own.pk, own.sk].join('\0') };
}

function put(partitions: Map<string, Partition>, { pk, sk }: Key, item: Item): void {
  const partition = partitions.get(pk) ?? { order: [], items: new Map() };
  partitions.set(pk, partition);
  if (!partition.items.has(sk)) partition.order.splice(placeOf(partition.order, sk), 0, sk);
  partition.items.set(sk, item);
}

function drop(partitions: Map<string, Partition>, { pk, sk }: Key): void {
  const partition = partitions.get(pk);
  if (!partition?.items.delete(sk)) return;
  partition.order.splice(placeOf(partition.order, sk), 1);
  if (partition.order.length === 0) partitions.delete(pk);
}

/** Where it stands, or would: the first that is not below it. */
function placeOf(order: readonly string[], sk: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? '') < sk) low = middle + 1;
    else high = middle;
  }
  return low;
}

const placeAfter = (order: readonly string[], sk: string): number => {
  const at = placeOf(order, sk);
  return order[at] === sk ? at + 1 : at;
};
