import { expect, it } from 'vitest';
import { keyOf } from '#aws/renewals/counter-rows';
import type { CounterItem } from '#domain/renewals/counting/counter';
import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { tally } from '#flows/renewals/tally';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { keys } from '#table';
import { tableStream } from '#triggers';
import { busyBatch } from './busy-day.ts';
import { rowSize } from './row-size.ts';

/**
 * A table of 42 million workers has some 840 GB, and its stream a shard for each 10 GB. Each shard
 * brings its share once in the time that changes are gathered.
 */
const shards = 84;
const { gatherSeconds, batchSize } = tableStream;
const batchesASecond = shards / gatherSeconds;

/** The batches of one shard, one after the other; answers what each partition was asked for. */
async function countBusyBatches(batches: number) {
  const memory = inMemoryPorts();
  const stored = new Map<string, CounterItem>();
  const units = new Map<string, number>();
  const rows: number[] = [];
  const spend = (pk: string, more: number) => units.set(pk, (units.get(pk) ?? 0) + more);

  const add: typeof memory.counts.add = async (tallied) => {
    const touched = counterSums(tallied.counts).items();
    rows.push(touched.length + 1);
    spend(keys.tallied(tallied.shard, tallied.lane).pk, 2);
    for (const item of touched) {
      const name = placeName(item.place);
      const now = { ...item, counts: { ...stored.get(name)?.counts, ...item.counts } };
      stored.set(name, now);
      spend(keyOf(item.place).pk, 2 * Math.ceil(rowSize(now) / 1_024));
    }
    return memory.counts.add(tallied);
  };
  for (let batch = 0; batch < batches; batch++) {
    const changes = busyBatch(batch, { share: 1 / shards, seconds: gatherSeconds });
    expect(changes.length).toBeLessThanOrEqual(batchSize);
    await tally({ shard: `shard-${batch}`, changes }, { counts: { ...memory.counts, add } });
  }
  return { units, rows };
}

it('no partition of counters is asked for half of the 1,000 write units that it has', async () => {
  const batches = 3;
  const { units } = await countBusyBatches(batches);
  const aSecondEach = [...units]
    .map(([pk, of]) => ({ pk, units: (of / batches) * batchesASecond }))
    .sort((one, other) => other.units - one.units);
  expect(aSecondEach.length).toBeGreaterThan(20);
  expect(aSecondEach[0]?.units).toBeLessThan(500);
});

it('a batch is one transaction a lane, of at most a hundred rows', async () => {
  const { rows } = await countBusyBatches(1);
  expect(Math.max(...rows)).toBeLessThanOrEqual(100);
  expect(rows.length).toBeLessThanOrEqual(25);
});
