import { describe, expect, it } from 'vitest';
import { beginImport, listImports } from '#flows/imports/begin-import';
import { fileArrived } from '#flows/imports/file-arrived';
import { showImport } from '#flows/imports/show-import';
import { header, line } from '../people/importing.ts';
import { apart, aWorld, importId, uploaded, workedOff } from './importing.ts';

const rounded = (index: number): string => line(index).replace('0001,', '0000,');
const twelve = Array.from({ length: 12 }, (_, index) => index);
const good = Array.from({ length: 1_000 }, (_, index) => line(index));

describe('a file that is unfit as a whole changes nothing, although most of it is good', () => {
  it.each([
    ['the NIKs of its last piece were rounded', [...good, ...twelve.map(rounded)], 'niks-rounded'],
    ['it has a letter that was lost', [...good, line(1, { name: 'Andr\uFFFD' })], 'not-utf8'],
  ])('where %s', async (_, rows, code) => {
    const memory = aWorld();
    await uploaded(memory, { text: [header, ...rows].join('\n') });
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code }, counts: { accepted: 0 } },
    });
    expect([memory.state.workers.size, memory.state.files.size]).toEqual([0, 0]);
  });

  it.each([
    ['it lacks a column', 'nik,name\n1,Siti\n', 'missing-columns'],
    ['it has no header', `${line(1)}\n${line(2)}\n`, 'missing-columns'],
    ['it is blank', ' \n', 'import-empty'],
    ['it is one long line', 'x'.repeat(20_000), 'no-header'],
  ])('where %s', async (_, text, code) => {
    const memory = aWorld();
    await uploaded(memory, { text });
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code } },
    });
    expect(memory.state.files.size).toBe(0);
  });

  it('keeps nobody who stands in its first row where it has no header', async () => {
    const memory = aWorld();
    const [nik = '', name = '', phone = ''] = line(1).split(',');
    await uploaded(memory, { text: `${line(1)}\n${line(2)}\n` });
    await workedOff(memory);
    const kept = JSON.stringify([
      await showImport(importId, ['workers'], memory),
      await listImports(['workers'], null, memory),
      [...memory.state.imports.values()],
    ]);
    expect(kept).toContain('The header row lacks');
    for (const cell of [nik, name, phone]) {
      expect(cell).not.toBe('');
      expect(kept).not.toContain(cell);
    }
  });

  it('names the line of a letter that was lost, in the whole file', async () => {
    const memory = aWorld();
    const text = apart(header, [line(1), line(2, { name: 'Andr\uFFFD' })]);
    await uploaded(memory, { text });
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      problem: { code: 'not-utf8', values: { line: 1_002 } },
    });
  });
});

describe('a file', () => {
  const asked = { kind: 'workers', fileName: 'r.csv', bytes: 10, dryRun: false } as const;
  const begin = (memory: ReturnType<typeof aWorld>, id = importId, dryRun = false) =>
    beginImport({ ...asked, dryRun }, { importId: id, by: 'user-1', byName: 'dewi' }, memory);

  it('of another size than announced is refused', async () => {
    const memory = aWorld();
    await begin(memory);
    memory.state.files.set(importId, { etag: 'tag', text: 'nik,name\n1,' });
    await fileArrived({ importId, etag: 'tag', bytes: 11 }, memory);
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-other-size' } },
    });
    expect(memory.state.files.size).toBe(0);
  });

  it('that never arrives is waited for a day', async () => {
    const memory = aWorld();
    await begin(memory);
    memory.state.now = '2026-11-12T01:59:59.000Z';
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({ state: 'waiting' });
    memory.state.now = '2026-11-12T02:00:00.000Z';
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-never-arrived' } },
    });
  });

  it('that was replaced while it was cut fails, and is not mixed with the other', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: `${header}\n${line(1)}` });
    memory.state.files.set(importId, { etag: 'other', text: `${header}\n${line(2)}` });
    await workedOff(memory);
    expect(await showImport(importId, ['workers'], memory)).toMatchObject({
      ...{ state: 'failed', problem: { code: 'import-file-gone' } },
    });
    expect(memory.state.workers.size).toBe(0);
  });

  it('that is announced again before it has arrived goes on with the same import', async () => {
    const memory = aWorld();
    const first = await begin(memory);
    const other = 'imp_1123456789abcdef0123';
    expect((await begin(memory, other)).importId).toBe(first.importId);
    expect((await begin(memory, other, true)).importId).toBe(other);
  });

  it('that nobody announced is left alone', async () => {
    const memory = aWorld();
    expect(await fileArrived({ importId, etag: 'tag', bytes: 1 }, memory)).toBeNull();
  });
});
