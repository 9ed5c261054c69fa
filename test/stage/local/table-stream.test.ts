import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StreamReader, StreamRecord, StreamShard } from '#aws/renewals/stream-reader';
import { startTableStream, type TableStream } from '#local/dynamodb/table-stream';
import { openState, type State } from '#local/state';
import { until } from '../process.ts';

let folder: string;
let state: State;
let stream: TableStream | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingat-stream-'));
  state = openState(join(folder, 'state.sqlite'));
});
afterEach(() => {
  stream?.stop();
  if (state.database.isOpen) state.close();
  rmSync(folder, { recursive: true });
});

type Made = { id: string; parent?: string; closed?: boolean; keys: string[] };

/** A stream of made-up shards, whose records are numbered from 1 in each. */
function readerOf(shards: Made[]): StreamReader {
  const recordOf = (pk: string, index: number): StreamRecord => ({
    eventName: 'INSERT',
    dynamodb: {
      Keys: { pk: { S: pk }, sk: { S: 'WRK' } },
      SequenceNumber: String(index + 1),
      ApproximateCreationDateTime: new Date(1_000),
    },
  });
  return {
    shards: async (known) =>
      shards.map(
        ({ id, parent }): StreamShard =>
          known.find((shard) => shard.id === id) ?? {
            id,
            arn: 'arn:stream',
            parent,
            iterator: undefined,
            over: false,
          },
      ),
    async next(shard, position, most) {
      const { keys, closed = false } = shards.find(({ id }) => id === shard.id) ?? { keys: [] };
      const from = Number(shard.iterator ?? position ?? 0);
      const records = keys.map(recordOf).slice(from, from + most);
      shard.iterator = String(from + records.length);
      shard.over = closed && from + records.length === keys.length;
      return records;
    },
    stop: () => undefined,
  };
}

type Event = Readonly<{
  shardId: string;
  Records: readonly { dynamodb: { SequenceNumber: string } }[];
}>;

/** What the handler was given and took, as `shard 1-1000`; it fails as often as it is told. */
function start(shards: Made[], { failures = 0 } = {}) {
  const taken: string[] = [];
  let failed = 0;
  const invoke = async (_: string, event: unknown): Promise<void> => {
    const { shardId, Records } = event as Event;
    const numbers = Records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    if (failed < failures) {
      failed += 1;
      throw new Error('made up');
    }
    taken.push(`${shardId} ${numbers[0]}-${numbers.at(-1)}`);
  };
  const saw: unknown[] = [];
  stream = startTableStream({
    saw: (records) => void saw.push(...records),
    reader: readerOf(shards),
    state,
    lambda: { invoke },
    log: { failed: () => undefined },
    faults: { isOff: () => false, isBroken: () => false },
    letters: { bury: () => undefined },
    cloudwatch: { put: () => undefined },
  });
  return { taken, stream, saw, failed: () => failed };
}

const workers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `WRK#${index}`);

it('is handed over in batches, in order, without what is not under workers', async () => {
  const { taken, stream, saw } = start([
    { id: 'a', keys: [...workers(1_500), 'COUNT#sector.0', 'TALLY'] },
    { id: 'b', keys: ['PLAN'] },
  ]);
  await stream.caughtUp();
  expect(taken).toEqual(['a 1-1000', 'a 1001-1500']);
  // The dry runs hear of all of it.
  expect(saw).toHaveLength(1_503);
});

it('comes again where the handler failed, and nothing behind it before it', async () => {
  const { taken, stream } = start([{ id: 'a', keys: workers(1_500) }], { failures: 3 });
  await stream.caughtUp();
  expect(taken).toEqual(['a 1-1000', 'a 1001-1500']);
});

it('goes on at the next start where it was taken to the end', async () => {
  const shards = [{ id: 'a', keys: workers(3) }];
  const first = start(shards);
  await first.stream.caughtUp();
  first.stream.stop();
  shards[0]?.keys.push(...workers(2));
  const second = start(shards);
  await second.stream.caughtUp();
  expect([first.taken, second.taken]).toEqual([['a 1-3'], ['a 4-5']]);
});

it('comes again at the next start where it was not taken', async () => {
  const shards = [{ id: 'a', keys: workers(3) }];
  const first = start(shards, { failures: 1_000 });
  const caughtUp = first.stream.caughtUp();
  await until(() => first.failed() > 0);
  first.stream.stop();
  await caughtUp;
  const second = start(shards);
  await second.stream.caughtUp();
  expect([first.taken, second.taken]).toEqual([[], ['a 1-3']]);
});

it('goes from a shard that is closed to those that follow it, and not to them before', async () => {
  const shards: Made[] = [
    { id: 'child', parent: 'a', keys: workers(1) },
    { id: 'a', keys: workers(2) },
  ];
  const { taken, stream } = start(shards);
  await stream.caughtUp();
  Object.assign(shards[1] ?? {}, { closed: true, keys: workers(3) });
  shards.push({ id: 'second child', parent: 'a', keys: workers(4) });
  await stream.caughtUp();
  expect(taken).toEqual(['a 1-2', 'a 3-3', 'child 1-1', 'second child 1-4']);
});

it('is handed over in time although nobody asks', async () => {
  const { taken } = start([{ id: 'a', keys: workers(1) }]);
  await until(() => taken.length > 0);
  expect(taken).toEqual(['a 1-1']);
});
