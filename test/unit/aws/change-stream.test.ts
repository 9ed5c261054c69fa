import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { changeStream } from '#aws/renewals/change-stream';
import type { StreamReader, StreamRecord } from '#aws/renewals/stream-reader';
import { keys } from '#table';
import { keptChanges } from '../../../bin/recount/kept-changes.ts';
import { aWorker } from '../../builders.ts';

const siti = aWorker();

/**
 * `answers`: records by number for each read, `-` for an uncounted one, and `@` with the second of
 * its creation. `closed`: the shard ends there.
 */
type Made = { id: string; parent?: string; answers: string[][]; closed?: boolean };

const recordOf = (made: string): StreamRecord => {
  const [number = '', second = '0'] = made.split('@');
  const counted = !number.startsWith('-');
  const row = counted ? { ...keys.worker(siti.workerId), ...siti } : keys.hold;
  return {
    eventName: 'INSERT',
    dynamodb: {
      Keys: marshall({ pk: row.pk, sk: row.sk }),
      ApproximateCreationDateTime: new Date(Number(second) * 1_000),
      SequenceNumber: number.replace('-', ''),
      NewImage: marshall(row, { removeUndefinedValues: true }),
    },
  } as StreamRecord;
};

/** A stream whose shards may change with each listing; `after` gathers where each was read from. */
function readerOf(listings: readonly (readonly Made[])[]) {
  const after: string[] = [];
  let listed = -1;
  const now = (): readonly Made[] => listings[Math.min(listed, listings.length - 1)] ?? [];
  const reader: StreamReader = {
    async shards(known) {
      listed += 1;
      return now().map(
        ({ id, parent }) =>
          known.find((shard) => shard.id === id) ?? {
            id,
            arn: 'arn:stream',
            parent,
            iterator: undefined,
            over: false,
          },
      );
    },
    async next(shard, position) {
      if (shard.iterator === undefined) after.push(`${shard.id} ${position ?? 'begin'}`);
      shard.iterator = 'on';
      const made = now().find(({ id }) => id === shard.id);
      const records = made?.answers.shift() ?? [];
      shard.over = made?.closed === true && made.answers.length === 0;
      return records.map(recordOf);
    },
    stop: () => undefined,
  };
  return { reader, after };
}

/** `shard 1 2`, one line a shard. The reading begins at second 100, and clocks differ by 10. */
async function read(
  listings: readonly (readonly Made[])[],
  positions: Readonly<Record<string, string>> = {},
  quietReads = 1,
) {
  const { reader, after } = readerOf(listings);
  let slept = 0;
  const clock = {
    now: () => new Date(100_000).toISOString(),
    async sleep(milliseconds: number) {
      slept += milliseconds;
      if (slept > 60_000) throw new Error('It reads for ever');
    },
  };
  const folder = mkdtempSync(join(tmpdir(), 'ingat-changes-'));
  const options = { clock, kept: keptChanges(folder), skewMilliseconds: 10_000, quietReads };
  const found = await changeStream(reader, options).since(
    async (shard) => positions[shard] ?? null,
  );
  const read = new Map<string, string[]>();
  for await (const { shard, changes } of found)
    read.set(shard, [...(read.get(shard) ?? []), ...changes.map(({ position }) => position)]);
  rmSync(folder, { recursive: true });
  return {
    slept,
    lines: [...read].map(([shard, numbers]) => [shard, ...numbers].join(' ')),
    after,
  };
}

it('reads each shard from its position, a shard before its children', async () => {
  const child: Made = { id: 'child', parent: 'parent', answers: [['7', '8']] };
  const parent: Made = { id: 'parent', answers: [['5'], ['6']], closed: true };
  const { lines, after } = await read([[child, parent, { id: 'quiet', answers: [] }]], {
    parent: '4',
  });
  expect(lines).toEqual(['parent 5 6', 'child 7 8']);
  expect(after).toEqual(['parent 4', 'quiet begin', 'child begin']);
});

it('of rows that are not counted it keeps the last position alone', async () => {
  expect(
    (await read([[{ id: 'shard', answers: [['-1', '-2', '3', '-4'], ['-5']] }]])).lines,
  ).toEqual(['shard 3 5']);
});

it('reads on over answers without a record, as often as it is told', async () => {
  const shard = () => [{ id: 'shard', answers: [['1'], [], [], ['2']] }];
  expect((await read([shard()], {}, 3)).lines).toEqual(['shard 1 2']);
  expect((await read([shard()], {}, 2)).lines).toEqual(['shard 1']);
});

it('ends amid steady writing, with the first record that is later than the reading', async () => {
  const busy = Array.from({ length: 1_000 }, (_, index) => [`${index + 1}@${90 + index * 2}`]);
  const { lines, slept } = await read([[{ id: 'shard', answers: busy }]], {}, 10);
  // Second 110 may be another clock's second 100.
  expect(lines).toEqual(['shard 1 2 3 4 5 6 7 8 9 10 11 12']);
  expect(slept).toBe(11 * 200);
});

it('nothing of a child is read before all of its parent', async () => {
  const parent: Made = { id: 'parent', answers: [['1@200'], ['2@201']], closed: true };
  const child: Made = { id: 'child', parent: 'parent', answers: [['3@202']], closed: true };
  const grandchild: Made = { id: 'grandchild', parent: 'child', answers: [['4@203']] };
  expect((await read([[grandchild, child, parent]])).lines).toEqual(['parent 1']);
});

it('a shard that ends while it reads is followed by its child, though another is gone', async () => {
  const parent: Made = { id: 'parent', answers: [['1'], ['2']], closed: true };
  const old: Made = { id: 'old', answers: [['0']], closed: true };
  const child: Made = { id: 'child', parent: 'parent', answers: [['3']] };
  const { lines } = await read([
    [old, parent],
    [parent, child],
  ]);
  expect(lines).toEqual(['old 0', 'parent 1 2', 'child 3']);
});
