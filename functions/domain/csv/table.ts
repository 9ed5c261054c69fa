import type { CellsOf, Columns } from '#domain/csv/column';
import { headerCheck } from '#domain/csv/headings';
import { csvFields, delimiterOf } from '#domain/csv/line';
import { type Problem, problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';

/** A line set aside for its first fault. `value` is from the file: for its sender, never logged. */
export type Rejection = CsvFault & Readonly<{ line: number }>;
export type CsvFault = Problem & Readonly<{ field: string; value: string }>;

type Parsed<Row> = Readonly<{
  rows: readonly (Row & Readonly<{ line: number }>)[];
  rejected: readonly Rejection[];
}>;

/** Columns in any order; with or without BOM, comma or semicolon, LF or CRLF. */
export function csvReader<C extends Columns>(columns: C) {
  const checkHeader = headerCheck(columns);

  /** `firstLine`: where the first row is in the file. Throws `Refused` for an unreadable file. */
  return function parse<Row extends object>(
    text: string,
    firstLine = 2,
    rowOf: (cells: CellsOf<C>, named: readonly (keyof C)[]) => Row | CsvFault,
  ): Parsed<Row> {
    const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
    if (text.includes(replacement))
      throw notUtf8(
        header.includes(replacement)
          ? 1
          : firstLine + lines.findIndex((line) => line.includes(replacement)),
      );
    const delimiter = delimiterOf(header);
    const named = checkHeader(csvFields(header, delimiter) ?? [header]);
    const rows: (Row & Readonly<{ line: number }>)[] = [];
    const rejected: Rejection[] = [];
    for (const [index, line] of lines.entries()) {
      if (/^[\s,;]*$/.test(line)) continue;
      const cells = readCells(csvFields(line, delimiter), named, columns);
      const row = isFault(cells) ? cells : rowOf(cells as CellsOf<C>, named);
      if (isFault(row))
        rejected.push({ line: firstLine + index, ...row, value: row.value.slice(0, 100) });
      else rows.push({ line: firstLine + index, ...row });
    }
    return { rows, rejected };
  };
}

export function refuseMoreThanACall(rows: number, command: string): void {
  if (rows > maxRows)
    throw refused('too-large', problem('too-many-rows', { rows, most: maxRows, command }));
}

const maxRows = 1_000;

function readCells(
  fields: readonly string[] | null,
  named: readonly string[],
  columns: Columns,
): Readonly<Record<string, unknown>> | CsvFault {
  if (!fields) return { field: 'line', value: '"', ...problem('unclosed-quote') };
  if (fields.length !== named.length)
    return {
      field: 'line',
      value: String(fields.length),
      ...problem('field-count', { fields: fields.length, named: named.length }),
    };
  const values: Record<string, unknown> = {};
  for (const [index, field] of named.entries()) {
    const value = fields[index] ?? '';
    const reading = columns[field]?.read(value) ?? { value };
    if ('reason' in reading) return { field, value, ...reading };
    values[field] = reading.value;
  }
  return values;
}

const isFault = (row: object): row is CsvFault => 'reason' in row;

const replacement = '\uFFFD';

const notUtf8 = (line: number): Refused => refused('invalid', problem('not-utf8', { line }));
