import pMap from 'p-map';
import { type Database, write } from '#aws/database';
import { allRows, getRow, type Row } from '#aws/reading';
import { added, counterKeys, countsIn, most, moved, movedTo } from '#aws/renewals/counter-rows';
import type { CounterItem } from '#domain/renewals/counting/counter';
import { namesBetween, paidIn, recordedBetween } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { everyLane, lanesOf } from '#domain/renewals/counting/lanes';
import type { CountStore } from '#flows/renewals/count-store';
import { keys } from '#table';

export const countStore = (database: Database): CountStore => ({
  most,

  isHeld: async () => (await getRow(database, keys.hold)) !== undefined,

  async positions(shard) {
    const rows = await allRows(database, {
      where: '#pk = :pk',
      values: { ':pk': keys.tallied(shard, '').pk },
    });
    return new Map(rows.map(({ sk, position }) => [String(sk), String(position)]));
  },

  async add(tallied) {
    const { counts, archived } = tallied;
    const { done } = await write(
      database,
      moved(tallied),
      ...added('counted', counts),
      ...added('kept', archived),
    );
    return done;
  },

  async moveOn(shard, to) {
    await write(database, movedTo(shard, everyLane, to));
  },

  cohorts: ({ from, to }, dimension) =>
    sumsOf(database, lanesOf(dimension), namesBetween(from, to)),

  members: () => sumsOf(database, lanesOf('members'), ['!', '~']),

  recordedIn: ({ from, to }) => sumsOf(database, lanesOf('receipts'), recordedBetween(from, to)),

  paidIn: (month) => sumsOf(database, lanesOf('receipts'), paidIn(month)),

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

/** The counters whose names lie between these two, with what rows that are gone had added. */
async function sumsOf(
  database: Database,
  lanes: readonly string[],
  [first, last]: readonly [string, string],
): Promise<readonly CounterItem[]> {
  const partitions = lanes.flatMap((lane) =>
    Object.values(counterKeys).map((keyIn) => keyIn(lane, '').pk),
  );
  const rows: readonly (readonly Row[])[] = await pMap(
    partitions,
    (pk) =>
      allRows(database, {
        where: '#pk = :pk AND #sk BETWEEN :first AND :last',
        values: { ':pk': pk, ':first': first, ':last': last },
      }),
    { concurrency: 8 },
  );
  return counterSums(rows.flat().flatMap(countsIn)).items();
}
