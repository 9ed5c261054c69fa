import { recordedPayment } from '#domain/payments/recorded-payment';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { RowChange } from '#flows/renewals/count-store';
import type { State } from '#local/memory/state';

/**
 * Every change of a counted row, in order, as the table's stream has it. Readers may remove them.
 */
export function watch({ workers, cycles, reminders, payments }: State): RowChange[] {
  const changes: RowChange[] = [];
  let position = 0;
  const note = (change: Omit<RowChange, 'position'>): void => {
    position += 1;
    changes.push({ position: String(position), ...change });
  };
  follow(workers, (worker) => ({ kind: 'worker', worker }), note);
  follow(cycles, (cycle) => ({ kind: 'cycle', cycle }), note);
  follow(reminders, (reminder) => ({ kind: 'reminder', reminder }), note);
  follow(payments, (payment) => ({ kind: 'payment', payment: recordedPayment(payment) }), note);
  return changes;
}

type Note = (change: Omit<RowChange, 'position'>) => void;

function follow<T>(rows: Map<string, T>, rowOf: (value: T) => CountedRow, note: Note): void {
  const [set, remove] = [rows.set.bind(rows), rows.delete.bind(rows)];
  const told = (before: T | undefined, after: T | undefined): void => {
    const [was, is] = [before, after].map((value) => (value === undefined ? null : rowOf(value)));
    note({ before: was ?? null, after: is ?? null, removed: after === undefined });
  };
  rows.set = (key, value) => {
    told(rows.get(key), value);
    return set(key, value);
  };
  rows.delete = (key) => {
    if (rows.has(key)) told(rows.get(key), undefined);
    return remove(key);
  };
}
