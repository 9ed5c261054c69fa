import type { Instant } from '#domain/calendar/dates';
import { type Problem, problem, type ValuesOf } from '#domain/problem';

/** A file of workers is for admins, and one of payments for finance. */
export const importKinds = ['workers', 'payments'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Of rows: a payment that was recorded is `created`, and one known already is `unchanged`. */
export type ImportCounts = Readonly<{
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Payments whose worker is not known yet. */
  unmatched: number;
  rejected: number;
  conflicts: number;
  warnings: number;
}>;

/** Of payments: `total` is recorded + alreadyRecorded + refused; some recorded is flagged. */
export type ImportRupiah = Readonly<{
  total: number;
  recorded: number;
  alreadyRecorded: number;
  refused: number;
  flagged: number;
}>;

/** No piece begins while it is `cutting`. `failed`: the file as a whole was refused. */
type ImportPhase = 'waiting' | 'cutting' | 'working' | 'done' | 'failed';

/** A file on its way in. Nothing in it is from the file but its name and counts. */
export type Import = Readonly<{
  importId: string;
  kind: ImportKind;
  fileName: string;
  bytes: number;
  dryRun: boolean;
  /** The second round is the one that applies a dry run. */
  round: number;
  by: string;
  byName: string;
  begunAt: Instant;
  phase: ImportPhase;
  /** Of the file that arrived: a file that replaced it is not read. */
  etag: string | null;
  arrivedAt: Instant | null;
  /** When it last came any further: the watchdog helps what stands still. */
  movedAt: Instant;
  endedAt: Instant | null;
  cut: CutSoFar;
  pieces: number;
  piecesDone: number;
  piecesFailed: number;
  rows: Readonly<{ total: number; done: number }>;
  counts: ImportCounts;
  rupiah: ImportRupiah;
  /** Of the list of what was refused; 0 where there is none. */
  refusedBytes: number;
  /** The last line of the file that the list reaches to; absent or null where that is all of it. */
  listedThrough?: number | null | undefined;
  fault: Problem | null;
  rev: number;
}>;

/** Up to before `byte` and `line`; the header, of so many bytes, is not kept: it may be a row. */
type CutSoFar = Readonly<{ byte: number; line: number; headerBytes: number }>;

export type Asked = Pick<Import, 'kind' | 'fileName' | 'bytes' | 'dryRun'>;

export const begunImport = (
  asked: Asked,
  begun: Pick<Import, 'importId' | 'begunAt' | 'by' | 'byName'>,
): Import => ({
  ...asked,
  ...begun,
  ...{ round: 1, phase: 'waiting', etag: null, arrivedAt: null, movedAt: begun.begunAt },
  cut: { byte: 0, line: 1, headerBytes: 0 },
  ...{ pieces: 0, rows: { total: 0, done: 0 }, ...nothingDone, fault: null, rev: 0 },
});

const noCounts: ImportCounts = {
  ...{ accepted: 0, created: 0, updated: 0, unchanged: 0, unmatched: 0 },
  ...{ rejected: 0, conflicts: 0, warnings: 0 },
};

export const noRupiah: ImportRupiah = {
  ...{ total: 0, recorded: 0, alreadyRecorded: 0, refused: 0, flagged: 0 },
};

const nothingDone = {
  ...{ piecesDone: 0, piecesFailed: 0, counts: noCounts, rupiah: noRupiah },
  ...{ refusedBytes: 0, listedThrough: null, endedAt: null },
};

/** The same file once more, now for real, in the name of who says so. */
export const appliedImport = (
  of: Import,
  { by, byName }: Pick<Import, 'by' | 'byName'>,
  at: Instant,
): Import => ({
  ...of,
  ...{ by, byName },
  ...nothingDone,
  ...{ dryRun: false, round: of.round + 1, phase: 'working', movedAt: at },
  rows: { total: of.rows.total, done: 0 },
});

export const failedImport = (of: Import, fault: Problem, at: Instant): Import => ({
  ...of,
  ...{ phase: 'failed', fault: withoutCells(fault), endedAt: at, movedAt: at },
});

/** Of a file without a header row the headings that are not ours are somebody's NIK and name. */
function withoutCells({ code, values, reason }: Problem): Problem {
  if (code !== 'missing-columns') return { code, values, reason };
  return problem(code, { ...(values as ValuesOf<typeof code>), others: [] });
}

/** Nobody reads its file any more; that of a dry run may still be applied. */
export const hasUsedFile = ({ phase, dryRun }: Import): boolean =>
  phase === 'failed' || (phase === 'done' && !dryRun);

export const isImportId = (text: string): boolean => /^imp_[0-9a-f]{20}$/.test(text);

/** Of the list of what was refused: joined within one call, by a function that has a minute. */
export const mostListBytes = 500 * 1_024 ** 2;

/** S3 takes no more in one call: some 42 million workers. */
export const mostBytes = 5 * 1024 ** 3;
