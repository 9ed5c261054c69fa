import { describe, expect, it } from 'vitest';
import type { Worker } from '#domain/people/worker';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { RowChange } from '#flows/renewals/count-store';
import { tally } from '#flows/renewals/tally';
import { type InMemoryPorts, inMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { workersNamed } from '../given.ts';
import { inOrder, sumsOf } from './counted.ts';
import {
  changes,
  cycleRow,
  reminderRow,
  rowsLeft,
  shard,
  siti,
  sitisYear,
  workerRow,
} from './tallying.ts';

const november = { from: '2026-11', to: '2026-11' } as const;

/** Of the rows that are there, and of those that are gone. */
const expectCounted = (
  { state }: InMemoryPorts,
  rows: readonly CountedRow[],
  gone: readonly CountedRow[] = [],
): void => {
  expect(inOrder(state.counters.live)).toEqual(inOrder(sumsOf(rows)));
  expect(inOrder(state.counters.archived)).toEqual(inOrder(sumsOf(gone)));
};

describe('what is written to the table', () => {
  it('is counted as the rows that are there in the end', async () => {
    const memory = inMemoryPorts();
    // One step a lane: province, sector, language, tenure, and the members she was among, and is.
    expect(await tally({ shard, changes: sitisYear }, memory)).toEqual({ steps: 6 });
    expectCounted(memory, rowsLeft, [reminderRow({ status: 'delivered' })]);
    expect(memory.state.positions.get(shard)?.get('every')).toBe('60');
  });

  it('is counted once, however often it comes', async () => {
    const memory = inMemoryPorts();
    for (const part of [sitisYear.slice(0, 3), sitisYear, sitisYear.slice(1, 4), sitisYear])
      await tally({ shard, changes: part }, memory);
    expectCounted(memory, rowsLeft, [reminderRow({ status: 'delivered' })]);
    expect(await tally({ shard, changes: sitisYear }, memory)).toEqual({ steps: 0 });
  });

  it('is not passed over where a position has more digits than the one before', async () => {
    const memory = inMemoryPorts();
    const [first, second] = changes({ after: workerRow(siti) }, { after: reminderRow() }) as [
      RowChange,
      RowChange,
    ];
    const far = { ...second, position: '100000000000000000000000000001' };
    await tally(
      { shard, changes: [{ ...first, position: '99999999999999999999999999999' }] },
      memory,
    );
    await tally({ shard, changes: [far] }, memory);
    await tally(
      {
        shard,
        changes: [
          {
            ...far,
            position: '100000000000000000000000000002',
            before: far.after,
            after: null,
            removed: true,
          },
        ],
      },
      memory,
    );
    expectCounted(memory, [workerRow(siti)], [reminderRow()]);
  });

  it('is counted by the position of its own shard', async () => {
    const memory = inMemoryPorts();
    await tally({ shard: 'shard-1', changes: changes({ after: workerRow(siti) }) }, memory);
    await tally({ shard: 'shard-2', changes: changes({ after: reminderRow() }) }, memory);
    expectCounted(memory, [workerRow(siti), reminderRow()]);
  });

  it('moves the position where none of it is counted', async () => {
    const memory = inMemoryPorts();
    await tally({ shard, changes: changes({}, {}) }, memory);
    expect(memory.state.positions.get(shard)?.get('every')).toBe('20');
    expectCounted(memory, []);
  });
});

describe('a row that is gone', () => {
  it('leaves the counts of a cycle and of a reminder behind: they are read as before', async () => {
    const memory = inMemoryPorts();
    await tally(
      { shard, changes: changes({ after: cycleRow(siti) }, { after: reminderRow() }) },
      memory,
    );
    const before = await memory.counts.cohorts(november, 'sector');
    const gone = [cycleRow(siti), reminderRow()];
    await tally(
      {
        shard,
        changes: gone.map((row, index) => ({
          position: `${90 + index}`,
          before: row,
          after: null,
          removed: true,
        })),
      },
      memory,
    );
    expect(inOrder(await memory.counts.cohorts(november, 'sector'))).toEqual(inOrder(before));
    expectCounted(memory, [], gone);
  });

  it('of a worker leaves nothing', async () => {
    const memory = inMemoryPorts();
    await tally(
      {
        shard,
        changes: changes({ after: workerRow(siti) }, { before: workerRow(siti), removed: true }),
      },
      memory,
    );
    expectCounted(memory, []);
  });

  it('that can no longer be read leaves nothing: the rows do not explain it', async () => {
    const memory = inMemoryPorts();
    await tally(
      { shard, changes: changes({ after: reminderRow() }, { before: reminderRow(), after: null }) },
      memory,
    );
    expectCounted(memory, []);
  });
});

describe('more than one step can hold', () => {
  const provinces = [
    'Aceh',
    'Bali',
    'Banten',
    'Jambi',
    'Lampung',
    'Papua',
    'Riau',
    'Maluku',
    'Gorontalo',
    'Bengkulu',
  ];
  const many = workersNamed(200).map((worker, index) =>
    aWorker({
      ...worker,
      coveredThrough: `2026-${10 + (index % 3)}`,
      province: provinces[index % 10] as Worker['province'],
    }),
  );
  const written = changes(...many.map((worker) => ({ after: workerRow(worker) })));

  it('is counted in one step a lane, or in as few as it fits into', async () => {
    const memory = inMemoryPorts();
    const { steps } = await tally({ shard, changes: written }, memory);
    expect(steps).toBe((memory.state.positions.get(shard)?.size ?? 0) - 1);
    expectCounted(memory, many.map(workerRow));
  });

  it.each([2, 1])('is counted in many of %i places', async (places) => {
    const memory = inMemoryPorts();
    const { steps } = await tally(
      { shard, changes: written },
      { counts: { ...memory.counts, most: { places } } },
    );
    expect(steps).toBeGreaterThan(50);
    expectCounted(memory, many.map(workerRow));
  });

  it('takes no room where it comes to nothing', async () => {
    const memory = inMemoryPorts();
    const toAndFro = changes(
      ...many.flatMap((worker) => [
        { after: workerRow(worker) },
        { before: workerRow(worker), removed: true },
      ]),
    );
    const { steps } = await tally(
      { shard, changes: toAndFro },
      { counts: { ...memory.counts, most: { places: 5 } } },
    );
    expect(steps).toBe((memory.state.positions.get(shard)?.size ?? 0) - 1);
    expectCounted(memory, []);
  });
});

describe('the first import', () => {
  const cameOn = (since: string, origin: 'joined' | 'renewed' = 'joined'): CountedRow =>
    workerRow(aWorker({ cycle: { ...siti.cycle, since, origin } }));

  it('is the first day on which a worker came', async () => {
    const memory = inMemoryPorts();
    const came = changes(
      { after: cameOn('2026-10-07') },
      { after: cameOn('2026-10-05') },
      { after: cameOn('2026-10-06') },
    );
    await tally({ shard, changes: came }, memory);
    expect(memory.state.counters.firstImport).toBe('2026-10-05');
  });

  it('is not the day of a renewal, nor that of a worker who was here before', async () => {
    const memory = inMemoryPorts();
    const others = changes(
      { after: cameOn('2026-10-01', 'renewed') },
      { before: cameOn('2026-10-07'), after: cameOn('2026-10-02') },
    );
    await tally({ shard, changes: others }, memory);
    expect(memory.state.counters.firstImport).toBeNull();
  });
});
