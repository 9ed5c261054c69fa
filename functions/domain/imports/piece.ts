import type { Instant } from '#domain/calendar/dates';
import type { Piece as Cut } from '#domain/csv/pieces';
import type { ImportCounts, ImportRupiah } from '#domain/imports/import';

/** At most a thousand lines of a file, by where they stand in it, and what became of them. */
export type Piece = Pick<Cut, 'firstLine' | 'lastLine' | 'startByte' | 'endByte' | 'rows'> &
  Readonly<{
    importId: string;
    /** From 0, in the order of the file. */
    piece: number;
    /** The last round in which it was worked off, or given up; 0 before. */
    done: number;
    failed: number;
    /** Of its part of the list of what was refused, in the last round. */
    refusedBytes: number;
  }>;

export const newPiece = (importId: string, piece: number, cut: Cut): Piece => ({
  importId,
  piece,
  firstLine: cut.firstLine,
  lastLine: cut.lastLine,
  startByte: cut.startByte,
  endByte: cut.endByte,
  rows: cut.rows,
  ...{ done: 0, failed: 0, refusedBytes: 0 },
});

/** What a piece adds to its import. `rows`: as the import read them. */
export type PieceResult = Readonly<{
  rows: number;
  counts: ImportCounts;
  rupiah: ImportRupiah;
  refusedBytes: number;
}>;

/** The round in which a piece ended, and when. */
export type PieceEnd = Readonly<{ round: number; at: Instant }>;

/** What is to be done: a piece or, without one, whatever comes next for the whole import. */
export type PieceMessage = Readonly<{ importId: string; round: number; piece: number | null }>;
