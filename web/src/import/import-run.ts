import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../shared/api-context.ts';
import { type Draft, useDraft } from '../shared/draft.ts';
import { type Destination, type Run, type Sum, sendPiece, sent } from './sent.ts';

/** An import that broke off in this tab, to be told after a reload. */
export type BrokenOff = Readonly<{ file: string; lastLine: number }>;

const nothing: Sum = { accepted: 0, counts: {}, rejected: [], conflicts: [], warnings: [] };

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
