import { runIdOf } from '#domain/sending/slice';
import { type Progress, type SendContext, withRows } from '#flows/sending/batch/send-context';

/**
 * Recovers workers left in flight by a holder who is gone, or written by somebody else meanwhile. A
 * row that is still claimed may have led to a text: it becomes `unknown`, and is never sent again
 * by itself. The rows alone say what is counted and spent; a worker without a row stays in flight.
 */
export async function recoverInFlight(context: SendContext, progress: Progress): Promise<Progress> {
  if (progress.again.length === 0) return progress;
  const { reminders, clock, metrics } = context.ports;
  const fresh = await reminders.readFresh(progress.again, progress.slice);
  const rows = progress.again.flatMap((id) => fresh.get(id)?.reminder ?? []);
  const claimed = rows.filter(({ status }) => status === 'claimed');
  const presumed = await Promise.all(
    claimed.map((row) => reminders.presumeUnknown(row, row.claimId, clock.now())),
  );
  const unknown = claimed
    .filter((_, index) => presumed[index])
    .map((row) => ({ ...row, status: 'unknown' as const }));
  metrics.count('unknown', unknown.length);
  // A row of another run (the worker moved to another zone) is counted there.
  const own = [...rows.filter(({ status }) => status !== 'claimed'), ...unknown].filter(
    ({ runId }) => runId === runIdOf(progress.slice),
  );
  const recovered = withRows(context, progress, own);
  const untouched = progress.again.filter((id) => !fresh.get(id)?.reminder);
  // Recorded or released by its holder in the same moment: what the row says now counts.
  const moved = claimed.filter((_, index) => !presumed[index]).map(({ workerId }) => workerId);
  const rest = await recoverInFlight(context, { ...recovered, again: moved });
  return { ...rest, again: [...untouched, ...rest.again] };
}
