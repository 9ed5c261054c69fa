import { describe, expect, it } from 'vitest';
import { begunImport, type Import } from '#domain/imports/import';
import type { Piece, PieceResult } from '#domain/imports/piece';
import { at } from './builders.ts';
import type { Given } from './given.ts';

const importId = 'imp_00000000000000000000';
const idOf = (index: number): string => `imp_${String(index).padStart(20, '0')}`;

const anImport = (facts: Partial<Import> = {}): Import => ({
  ...begunImport(
    { kind: 'workers', fileName: 'roster.csv', bytes: 120, dryRun: false },
    { importId, begunAt: at(0), by: 'user-1', byName: 'dewi' },
  ),
  ...facts,
});

const aPiece = (piece: number, facts: Partial<Piece> = {}): Piece => ({
  importId,
  piece,
  ...{ firstLine: 2 + piece * 1_000, lastLine: 1_001 + piece * 1_000, rows: 10 },
  ...{ startByte: piece * 100, endByte: piece * 100 + 100, done: 0, failed: 0, refusedBytes: 0 },
  ...facts,
});

const aResult = (facts: Partial<PieceResult> = {}): PieceResult => ({
  rows: 9,
  counts: {
    ...{ accepted: 8, created: 4, updated: 2, unchanged: 1, unmatched: 1 },
    ...{ rejected: 1, conflicts: 0, warnings: 3 },
  },
  rupiah: { total: 300, recorded: 200, alreadyRecorded: 60, refused: 40, flagged: 30 },
  refusedBytes: 77,
  ...facts,
});

const end = (round: number, seconds: number) => ({ round, at: at(seconds) });

export function importsContract({ stores }: Given): void {
  const working = async (facts: Partial<Import> = {}): Promise<Import> => {
    const of = anImport({ phase: 'working', pieces: 2, rows: { total: 20, done: 0 }, ...facts });
    await stores.imports.begin(of);
    await stores.imports.addPieces([aPiece(0), aPiece(1)]);
    return of;
  };
  const pieceNow = async (piece = 0): Promise<Piece> => {
    const found = await stores.imports.piece(importId, piece);
    if (!found) throw new Error(`There is no piece ${piece}`);
    return found;
  };
  const now = () => stores.imports.get(importId);

  describe('an import', () => {
    it('is begun once, and read back as it was begun', async () => {
      expect(await stores.imports.begin(anImport())).toBe(true);
      expect(await stores.imports.begin(anImport({ fileName: 'other.csv' }))).toBe(false);
      expect(await now()).toEqual(anImport());
      expect(await stores.imports.get(idOf(7))).toBeUndefined();
    });

    it('is saved by one of twenty', async () => {
      await stores.imports.begin(anImport());
      const saved = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores.imports.save(anImport({ phase: 'cutting', etag: `tag-${index}` })),
        ),
      );
      const [winner, ...others] = saved.filter((each) => each !== null);
      expect([winner?.rev, others]).toEqual([1, []]);
      expect(await now()).toEqual(winner);
    });

    it('is listed with others of these kinds, the latest first, page by page', async () => {
      for (let index = 0; index < 25; index++) {
        const kind = index % 2 ? 'payments' : 'workers';
        await stores.imports.begin(anImport({ importId: idOf(index), kind, begunAt: at(index) }));
      }
      const all = await stores.imports.list(['workers', 'payments'], null);
      expect(all.items.map(({ importId }) => importId)).toEqual(
        Array.from({ length: 20 }, (_, index) => idOf(24 - index)),
      );
      const rest = await stores.imports.list(['workers', 'payments'], all.next);
      expect(rest.items.map(({ importId }) => importId)).toEqual([4, 3, 2, 1, 0].map(idOf));
      expect(rest.next).toBeNull();
      const payments = await stores.imports.list(['payments'], null);
      expect(payments.items).toHaveLength(12);
      expect(payments.items.every(({ kind }) => kind === 'payments')).toBe(true);
      expect(await stores.imports.list([], null)).toEqual({ items: [], next: null });
    });
  });

  describe('the pieces of an import', () => {
    it('stay as they are where they are added again', async () => {
      await working();
      await stores.imports.pieceDone(aPiece(0), end(1, 1), aResult());
      await stores.imports.addPieces([aPiece(0), aPiece(1), aPiece(2)]);
      expect(await stores.imports.pieces(importId, -1)).toEqual([
        aPiece(0, { done: 1, rows: 9, refusedBytes: 77 }),
        aPiece(1),
        aPiece(2),
      ]);
      expect(await stores.imports.pieces(importId, 1)).toEqual([aPiece(2)]);
      expect(await stores.imports.pieces(idOf(1), -1)).toEqual([]);
    });

    it('are counted once, however often and by however many', async () => {
      const of = await working();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => stores.imports.pieceDone(aPiece(0), end(1, 5), aResult())),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await now()).toEqual({
        ...of,
        ...{ piecesDone: 1, movedAt: at(5), rows: { total: 19, done: 9 }, rev: 1 },
        ...{ counts: aResult().counts, rupiah: aResult().rupiah },
      });
    });

    it('add up, also where they end in the same moment', async () => {
      await working();
      await Promise.all(
        [0, 1].map((piece) => stores.imports.pieceDone(aPiece(piece), end(1, 5), aResult())),
      );
      expect(await now()).toMatchObject({
        ...{ piecesDone: 2, rows: { total: 18, done: 18 } },
        ...{ counts: { accepted: 16, warnings: 6 }, rupiah: { total: 600 } },
      });
    });

    it('that were given up count as done when they go through after all', async () => {
      await working();
      expect(await stores.imports.pieceFailed(aPiece(0), end(1, 1))).toBe(true);
      expect(await stores.imports.pieceFailed(await pieceNow(), end(1, 2))).toBe(false);
      expect(await now()).toMatchObject({ piecesDone: 0, piecesFailed: 1, rows: { done: 0 } });
      // Read before it was given up: whoever did this comes again.
      expect(await stores.imports.pieceDone(aPiece(0), end(1, 3), aResult())).toBe(false);
      expect(await stores.imports.pieceDone(await pieceNow(), end(1, 3), aResult())).toBe(true);
      expect(await now()).toMatchObject({ piecesDone: 1, piecesFailed: 0, rows: { done: 9 } });
      expect(await stores.imports.pieceFailed(await pieceNow(), end(1, 4))).toBe(false);
    });

    it('of another round, or of an import that is not worked on, are not counted', async () => {
      const of = await working({ round: 2, dryRun: false });
      expect(await stores.imports.pieceDone(aPiece(0), end(1, 1), aResult())).toBe(false);
      expect(await stores.imports.pieceFailed(aPiece(0), end(1, 1))).toBe(false);
      expect(await stores.imports.pieceDone(aPiece(0), end(2, 1), aResult())).toBe(true);
      const done = await stores.imports.save({ ...of, rev: 1, phase: 'done' });
      expect(await stores.imports.pieceDone(aPiece(1), end(2, 2), aResult())).toBe(false);
      expect(await now()).toEqual(done);
    });

    it('move their import on, so that nobody saves over what they added', async () => {
      const of = await working();
      await stores.imports.pieceDone(aPiece(0), end(1, 1), aResult());
      expect(await stores.imports.save({ ...of, phase: 'done' })).toBeNull();
    });
  });
}
