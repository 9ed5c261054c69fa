import type { Rejection, Warning } from '#domain/csv/table';
import { type Cell, csvText } from '#domain/csv/text';
import type { Problem } from '#domain/problem';

/** What the API answers to a piece: what it did not use. */
export type Imported = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly (Problem & Readonly<{ line: number }>)[];
  warnings: readonly Warning[];
}>;

/** The rejected lines in the file's order, for the person who corrects them. */
export const setAside = ({
  rejected,
  conflicts,
}: Pick<Imported, 'rejected' | 'conflicts'>): readonly Rejection[] =>
  [...rejected, ...conflicts.map((conflict) => ({ field: '', value: '', ...conflict }))].sort(
    (a, b) => a.line - b.line,
  );

export const csvBlob = (rows: readonly (readonly Cell[])[]): Blob =>
  new Blob([csvText(rows)], { type: 'text/csv' });
