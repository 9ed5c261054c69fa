import { addSeconds } from '#domain/calendar/dates';
import { importKinds } from '#domain/imports/import';
import { keptDays } from '#domain/imports/import-view';
import type { ImportStore, PieceQueue } from '#flows/imports/import-store';
import type { Clock } from '#flows/ports';

export type ResumePorts = Readonly<{
  imports: Pick<ImportStore, 'list' | 'save'>;
  pieces: PieceQueue;
  clock: Clock;
}>;

/** Longer than two visibility time-outs of the queue: what is in it comes back by itself. */
const stillSeconds = 30 * 60;

/**
 * Sends imports that stand still to the queue once more. It looks at those whose file is still
 * there. Answers how many there were.
 */
export async function resumeImports({ imports, pieces, clock }: ResumePorts): Promise<number> {
  const now = clock.now();
  const oldest = addSeconds(now, -(keptDays + 1) * 24 * 3_600);
  let resumed = 0;
  for (let cursor: string | null = null; ; ) {
    const page = await imports.list(importKinds, cursor);
    for (const of of page.items) {
      if (of.phase !== 'cutting' && of.phase !== 'working') continue;
      if (of.movedAt > addSeconds(now, -stillSeconds)) continue;
      if (of.piecesFailed > 0 && of.piecesDone + of.piecesFailed === of.pieces) continue;
      const moved = await imports.save({ ...of, movedAt: now });
      if (!moved) continue;
      await pieces.put([{ importId: of.importId, round: of.round, piece: null }]);
      resumed++;
    }
    if (!page.next || (page.items.at(-1)?.begunAt ?? '') < oldest) return resumed;
    cursor = page.next;
  }
}
