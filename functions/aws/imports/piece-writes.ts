import type { Write } from '#aws/database';
import type { Piece, PieceEnd, PieceResult } from '#domain/imports/piece';
import { keys } from '#table';

/** One transaction: that a piece is done in this round, and what it adds to its import. */
export function doneWrites(piece: Piece, end: PieceEnd, result: PieceResult): readonly Write[] {
  const failed = piece.failed === end.round ? -1 : 0;
  return [
    movePiece(piece, end, { ...result, done: end.round }),
    moveImport(piece, end, { ...result, done: 1, failed }),
  ];
}

/** One transaction: that a piece was given up. */
export const failedWrites = (piece: Piece, end: PieceEnd): readonly Write[] => [
  movePiece(piece, end, { failed: end.round }),
  moveImport(piece, end, { ...nothing(piece), done: 0, failed: 1 }),
];

const nothing = ({ rows }: Piece) => ({ rows, counts: {}, rupiah: {} });

type PieceMove = Readonly<{ done?: number; failed?: number; rows?: number; refusedBytes?: number }>;

/** Only as it was read, and not where it is done in this round. */
function movePiece(piece: Piece, { round }: PieceEnd, { failed = 0, ...move }: PieceMove): Write {
  const { done = piece.done, rows = piece.rows, refusedBytes = piece.refusedBytes } = move;
  return {
    update: keys.piece(piece.importId, piece.piece),
    to: 'SET #done = :done, #failed = :failed, #rows = :rows, #refusedBytes = :refused',
    if: '#done < :round AND #failed = :wasFailed',
    values: {
      ...{ ':done': done, ':failed': failed, ':rows': rows, ':refused': refusedBytes },
      ...{ ':round': round, ':wasFailed': piece.failed },
    },
  };
}

type ImportMove = Readonly<{ done: number; failed: number }> &
  Readonly<{ rows: number; counts: Partial<PieceResult['counts']> }> &
  Readonly<{ rupiah: Partial<PieceResult['rupiah']> }>;

/** Only in this round, while its pieces are worked off. */
function moveImport(piece: Piece, { round, at: now }: PieceEnd, move: ImportMove): Write {
  const sums = {
    'rows.total': move.rows - piece.rows,
    'rows.done': move.done * move.rows,
    piecesDone: move.done,
    piecesFailed: move.failed,
    rev: 1,
    ...within('counts', move.counts),
    ...within('rupiah', move.rupiah),
  };
  const moved = Object.entries(sums).map(([path, by], at) => ({ path: pathOf(path), by, at }));
  // Imports that began before there was a counter do not have it.
  const adds = moved.map(({ path, at }) => `${path} = if_not_exists(${path}, :none) + :by${at}`);
  return {
    update: keys.import(piece.importId),
    to: `SET #movedAt = :now, ${adds.join(', ')}`,
    if: '#round = :round AND #phase = :working',
    values: {
      ...{ ':now': now, ':round': round, ':working': 'working', ':none': 0 },
      ...Object.fromEntries(moved.map(({ by, at }) => [`:by${at}`, by])),
    },
  };
}

const within = (name: string, sums: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(sums).map(([field, by]) => [`${name}.${field}`, by]));

const pathOf = (path: string): string =>
  path
    .split('.')
    .map((name) => `#${name}`)
    .join('.');
