import { addDays, addSeconds, type Instant } from '#domain/calendar/dates';
import type { Import, ImportCounts, ImportKind, ImportRupiah } from '#domain/imports/import';
import { type Problem, problem } from '#domain/problem';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed';

export type ImportView = Readonly<{
  importId: string;
  kind: ImportKind;
  fileName: string;
  bytes: number;
  byName: string;
  begunAt: Instant;
  endedAt: Instant | null;
  state: ImportState;
  dryRun: boolean;
  /** Whether its dry run can still be applied. */
  mayApply: boolean;
  rows: Readonly<{ total: number; done: number }>;
  counts: ImportCounts;
  rupiah?: ImportRupiah;
  problem: Problem | null;
}>;

export const importView = (of: Import, now: Instant): ImportView => {
  const state = stateOf(of, now);
  return {
    importId: of.importId,
    kind: of.kind,
    fileName: of.fileName,
    bytes: of.bytes,
    byName: of.byName,
    begunAt: of.begunAt,
    endedAt: of.endedAt,
    state,
    dryRun: of.dryRun,
    mayApply: state === 'done' && of.dryRun && fileIsKept(of, now),
    rows: of.rows,
    counts: of.counts,
    ...(of.kind === 'payments' ? { rupiah: of.rupiah } : {}),
    problem:
      state === 'failed' && of.phase === 'waiting' ? problem('import-never-arrived') : of.fault,
  };
};

/** Failed too where no piece is left but those that were given up. */
export function stateOf(of: Import, now: Instant): ImportState {
  const isStuck = of.piecesFailed > 0 && of.piecesDone + of.piecesFailed === of.pieces;
  if (of.phase === 'waiting') return now < arrivesUntil(of) ? 'waiting' : 'failed';
  if (of.phase === 'working') return isStuck ? 'failed' : 'running';
  return of.phase === 'cutting' ? 'running' : of.phase;
}

/** Whoever begins an upload in its hour may take long for it; no longer than a day. */
export const uploadSeconds = 3_600;
const arrivesUntil = ({ begunAt }: Import): Instant => addSeconds(begunAt, 24 * uploadSeconds);

/** The days for which a file, and the list of what was refused, can be relied on. */
export const keptDays = 6;

export const fileIsKept = ({ arrivedAt }: Pick<Import, 'arrivedAt'>, now: Instant): boolean =>
  arrivedAt !== null && now < after(arrivedAt, keptDays);

export const listIsKept = ({ endedAt }: Pick<Import, 'endedAt'>, now: Instant): boolean =>
  endedAt !== null && now < after(endedAt, keptDays);

const after = (instant: Instant, days: number): Instant =>
  `${addDays(instant.slice(0, 10), days)}${instant.slice(10)}`;
