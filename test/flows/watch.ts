import type { CountedRow } from '#domain/counts';
import type { RowChange } from '#flows/ports';
import type { State } from '../memory/state.ts';

/** Writes down every change of a row that is counted, in order, as the table's stream does. */
export function watch({ workers, cycles, reminders }: State): readonly RowChange[] {
  const changes: RowChange[] = [];
  follow(workers, (worker) => ({ kind: 'worker', worker }), changes);
  follow(cycles, (cycle) => ({ kind: 'cycle', cycle }), changes);
  follow(reminders, (reminder) => ({ kind: 'reminder', reminder }), changes);
  return changes;
}

function follow<T>(rows: Map<string, T>, rowOf: (value: T) => CountedRow, changes: RowChange[]): void {
  const [set, remove] = [rows.set.bind(rows), rows.delete.bind(rows)];
  const told = (before: T | undefined, after: T | undefined): void => {
    const [was, is] = [before, after].map((value) => (value === undefined ? null : rowOf(value)));
    changes.push({ position: String(changes.length + 1), before: was ?? null, after: is ?? null, removed: after === undefined });
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
