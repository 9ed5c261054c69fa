import { addSeconds } from '#domain/calendar/dates';
import { failedImport, importKinds } from '#domain/imports/import';
import { fileIsKept, keptDays } from '#domain/imports/import-view';
import { problem } from '#domain/problem';
import type { ImportStore, PieceQueue } from '#flows/imports/import-store';
import type { Clock } from '#flows/ports';

export type ResumePorts = Readonly<{
  imports: Pick<ImportStore, 'list' | 'save'>;
  pieces: PieceQueue;
  clock: Clock;
}>;

/** Longer than two visibility time-outs of the queue: what is in it comes back by itself. */
const stillSeconds = 30 * 60;

/** A file may take a day to come, and an import has a day to be failed when its file has gone. */
const lookedAtDays = keptDays + 2;

/** Answers how many there were. One whose file has gone has failed: it would stand for ever. */
export async function resumeImports({ imports, pieces, clock }: ResumePorts): Promise<number> {
  const now = clock.now();
  const oldest = addSeconds(now, -lookedAtDays * 24 * 3_600);
  let resumed = 0;
  for (let cursor: string | null = null; ; ) {
    const page = await imports.list(importKinds, cursor);
    for (const of of page.items) {
      if (of.phase !== 'cutting' && of.phase !== 'working') continue;
      if (of.movedAt > addSeconds(now, -stillSeconds)) continue;
      if (of.piecesFailed > 0 && of.piecesDone + of.piecesFailed === of.pieces) continue;
      const gone = problem('import-file-gone');
      const next = fileIsKept(of, now) ? { ...of, movedAt: now } : failedImport(of, gone, now);
      const moved = await imports.save(next);
      if (!moved) continue;
      await pieces.put([{ importId: of.importId, round: of.round, piece: null }]);
      resumed++;
    }
    if (!page.next || (page.items.at(-1)?.begunAt ?? '') < oldest) return resumed;
    cursor = page.next;
  }
}
