import type { Rejection } from '#domain/csv/table';
import type { Problem } from '#domain/problem';

/** A part of a CSV that the API takes in one call: the header and whole lines. `firstLine` is where its first row stands in the file. */
export type Piece = Readonly<{ text: string; firstLine: number }>;

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

/** As Indonesian Excel reads it: semicolons and a byte order mark. What would be a formula there is made text. */
export const csvBlob = (rows: readonly (readonly string[])[]): Blob =>
  new Blob([`\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`], {
    type: 'text/csv',
  });

function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(,\d+)?$/.test(text);
  const harmless = isFormula ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
