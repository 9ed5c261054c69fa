import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type Database, type Write, write } from '#aws/database';
import { getRow, type Row } from '#aws/reading';
import { added, countsIn, keyOf, moved } from '#aws/renewals/counter-rows';
import { countedRow } from '#aws/renewals/stream-record';
import type { CounterItem } from '#domain/renewals/counting/counts';
import { placeIn } from '#domain/renewals/counting/lanes';
import type { FoundItem, RecountStore } from '#flows/renewals/recount-store';
import { type Key, keys } from '#table';

export const recountStore = (database: Database): RecountStore => ({
  async hold(recount) {
    await write(database, { update: keys.hold, to: 'SET #by = :by', values: { ':by': recount } });
    return (await getRow(database, keys.hold))?.changed === true;
  },

  async walk(after) {
    const { Items = [], LastEvaluatedKey } = await database.client.send(
      new ScanCommand({
        TableName: database.tableName,
        ConsistentRead: true,
        FilterExpression: 'begins_with(pk, :worker) OR begins_with(pk, :counter)',
        ExpressionAttributeValues: { ':worker': 'WRK#', ':counter': counter },
        ...(after === null ? {} : { ExclusiveStartKey: JSON.parse(after) }),
      }),
    );
    return {
      rows: Items.flatMap((row) => countedRow(row) ?? []),
      found: Items.flatMap((row) => foundIn(row) ?? []),
      next: LastEvaluatedKey ? JSON.stringify(LastEvaluatedKey) : null,
    };
  },

  pass: (recount, { archived, ...from }) =>
    change(database, recount, moved(from), ...added('kept', archived)),

  async replace(recount, right, found) {
    const puts = right.map((item) => put(item));
    const places = new Set(puts.map(({ id }) => id));
    const removes = found
      .filter(({ id }) => !places.has(id))
      .map(({ id }) => ({ remove: JSON.parse(id) as Key }));
    const writes = [...puts.map(({ write }) => write), ...removes];
    for (let index = 0; index < writes.length; index += atOnce)
      await change(database, recount, ...writes.slice(index, index + atOnce));
  },

  async release(recount) {
    const { done } = await write(database, {
      remove: keys.hold,
      if: 'attribute_not_exists(#pk) OR #by = :by',
      values: { ':by': recount },
    });
    if (!done) throw new Error(takenOver);
  },
});

const counter = 'COUNT#';

/** A transaction takes 100 rows, and one is the hold. */
const atOnce = 99;

const takenOver = 'Another recount has begun meanwhile, and this one has ended: nothing is lost';

/** False where what is written beside the hold was refused. */
async function change(
  database: Database,
  recount: string,
  ...writes: readonly Write[]
): Promise<boolean> {
  const held: Write = {
    update: keys.hold,
    to: 'SET #changed = :yes',
    if: '#by = :by',
    values: { ':by': recount, ':yes': true },
  };
  const written = await write(database, held, ...writes);
  if (!written.done && written.refused[0] !== null) throw new Error(takenOver);
  return written.done;
}

function put({ place, counts }: CounterItem) {
  const key = keyOf(place);
  return { id: idOf(key), write: { put: { ...key, ...counts } } satisfies Write };
}

const idOf = ({ pk, sk }: Key): string => JSON.stringify({ pk, sk });

/** Undefined where the row is not a counter of stored rows. */
function foundIn(row: Row): FoundItem | undefined {
  const [pk, sk] = [String(row.pk), String(row.sk)];
  return pk.startsWith(counter) ? { id: idOf({ pk, sk }), item: itemIn(row) } : undefined;
}

/** A counter that came to nothing is still there, as 0. */
function itemIn(row: Row): CounterItem | null {
  try {
    const counts = countsIn(row);
    return {
      place: placeIn(String(row.pk).slice(counter.length), String(row.sk)),
      counts: Object.fromEntries(counts.map(({ name, by }) => [name, by])),
    };
  } catch {
    return null;
  }
}
