import type { CountedRow } from '#domain/renewals/counting/counts';
import type { RowChange } from '#flows/renewals/count-store';
import { cycleAt, paymentAt, reminderAt } from '#local/memory/state';

/**
 * The first change of each row, which says when a worker came, and what became of the row since:
 * all between the two cancels out in the counters. In the order of their positions.
 */
export function netChanges(changes: readonly RowChange[]): readonly RowChange[] {
  const firsts = new Map<string, RowChange>();
  const lasts = new Map<string, RowChange>();
  for (const change of changes) {
    if (change.removed)
      throw new Error('What a removed row had counted is archived, change by change');
    if (change.after === null) continue;
    const row = nameOf(change.after);
    const first = firsts.get(row);
    if (first) lasts.set(row, { ...change, before: first.after });
    else firsts.set(row, change);
  }
  return [...firsts.values(), ...lasts.values()].sort((a, b) =>
    BigInt(a.position) < BigInt(b.position) ? -1 : 1,
  );
}

function nameOf(row: CountedRow): string {
  if (row.kind === 'worker') return `worker ${row.worker.workerId}`;
  if (row.kind === 'cycle') return `cycle ${cycleAt(row.cycle)}`;
  if (row.kind === 'reminder') return `reminder ${reminderAt(row.reminder)}`;
  return `payment ${paymentAt(row.payment)}`;
}
