import { stringify } from 'csv-stringify/sync';

type Cell = string | number | boolean | null;

/**
 * A CSV as Indonesian Excel reads it: semicolons, decimal commas, and a byte order mark, without which it takes UTF-8 for something else. A row is an object,
 * whose inner objects become columns such as `rates.renewal`; lists are left out.
 */
export function csvText(rows: readonly object[]): string {
  const flat = rows.map((row) => flatten(row));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  return stringify([columns, ...flat.map((row) => columns.map((column) => row[column] ?? ''))], {
    ...{ bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true },
    cast: {
      number: (value) => ({ value: String(value).replace('.', ','), escape_formulas: false }),
      boolean: String,
    },
  });
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
