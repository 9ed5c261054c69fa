import type { Piece } from '#domain/csv/pieces';
import { type Api, ApiError } from '../shared/api.ts';
import type { Imported } from '../shared/csv/csv-file.ts';
import { streamedPieces } from '../shared/csv/csv-stream.ts';
import { mayPass } from '../shared/reading.ts';

/** Where the pieces go, and the name under which an unfinished import is remembered. */
export type Destination = Readonly<{ path: string; note: string }>;

/** All answers so far. `counts` holds the numbers of this import only, such as `created`. */
export type Sum = Imported &
  Readonly<{ accepted: number; counts: Readonly<Record<string, number>> }>;

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

type Send = (piece: Piece) => Promise<Answer>;

export async function sent(
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

export const sendPiece = (
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

const added = (sum: Sum, { accepted, rejected, conflicts, warnings, ...counts }: Answer): Sum => ({
  accepted: sum.accepted + accepted,
  counts: Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, (sum.counts[name] ?? 0) + Number(count)]),
  ),
  rejected: [...sum.rejected, ...rejected],
  conflicts: [...sum.conflicts, ...conflicts],
  warnings: [...sum.warnings, ...warnings],
});
