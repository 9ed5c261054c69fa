import { rupiahOf } from '#domain/sending/budget';
import { mayHaveLeft, type Reminder } from '#domain/sending/reminder';
import { type Counts, countOf, runIdOf } from '#domain/sending/slice';
import { counted, type Progress, type Turn } from '#flows/sending/send-context';

/**
 * Settles whoever is still to be looked at: left in flight by a holder who is gone, or written by somebody else while we had them. A row that is still
 * claimed may have led to a text: it becomes `unknown`, and is never sent again by itself. The rows, not anybody's memory, say what is counted and what
 * was spent; who has no row was not handled, and stays.
 */
export async function settleInFlight(turn: Turn, progress: Progress): Promise<Progress> {
  if (progress.again.length === 0) return progress;
  const { reminders, clock, metrics } = turn.ports;
  const looks = await reminders.look(progress.again, progress.slice);
  const rows = progress.again.flatMap((id) => looks.get(id)?.reminder ?? []);
  const claimed = rows.filter(({ status }) => status === 'claimed');
  const presumed = await Promise.all(
    claimed.map((row) => reminders.presumeUnknown(row, row.claimId, clock.now())),
  );
  const unknown = claimed
    .filter((_, index) => presumed[index])
    .map((row) => ({ ...row, status: 'unknown' as const }));
  metrics.count('unknown', unknown.length);
  const settled = withRows(turn, progress, [
    ...rows.filter(({ status }) => status !== 'claimed'),
    ...unknown,
  ]);
  const untouched = progress.again.filter((id) => !looks.get(id)?.reminder);
  // Recorded, or taken back, by their holder in the same moment: what the row says now is what counts.
  const moved = claimed.filter((_, index) => !presumed[index]).map(({ workerId }) => workerId);
  const rest = await settleInFlight(turn, { ...settled, again: moved });
  return { ...rest, again: [...untouched, ...rest.again] };
}

/** A row of another run (somebody moved to another zone) is counted there. */
function withRows({ settings }: Turn, progress: Progress, rows: readonly Reminder[]): Progress {
  const own = rows.filter(({ runId }) => runId === runIdOf(progress.slice));
  const left = own.filter(({ status }) => mayHaveLeft(status));
  return {
    ...progress,
    slice: own
      .map(countOf)
      .reduce<Progress['slice']>((slice, counts: Counts) => counted(slice, counts), progress.slice),
    spent: left.reduce((sum, row) => sum + rupiahOf(row, settings), progress.spent),
  };
}
