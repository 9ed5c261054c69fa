import type { Rejection } from '#domain/csv/table';
import { type Cell, csvText } from '#domain/csv/text';
import type { Problem } from '#domain/problem';

/** What the API says of a piece: lines that were set aside, and its counts by name. */
export type Imported = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly (Problem & Readonly<{ line: number }>)[];
}>;

/** The lines that were not taken in, in the file's order, for whoever sets them right. */
export const setAside = ({ rejected, conflicts }: Imported): readonly Rejection[] =>
  [...rejected, ...conflicts.map((conflict) => ({ field: '', value: '', ...conflict }))].sort(
    (a, b) => a.line - b.line,
  );

export const csvBlob = (rows: readonly (readonly Cell[])[]): Blob =>
  new Blob([csvText(rows)], { type: 'text/csv' });
