import { describe, expect, it } from 'vitest';
import { mostListBytes } from '#domain/imports/import';
import { applyImport } from '#flows/imports/apply-import';
import { fileArrived } from '#flows/imports/file-arrived';
import { showImport } from '#flows/imports/show-import';
import { header, line, stored } from '../people/importing.ts';
import { apart, applied, aWorld, importId, importIn, uploaded, workedOff } from './importing.ts';

const roster = apart(header, [line(1), line(2, { phone: '0271' }), `x${line(3)}`]);
const shown = (memory: ReturnType<typeof aWorld>) => showImport(importId, ['workers'], memory);

describe('a roster of several pieces', () => {
  it('is imported whole, and its file is deleted', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    await workedOff(memory);
    expect(await shown(memory)).toMatchObject({
      state: 'done',
      rows: { total: 3, done: 3 },
      counts: { accepted: 2, created: 2, rejected: 1, conflicts: 0, warnings: 1 },
      refusedCsv: expect.stringContaining('https://'),
    });
    expect(stored(memory, 2)).toMatchObject({ name: 'Pekerja 2', phone: null });
    expect(memory.state.files.size).toBe(0);
    expect(memory.state.lists.get(`${importId}#1`)?.split('\r\n')).toEqual([
      '\uFEFFline;kind;field;value;code;reason;values',
      expect.stringMatching(/^1002;warning;phone;0271;phone-landline;/),
      expect.stringMatching(/^2002;rejected;nik;x/),
      '',
    ]);
  });

  it('says where its list ends, if that would be larger than one may be', async () => {
    const memory = aWorld();
    await uploaded(memory, {
      text: apart(
        header,
        [1, 2, 3].map((row) => `x${line(row)}`),
      ),
    });
    const { pieces } = memory.imports;
    memory.imports.pieces = async (...asked) =>
      (await pieces(...asked)).map((piece) =>
        piece.piece === 1 && piece.refusedBytes > 0
          ? { ...piece, refusedBytes: mostListBytes }
          : piece,
      );
    await workedOff(memory);
    expect(await shown(memory)).toMatchObject({
      ...{ state: 'done', refusedThrough: 1_001, counts: { rejected: 3 } },
    });
    expect(memory.state.lists.get(`${importId}#1`)).toMatch(/^[^\n]*\n2;[^\n]*\n$/);
  });

  it.each([
    ['is deleted', false, 0],
    ['stays where it can still be applied', true, 1],
  ])('whose file is sent again after the end: it %s', async (_, dryRun, left) => {
    const memory = aWorld();
    await uploaded(memory, { text: roster, dryRun });
    await workedOff(memory);
    memory.state.files.set(importId, { etag: 'tag', text: roster });
    const bytes = Buffer.byteLength(roster);
    await fileArrived({ importId, etag: 'tag', bytes }, memory);
    await workedOff(memory);
    expect(await shown(memory)).toMatchObject({ state: 'done', counts: { accepted: 2 } });
    expect(memory.state.files.size).toBe(left);
  });

  it('changes nothing when it comes again', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    await workedOff(memory);
    const before = structuredClone([...memory.state.workers]);
    const id = 'imp_1123456789abcdef0123';
    await uploaded(memory, { text: roster, id });
    await workedOff(memory);
    expect(importIn(memory, id).counts).toMatchObject({ accepted: 2, created: 0, unchanged: 2 });
    expect([...memory.state.workers]).toEqual(before);
  });

  it('keeps nothing of a person but in the file, while it is there', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster });
    const { imports, pieces, queuedPieces } = memory.state;
    expect(JSON.stringify([[...imports], [...pieces], queuedPieces])).not.toMatch(/\d{16}|Pekerja/);
    await workedOff(memory);
    expect(JSON.stringify([[...imports], [...pieces]])).not.toMatch(/\d{16}|Pekerja/);
  });
});

