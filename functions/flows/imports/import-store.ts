import type { Import, ImportKind } from '#domain/imports/import';
import type { Piece, PieceEnd, PieceMessage, PieceResult } from '#domain/imports/piece';
import type { Page } from '#flows/ports';

export type ImportStore = {
  /** False where it was begun already. */
  begin(of: Import): Promise<boolean>;
  get(importId: string): Promise<Import | undefined>;
  /** Of these kinds together, the latest first. */
  list(kinds: readonly ImportKind[], cursor: string | null): Promise<Page<Import>>;
  /** Puts `rev` one up; null where the stored one no longer has it. */
  save(of: Import): Promise<Import | null>;
  /** Those that are there already stay as they are. */
  addPieces(pieces: readonly Piece[]): Promise<void>;
  piece(importId: string, piece: number): Promise<Piece | undefined>;
  /** Up to a thousand pieces after this one, in order; from the first after -1. */
  pieces(importId: string, after: number): Promise<readonly Piece[]>;
  /**
   * Adds what came of a piece to its import, once a round (one transaction). False where that was
   * done before, or the import is no longer in this round.
   */
  pieceDone(piece: Piece, end: PieceEnd, result: PieceResult): Promise<boolean>;
  /** Gives a piece up until it is worked off after all; false where it is done or given up. */
  pieceFailed(piece: Piece, end: PieceEnd): Promise<boolean>;
};

/** Messages may come twice, late and in any order. */
export type PieceQueue = {
  put(messages: readonly PieceMessage[]): Promise<void>;
};

export type Upload = Readonly<{
  method: 'PUT';
  url: string;
  headers: Readonly<Record<string, string>>;
}>;

/** Bytes `from` to before `to`, at least one, of the file that has this tag. */
export type FileRange = Readonly<{ importId: string; etag: string; from: number; to: number }>;

/** Addresses that let whoever has them do one thing, without a token. */
export type ImportAddresses = {
  /** Where to send a file of exactly so many bytes. While it is there a second is refused. */
  upload(importId: string, bytes: number): Promise<Upload>;
  /** Where to fetch the list of what was refused, for a few minutes. */
  list(of: Pick<Import, 'importId' | 'round' | 'fileName'>): Promise<string>;
};

/** Uploaded files, and lists of what was refused of them. Both are deleted after a week. */
export type ImportFiles = {
  /** Null where there is no such file any more. */
  read(range: FileRange): Promise<AsyncIterable<Uint8Array> | null>;
  remove(importId: string): Promise<void>;
  /** What was refused of a piece. */
  putPart(part: ListPart, text: string): Promise<void>;
  /** Joins the parts under this header to one list, of so many bytes. */
  joinParts(header: string, parts: readonly ListPart[], bytes: number): Promise<void>;
};

/** Its size is in its name: a message that comes twice must not replace what was counted. */
export type ListPart = Readonly<{ importId: string; round: number; piece: number; bytes: number }>;
