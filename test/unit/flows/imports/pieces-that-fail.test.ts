import { describe, expect, it } from 'vitest';
import { addSeconds } from '#domain/calendar/dates';
import { giveUp } from '#flows/imports/give-up';
import { resumeImports } from '#flows/imports/resume-imports';
import { showImport } from '#flows/imports/show-import';
import { workImport } from '#flows/imports/work-import';
import { header, line } from '../people/importing.ts';
import { settings } from '../settings.ts';
import { apart, aWorld, importId, importIn, uploaded, workedOff } from './importing.ts';

const roster = apart(header, [line(1), line(2), line(3)]);
const second = { importId, round: 1, piece: 1 };

/** All pieces are worked off but the second, which was given up. */
async function withOneMissing() {
  const memory = aWorld();
  await uploaded(memory, { text: roster });
  const [first] = memory.state.queuedPieces.splice(0);
  if (first) await workImport(first, memory, settings);
  const queued = memory.state.queuedPieces.splice(0);
  memory.state.queuedPieces.push(...queued.filter(({ piece }) => piece !== 1));
  await workedOff(memory);
  await giveUp(second, 3, memory);
  return memory;
}

describe('a piece that failed for good', () => {
  it('leaves an import that has failed, and says which lines are missing', async () => {
    const memory = await withOneMissing();
    await giveUp(second, 3, memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      state: 'failed',
      problem: { code: 'import-unfinished', values: { pieces: 1, lines: ['1002–2001'] } },
      rows: { total: 3, done: 2 },
    });
    expect([memory.state.workers.size, memory.state.files.size]).toEqual([2, 1]);
  });

  it('is left to the dead-letter queue by the watchdog', async () => {
    const memory = await withOneMissing();
    memory.state.now = '2026-11-11T12:00:00.000Z';
    expect(await resumeImports(memory)).toBe(0);
  });

  it('comes again where it was given up while somebody else worked it off', async () => {
    const memory = await withOneMissing();
    const { pieceDone } = memory.imports;
    const later = { ...memory.imports, pieceDone };
    const piece = await memory.imports.piece(importId, 1);
    if (!piece) throw new Error('There is no second piece');
    const stale = { ...piece, failed: 0 };
    let reads = 0;
    later.piece = async (...of) => (reads++ === 0 ? stale : memory.imports.piece(...of));
    await expect(workImport(second, { ...memory, imports: later }, settings)).rejects.toThrow(
      'given up',
    );
    expect(importIn(memory)).toMatchObject({ piecesDone: 2, piecesFailed: 1 });
  });

  it('ends the import when it is put back on the queue and goes through', async () => {
    const memory = await withOneMissing();
    memory.state.queuedPieces.push(second, second);
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'done', problem: null, rows: { total: 3, done: 3 }, counts: { created: 3 } },
    });
    expect([memory.state.workers.size, memory.state.files.size]).toEqual([3, 0]);
  });
});

describe('an import whose messages were lost', () => {
  it('is sent to the queue once more by the watchdog, when it has stood still', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    memory.state.queuedPieces.splice(0);
    expect(await resumeImports(memory)).toBe(0);
    memory.state.now = '2026-11-11T02:30:00.000Z';
    expect(await resumeImports(memory)).toBe(1);
    expect(await resumeImports(memory)).toBe(0);
    await workedOff(memory);
    expect(importIn(memory).phase).toBe('done');
    expect(await resumeImports(memory)).toBe(0);
  });
});

