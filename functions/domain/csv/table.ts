import { type CellsOf, type Columns, isNeeded } from '#domain/csv/column';
import { headLines, headOf } from '#domain/csv/head';
import { headerCheck } from '#domain/csv/headings';
import { csvLines } from '#domain/csv/lines/line';
import { type CsvFault, isFault, readRow } from '#domain/csv/lines/read-row';
import { rowAt } from '#domain/csv/lines/row-at';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';

/** A line set aside for its first fault. */
export type Rejection = CsvFault & Readonly<{ line: number }>;

/** A cell or column that is not used, although all else of the line, or file, is. */
export type Warning = Rejection;

type Parsed<Row> = Readonly<{
  rows: readonly (Row & Readonly<{ line: number }>)[];
  rejected: readonly Rejection[];
  warnings: readonly Warning[];
}>;

/** Columns in any order, in whatever form an office saves the file: see docs/api/rosters.md. */
export function csvReader<C extends Columns>(columns: C) {
  const checkHeader = headerCheck(columns);

  /** `firstLine`: where the first row is in the file. Throws `Refused` for an unreadable file. */
  return function parse<Row extends object>(
    text: string,
    firstLine: number | undefined,
    rowOf: (cells: CellsOf<C>) => Row | CsvFault,
  ): Parsed<Row> {
    const lines = csvLines(text);
    const above = headLines(lines[0] ?? '');
    const first = firstLine ?? above + 1;
    const lineAt = (index: number) => (index < above ? index : first - 1 + index - above) + 1;
    refuseNotUtf8(lines, lineAt);
    const { delimiter, headings } = headOf(lines);
    const { named, unknown } = checkHeader(headings);
    const rows: (Row & Readonly<{ line: number }>)[] = [];
    const rejected: Rejection[] = [];
    // A later piece of a file has the same headings as its first.
    const warnings: Warning[] =
      first > above + 1 ? [] : unknown.map((name) => ignored(name, above));
    const neededFields = 1 + named.findLastIndex((name) => name && isNeeded(columns[name]));
    for (let index = above, next = above; index < lines.length; index = next) {
      const line = lineAt(index);
      const found = rowAt(lines, index, { delimiter, neededFields });
      next = index + found.lines;
      const read = readRow(lines[index] ?? '', found.fields, { named, columns, neededFields });
      if (!read) continue;
      const row = isFault(read) ? read : rowOf(read.cells as CellsOf<C>);
      if (isFault(row)) rejected.push({ line, ...row });
      else rows.push({ line, ...row });
      if (!isFault(read) && !isFault(row))
        warnings.push(...read.unused.map((fault) => ({ line, ...fault })));
    }
    return { rows, rejected, warnings };
  };
}

export function refuseMoreThanACall(rows: number, command: string): void {
  if (rows > maxRows)
    throw refused('too-large', problem('too-many-rows', { rows, most: maxRows, command }));
}

const maxRows = 1_000;

function ignored(heading: string, line: number): Warning {
  const name = heading.slice(0, 100);
  return { line, field: name, value: name, ...problem('unknown-column') };
}

/** A byte that is not UTF-8 was decoded to this character. */
function refuseNotUtf8(lines: readonly string[], lineAt: (index: number) => number): void {
  const found = lines.findIndex((line) => line.includes('\uFFFD'));
  if (found >= 0) throw refused('invalid', problem('not-utf8', { line: lineAt(found) }));
}
