import { type Database, type Write, write } from '#aws/database';
import { getRow } from '#aws/reading';
import { added, keyOf, moved } from '#aws/renewals/counter-rows';
import { idOf } from '#aws/renewals/exported-rows';
import type { CounterItem } from '#domain/renewals/counting/counter';
import type { RecountStore } from '#flows/renewals/recount-store';
import { type Key, keys } from '#table';

export const recountStore = (database: Database): RecountStore => ({
  async hold(recount) {
    await write(database, { update: keys.hold, to: 'SET #by = :by', values: { ':by': recount } });
    return (await getRow(database, keys.hold))?.changed === true;
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
