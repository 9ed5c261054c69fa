import type { Rejection } from '#domain/csv/table';
import { type Cell, csvText } from '#domain/csv/text';

/** What the API says of a piece: lines that were set aside, and its counts by name. */
export type Imported = Readonly<{
  rejected: readonly Rejection[];
  conflicts: readonly Readonly<{ line: number; reason: string }>[];
}>;

/** The lines that were not taken in, in the file's order, for whoever sets them right. */
export const setAside = ({ rejected, conflicts }: Imported): readonly (readonly string[])[] =>
  [
    ...rejected.map(({ line, field, value, reason }) => ({ line, rest: [field, value, reason] })),
    ...conflicts.map(({ line, reason }) => ({ line, rest: ['', '', reason] })),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ line, rest }) => [String(line), ...rest]);

export const csvBlob = (rows: readonly (readonly Cell[])[]): Blob =>
  new Blob([csvText(rows)], { type: 'text/csv' });
