import * as z from 'zod';
import { reader, rupiah } from '#aws/rows';
import { type Import, importKinds } from '#domain/imports/import';
import type { Piece } from '#domain/imports/piece';
import type { Problem } from '#domain/problem';
import { keys } from '#table';

/** As long as reminders: both tell what became of a month. */
const importDays = 400;
/** Their file and their part of the list are gone after a week. */
const pieceDays = 30;

const expiry = (days: number): number => Math.floor(Date.now() / 1_000) + days * 24 * 3_600;

export const importRow = (of: Import) => ({
  ...keys.import(of.importId),
  ...of,
  expiresAt: expiry(importDays),
});

export const listedRow = ({ kind, begunAt, importId }: Import) => ({
  ...keys.listedImport(kind, begunAt, importId),
  importId,
  expiresAt: expiry(importDays),
});

export const pieceRow = (of: Piece) => ({
  ...keys.piece(of.importId, of.piece),
  ...of,
  expiresAt: expiry(pieceDays),
});

const whole = z.number().int();

const importSchema = z.object({
  importId: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  bytes: whole,
  dryRun: z.boolean(),
  round: whole,
  by: z.string(),
  byName: z.string(),
  begunAt: z.string(),
  phase: z.enum(['waiting', 'cutting', 'working', 'done', 'failed']),
  etag: z.string().nullable(),
  arrivedAt: z.string().nullable(),
  movedAt: z.string(),
  endedAt: z.string().nullable(),
  cut: z.object({ byte: whole, line: whole, headerBytes: whole }),
  pieces: whole,
  piecesDone: whole,
  piecesFailed: whole,
  rows: z.object({ total: whole, done: whole }),
  counts: z.object({
    accepted: whole,
    created: whole,
    updated: whole,
    unchanged: whole,
    unmatched: whole,
    rejected: whole,
    conflicts: whole,
    warnings: whole,
  }),
  rupiah: z.object({
    ...{ total: rupiah, recorded: rupiah, alreadyRecorded: rupiah, refused: rupiah },
    flagged: rupiah.default(0),
  }),
  refusedBytes: whole,
  listedThrough: whole.nullable().optional(),
  fault: z.custom<Problem | null>((fault) => typeof fault === 'object'),
  rev: whole,
}) satisfies z.ZodType<Import>;

const pieceSchema = z.object({
  importId: z.string(),
  piece: whole,
  firstLine: whole,
  lastLine: whole,
  startByte: whole,
  endByte: whole,
  rows: whole,
  done: whole,
  failed: whole,
  refusedBytes: whole,
}) satisfies z.ZodType<Piece>;

export const readImport = reader<Import>(importSchema);
export const readPiece = reader<Piece>(pieceSchema);
