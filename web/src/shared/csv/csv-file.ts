import type { Rejection } from '#domain/csv/table';

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
