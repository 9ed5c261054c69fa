import type { Delimiter } from '#domain/csv/line';

export type Cell = string | number | boolean | null;

/**
 * A CSV as Indonesian Excel reads it: semicolons, decimal commas, and a byte order mark, without
 * which it takes UTF-8 for something else.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${csvLine(row)}\r\n`).join('')}`;

export const csvLine = (cells: readonly Cell[], delimiter: Delimiter = ';'): string =>
  cells.map((cell) => quoted(plain(cell), delimiter)).join(delimiter);

/** A row is an object, whose inner objects become columns such as `rates.renewal`; lists are left out. */
export function csvOfObjects(rows: readonly object[]): string {
  const flat = rows.map((row) => flatten(row));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  return csvText([columns, ...flat.map((row) => columns.map((column) => row[column] ?? ''))]);
}

const flatten = (row: object, path = ''): Readonly<Record<string, Cell>> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, Cell][] => {
      if (Array.isArray(value)) return [];
      if (typeof value === 'object' && value !== null)
        return Object.entries(flatten(value, `${path}${name}.`));
      return [[`${path}${name}`, value]];
    }),
  );

/** A text that Excel would run as a formula begins with an apostrophe, which shows it as it is. */
function plain(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = String(cell ?? '');
  return /^[=+\-@＝＋－＠\t\r]/.test(text) && !/^-?\d+(,\d+)?$/.test(text) ? `'${text}` : text;
}

const quoted = (text: string, delimiter: Delimiter): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
