import { createHash } from 'node:crypto';
import type { Database } from '#aws/database';
import { countStore } from '#aws/renewals/count-store';
import { changeIn, type StreamRecord } from '#aws/renewals/stream-record';
import { tally } from '#flows/renewals/tally';
import type { Item } from '#local/dynamodb/in-memory/attribute-values';
import { tableStream } from '#triggers';
import type { VirtualTime } from '../frame/virtual-time.ts';

/** A table that takes 2,400 writes a second and more has some dozen partitions, each a shard. */
const shardCount = 32;

/**
 * Lambda hands over at most 6 MB, and no longer waits once a batch is full. A change of this run
 * weighs 1.2 KB as JSON, and what Lambda writes around it some 0.5 KB.
 */
const full = Math.min(tableStream.batchSize, 3_500);
/** Milliseconds. */
const polledEvery = 250;

/**
 * The stream as Lambda reads it: shard by shard, in order, one batch at a time, of what came within
 * the gathering time or once a batch is full; a batch that fails comes again a second later.
 */
export function stormStream(database: Database) {
  const counts = countStore(database);
  const waiting = Array.from({ length: shardCount }, (): StreamRecord[] => []);
  let [written, failed, lastCounted] = [0, 0, 0];
  const backlog = () => waiting.reduce((sum, { length }) => sum + length, 0);

  async function count(shard: number, time: VirtualTime): Promise<void> {
    const queue = waiting[shard] ?? [];
    for (;;) {
      const until = time.now() + tableStream.gatherSeconds * 1_000;
      while (queue.length < full && time.now() < until) await time.sleep(polledEvery);
      const batch = queue.slice(0, full);
      if (batch.length === 0) continue;
      const changes = batch.map((record) => changeIn(record).change);
      try {
        await tally({ shard: `shardId-${shard}`, changes }, { counts });
        queue.splice(0, batch.length);
        lastCounted = time.now();
      } catch {
        failed += 1;
        await time.sleep(1_000);
      }
    }
  }

  return {
    changed(record: StreamRecord): void {
      const { pk } = (record.dynamodb?.Keys ?? {}) as Item;
      const name = pk?.S ?? '';
      if (!tableStream.keysFrom.some((start) => name.startsWith(start))) return;
      written += 1;
      waiting[createHash('sha256').update(name).digest().readUInt8() % shardCount]?.push(record);
    },
    begin: (time: VirtualTime): void => {
      for (const shard of waiting.keys()) void count(shard, time);
    },
    backlog,
    counts,
    result: () => ({ written, failed, lastCounted }),
  };
}
