import type { Import } from '#domain/imports/import';
import type { Piece, PieceResult } from '#domain/imports/piece';
import type { ImportStore } from '#flows/imports/import-store';
import type { AtOnce } from '#local/memory/gate';
import { frozen, type State } from '#local/memory/state';

const pageSize = 20;

export const memoryImports = (state: State): AtOnce<ImportStore> => {
  const place = ({ begunAt, importId }: Import): string => `${begunAt}#${importId}`;
  const change = (piece: Piece, round: number, move: (of: Import) => Import): boolean => {
    const of = state.imports.get(piece.importId);
    const stored = state.pieces.get(pieceAt(piece));
    if (!of || of.round !== round || of.phase !== 'working') return false;
    if (!stored || stored.done >= round || stored.failed !== piece.failed) return false;
    state.imports.set(of.importId, frozen({ ...move(of), rev: of.rev + 1 }));
    return true;
  };

  return {
    begin(of) {
      if (state.imports.has(of.importId)) return false;
      state.imports.set(of.importId, frozen(of));
      return true;
    },

    get: (importId) => state.imports.get(importId),

    list(kinds, cursor) {
      const found = [...state.imports.values()]
        .filter((each) => kinds.includes(each.kind) && (cursor === null || place(each) < cursor))
        .sort((a, b) => (place(a) < place(b) ? 1 : -1));
      const items = found.slice(0, pageSize);
      const last = items.at(-1);
      return { items, next: last && found.length > pageSize ? place(last) : null };
    },

    save(of) {
      if (state.imports.get(of.importId)?.rev !== of.rev) return null;
      const saved: Import = frozen({ ...of, rev: of.rev + 1 });
      state.imports.set(of.importId, saved);
      return saved;
    },

    addPieces(pieces) {
      for (const piece of pieces)
        if (!state.pieces.has(pieceAt(piece))) state.pieces.set(pieceAt(piece), frozen(piece));
    },

    piece: (importId, piece) => state.pieces.get(pieceAt({ importId, piece })),

    pieces: (importId, after) =>
      [...state.pieces.values()]
        .filter((each) => each.importId === importId && each.piece > after)
        .sort((a, b) => a.piece - b.piece)
        .slice(0, 1_000),

    pieceDone(piece, { round, at }, result) {
      const isBack = piece.failed === round ? 1 : 0;
      const isDone = change(piece, round, (of) => ({
        ...added(of, piece, result),
        ...{ movedAt: at, piecesDone: of.piecesDone + 1, piecesFailed: of.piecesFailed - isBack },
      }));
      const { rows, refusedBytes } = result;
      const after = { ...piece, done: round, failed: 0, rows, refusedBytes };
      if (isDone) state.pieces.set(pieceAt(piece), frozen(after));
      return isDone;
    },

    pieceFailed(piece, { round, at }) {
      if (piece.failed >= round) return false;
      const isFailed = change(piece, round, (of) => ({
        ...of,
        ...{ movedAt: at, piecesFailed: of.piecesFailed + 1 },
      }));
      if (isFailed) state.pieces.set(pieceAt(piece), frozen({ ...piece, failed: round }));
      return isFailed;
    },
  };
};

export const pieceAt = ({ importId, piece }: Pick<Piece, 'importId' | 'piece'>): string =>
  `${importId}#${String(piece).padStart(7, '0')}`;

const added = (of: Import, piece: Piece, { rows, counts, rupiah }: PieceResult): Import => ({
  ...of,
  rows: { total: of.rows.total + rows - piece.rows, done: of.rows.done + rows },
  counts: sum(of.counts, counts),
  rupiah: sum(of.rupiah, rupiah),
});

const sum = <S extends Readonly<Record<string, number>>>(left: S, right: S): S =>
  Object.fromEntries(
    Object.entries(left).map(([name, value]) => [name, value + (right[name] ?? 0)]),
  ) as S;