describe('a file that cannot be cut', () => {
  const begin = { importId, round: 1, piece: null };

  it('is given up after so many tries, and says from which line on', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    await giveUp(begin, 3, memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-unreadable', values: { tries: 3, line: 1 } } },
    });
    await workedOff(memory);
    expect([memory.state.workers.size, memory.state.files.size]).toEqual([0, 0]);
    await giveUp(begin, 3, memory);
    expect(memory.state.queuedPieces).toEqual([]);
  });

  it('is not given up once its pieces are worked on', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    await workImport(begin, memory, settings);
    await giveUp(begin, 3, memory);
    await workedOff(memory);
    expect(importIn(memory).phase).toBe('done');
  });

  it('keeps what a turn has cut when its time is up; one that cut nothing is a failed try', async () => {
    const memory = aWorld();
    await uploaded(memory, {
      text: apart(
        header,
        [1, 2, 3, 4, 5].map((row) => line(row)),
      ),
    });
    const { read } = memory.files;
    const slow = (most: number) =>
      async function* (...asked: Parameters<typeof read>) {
        const parts: Uint8Array[] = [];
        for await (const part of (await read(...asked)) ?? []) parts.push(part);
        const bytes = Buffer.concat(parts);
        for (let from = 0; from < bytes.length; from += most) {
          memory.state.now = addSeconds(memory.state.now, 61);
          yield bytes.subarray(from, from + most);
        }
      };
    memory.files.read = async (...asked) => slow(2_500)(...asked);
    await workImport(begin, memory, settings);
    expect(importIn(memory)).toMatchObject({ phase: 'cutting', pieces: 2 });
    memory.files.read = async (...asked) => slow(500)(...asked);
    await expect(workImport(begin, memory, settings)).rejects.toThrow('no further than line 2002');
    expect(importIn(memory)).toMatchObject({ phase: 'cutting', pieces: 2 });
  });

  it('is refused where a line does not end', async () => {
    const memory = aWorld();
    await uploaded(memory, {
      text: `${header}
${line(1)}
${line(2)}`,
    });
    const large = new Uint8Array(4 * 1_024 ** 2).fill(0x41);
    async function* bytes() {
      yield new TextEncoder().encode(`${header}
${line(1)}
`);
      for (;;) yield large;
    }
    memory.files.read = async () => bytes();
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-line-endless', values: { line: 3 } } },
    });
  });
});

describe('an import that never ends, since a piece of it kills its function', () => {
  it('has failed when its file has gone', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    memory.state.queuedPieces.splice(0);
    memory.state.now = '2026-11-17T01:59:59.000Z';
    expect(await resumeImports(memory)).toBe(1);
    expect(importIn(memory).phase).toBe('cutting');
    memory.state.now = '2026-11-17T02:30:00.000Z';
    expect(await resumeImports(memory)).toBe(1);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-file-gone' } },
    });
    await workedOff(memory);
    expect(memory.state.files.size).toBe(0);
    expect(await resumeImports(memory)).toBe(0);
  });
});

it('a message that comes twice, and finds other lines refused, spoils no list', async () => {
  const memory = aWorld();
  await uploaded(memory, { text: apart(header, [`x${line(1)}`, line(2)]) });
  const [begin] = memory.state.queuedPieces.splice(0);
  if (begin) await workImport(begin, memory, settings);
  const [first, last] = memory.state.queuedPieces.splice(0);
  if (first) await workImport(first, memory, settings);
  const piece = await memory.imports.piece(importId, 0);
  const { piece: read } = memory.imports;
  let reads = 0;
  // It began before the first was done, and finds something else wrong with the line.
  const stale = { ...memory.imports, pieceDone: memory.imports.pieceDone };
  stale.piece = async (...of) => (reads++ === 0 && piece ? { ...piece, done: 0 } : read(...of));
  memory.state.files.set(importId, {
    etag: 'tag',
    text: apart(header, [line(1).replace('Tengah', 'Tengahx'), line(2)]),
  });
  if (first) await workImport(first, { ...memory, imports: stale }, settings);
  if (last) await workImport(last, memory, settings);
  expect(importIn(memory)).toMatchObject({ phase: 'done', counts: { accepted: 1, rejected: 1 } });
  expect(memory.state.lists.get(`${importId}#1`)).toMatch(/;x9972/);
});

describe('messages', () => {
  it('of an earlier round, twice, and in any order change nothing', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    const all = () => [...memory.state.queuedPieces];
    const begin = all();
    for (const each of begin) await workImport(each, memory, settings);
    const queued = all();
    await Promise.all(
      [...queued, ...queued.toReversed()].map((each) => workImport(each, memory, settings)),
    );
    expect(importIn(memory)).toMatchObject({
      ...{ phase: 'done', piecesDone: 3, rows: { total: 3, done: 3 }, counts: { accepted: 3 } },
    });
    await workImport({ importId, round: 2, piece: 0 }, memory, settings);
    expect(importIn(memory)).toMatchObject({ phase: 'done', piecesDone: 3 });
  });
});
