import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Piece } from '#domain/csv/pieces';
import { type Api, ApiError, useApi } from '../shared/api.ts';
import type { Imported } from '../shared/csv/csv-file.ts';
import { streamedPieces } from '../shared/csv/csv-stream.ts';
import { type Draft, useDraft } from '../shared/draft.ts';
import { mayPass } from '../shared/reading.ts';

/** Where the pieces go, and the name under which an unfinished import is remembered. */
export type Destination = Readonly<{ path: string; note: string }>;

/** All answers so far. `counts` holds the numbers of this import only, such as `created`. */
type Sum = Imported & Readonly<{ accepted: number; counts: Readonly<Record<string, number>> }>;
type Answer = Imported & Readonly<{ accepted: number }>;

/** Progress: the file is sent up to `lastLine`; `ended` says how it ended, if it has. */
export type Run = Readonly<{
  kind: 'checking' | 'importing';
  file: File;
  sum: Sum;
  lastLine: number;
  share: number;
  ended: 'whole' | 'stopped' | 'failed' | null;
  error: Error | null;
}>;

/** An import that broke off in this tab, to be told after a reload. */
export type BrokenOff = Readonly<{ file: string; lastLine: number }>;

const nothing: Sum = { accepted: 0, counts: {}, rejected: [], conflicts: [] };
/** The first line is the header, and holds no row. */
const begun = (kind: Run['kind'], file: File): Run => ({
  kind,
  file,
  sum: nothing,
  lastLine: 1,
  share: 0,
  ended: null,
  error: null,
});

export type ImportRun = Readonly<{
  run: Run | null;
  before: BrokenOff | null;
  check(file: File): void;
  importAll(): void;
  /** Sends the last unanswered piece again: a row that was imported already changes nothing. */
  resume(): void;
  /** Stops after the piece that is under way. */
  stop(): void;
  clear(): void;
}>;

/** One file at a time: dry run, then import. Both send the pieces in the file's order. */
export function useImportRun(to: Destination): ImportRun {
  const api = useApi();
  const client = useQueryClient();
  const note: Draft<BrokenOff | null> = useDraft<BrokenOff | null>(to.note, null);
  const [run, setRun] = useState<Run | null>(null);
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);

  const go = async (from: Run): Promise<void> => {
    const stop = new AbortController();
    stopping.current.abort();
    stopping.current = stop;
    const tell = (state: Run) => {
      if (state.kind === 'importing') noteDown(state, note);
      if (stopping.current === stop) setRun(state);
    };
    await sent((piece) => sendPiece(api, to, { piece, kind: from.kind }), from, stop.signal, tell);
    if (from.kind === 'importing') await client.invalidateQueries();
  };
  return {
    run,
    before: run ? null : note.value,
    check: (file) => void go(begun('checking', file)),
    importAll: () => run && void go(begun('importing', run.file)),
    resume: () => run && void go({ ...run, ended: null, error: null }),
    stop: () => stopping.current.abort(),
    clear: () => {
      stopping.current.abort();
      stopping.current = new AbortController();
      setRun(null);
    },
  };
}

const noteDown = ({ ended, file, lastLine }: Run, note: Draft<BrokenOff | null>): void =>
  ended === 'whole' ? note.discard() : note.set({ file: file.name, lastLine });

type Send = (piece: Piece) => Promise<Answer>;

async function sent(
  send: Send,
  from: Run,
  stop: AbortSignal,
  tell: (run: Run) => void,
): Promise<void> {
  let run = from;
  tell(run);
  try {
    for await (const piece of streamedPieces(from.file)) {
      if (piece.firstLine <= from.lastLine) continue;
      if (stop.aborted) return tell({ ...run, ended: 'stopped' });
      const answer = await patiently(stop, () => send(piece));
      run = {
        ...run,
        sum: added(run.sum, answer),
        lastLine: piece.lastLine,
        share: piece.endByte / Math.max(1, from.file.size),
      };
      tell(run);
    }
    tell({ ...run, ended: 'whole', share: 1 });
  } catch (error) {
    tell({ ...run, ended: stop.aborted ? 'stopped' : 'failed', error: error as Error });
  }
}

type Sent = Readonly<{ piece: Piece; kind: Run['kind'] }>;

const sendPiece = (
  api: Api,
  { path }: Destination,
  { piece: { text, firstLine }, kind }: Sent,
): Promise<Answer> =>
  api.call({
    method: 'POST',
    path: `${path}?firstLine=${firstLine}&dryRun=${kind === 'checking'}`,
    text,
  });

/** Sending a piece twice is safe, so passing faults are retried: an import may take an hour. */
async function patiently<T>(stop: AbortSignal, send: () => Promise<T>, failures = 0): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (stop.aborted || failures >= 3 || !(error instanceof ApiError && mayPass(error)))
      throw error;
    await new Promise((resolve) => setTimeout(resolve, 1_000 * 2 ** failures));
    return patiently(stop, send, failures + 1);
  }
}

const added = (sum: Sum, { accepted, rejected, conflicts, ...counts }: Answer): Sum => ({
  accepted: sum.accepted + accepted,
  counts: Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, (sum.counts[name] ?? 0) + Number(count)]),
  ),
  rejected: [...sum.rejected, ...rejected],
  conflicts: [...sum.conflicts, ...conflicts],
});