describe('a dry run', () => {
  it('changes nothing, and keeps its file until it is applied', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster, dryRun: true });
    await workedOff(memory);
    expect(await shown(memory)).toMatchObject({
      ...{ state: 'done', dryRun: true, mayApply: true, rows: { total: 3, done: 3 } },
      counts: { accepted: 2, created: 2 },
    });
    expect([memory.state.workers.size, memory.state.files.size]).toEqual([0, 1]);

    await applyImport(applied, ['workers'], memory);
    expect(await shown(memory)).toMatchObject({ state: 'running', rows: { total: 3, done: 0 } });
    await workedOff(memory);
    expect(await shown(memory)).toMatchObject({
      ...{ state: 'done', dryRun: false, mayApply: false, rows: { total: 3, done: 3 } },
      counts: { accepted: 2, created: 2, rejected: 1 },
    });
    expect([memory.state.workers.size, memory.state.files.size]).toEqual([2, 0]);
  });

  it('is applied in the name of who applies it, who may be another than who tried it', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster, dryRun: true });
    await workedOff(memory);
    expect(await shown(memory)).toMatchObject({ byName: 'dewi' });
    await applyImport(applied, ['workers'], memory);
    await applyImport({ ...applied, byName: 'tono' }, ['workers'], memory);
    expect(await shown(memory)).toMatchObject({ byName: 'rani' });
    expect(importIn(memory).by).toBe('user-2');
  });

  it('is applied once, however often it is asked for', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster, dryRun: true });
    await workedOff(memory);
    for (let time = 0; time < 3; time++) await applyImport(applied, ['workers'], memory);
    await workedOff(memory);
    await applyImport(applied, ['workers'], memory);
    await workedOff(memory);
    expect(importIn(memory).counts).toMatchObject({ accepted: 2, created: 2 });
  });

  it.each([
    ['while it runs', 'dry', 'import-not-tried'],
    ['where it was none', 'real', 'import-not-tried'],
    ['when its file has gone', 'late', 'import-file-expired'],
  ])('cannot be applied %s', async (_, how, code) => {
    const memory = aWorld();
    await uploaded(memory, { text: roster, dryRun: how !== 'real' });
    if (how !== 'dry') await workedOff(memory);
    if (how === 'late') memory.state.now = '2026-11-17T02:00:00.000Z';
    await expect(applyImport(applied, ['workers'], memory)).rejects.toMatchObject({
      ...{ code: 'conflict', issues: [{ code }] },
    });
  });
});

describe('whoever may not bring in files of a kind', () => {
  it('neither sees its imports nor applies them', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: roster, dryRun: true });
    await workedOff(memory);
    const forbidden = { code: 'forbidden', issues: [{ code: 'no-role' }] };
    await expect(showImport(importId, ['payments'], memory)).rejects.toMatchObject(forbidden);
    await expect(applyImport(applied, ['payments'], memory)).rejects.toMatchObject(forbidden);
  });
});

describe('a file of payments', () => {
  const columns = 'reference,channel,nik,amount,paid_at';
  const of = (reference: string, amount: string, index = 1) =>
    `${reference},bank,${line(index).slice(0, 16)},${amount},2026-11-11 08:40`;

  it('adds up what was recorded, was there before, was refused, and is to be looked at', async () => {
    const memory = aWorld();
    await uploaded(memory, { text: `${header}\n${line(1)}` });
    await workedOff(memory);
    const id = 'imp_2123456789abcdef0123';
    const rows = [of('P-1', '8400'), of('P-1', '8400'), of('P-1', '9000'), of('P-2', '8400', 7)];
    const text = apart(columns, [
      ...rows,
      'P-3,bank,123,8400,2026-11-11',
      of('P-4', 'x'),
      of('P-5', '5000'),
    ]);
    await uploaded(memory, { text, kind: 'payments', id });
    await workedOff(memory);
    expect(await showImport(id, ['payments'], memory)).toMatchObject({
      state: 'done',
      counts: { accepted: 4, created: 2, unchanged: 1, unmatched: 1, rejected: 2, conflicts: 1 },
      rupiah: {
        ...{ total: 47_600, recorded: 21_800, alreadyRecorded: 8_400, refused: 17_400 },
        flagged: 5_000,
      },
    });
  });
});
