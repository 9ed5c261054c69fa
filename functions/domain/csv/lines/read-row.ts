import { cleanText } from '#domain/clean-text';
import { cellText } from '#domain/csv/cell-text';
import type { Columns } from '#domain/csv/column';
import { longestLine } from '#domain/csv/lines/line';
import { type Problem, problem } from '#domain/problem';

/** `value` is from the file: for its sender, never logged. */
export type CsvFault = Problem & Readonly<{ field: string; value: string }>;

/** `neededFields`: up to the last column in which a row has to say something. */
export type Shape = Readonly<{
  named: readonly (string | null)[];
  columns: Columns;
  neededFields: number;
}>;

/** `cells` that are not said, or cannot be used, are absent; `unused` are the latter. */
type Cells = Readonly<{ cells: Readonly<Record<string, unknown>>; unused: readonly CsvFault[] }>;

/** Null for a blank line; its first fault where it cannot be used. */
export function readRow(
  line: string,
  fields: readonly string[] | null,
  shape: Shape,
): Cells | CsvFault | null {
  if (line.length > longestLine)
    return faultAt('line', line, problem('line-too-long', { most: longestLine }));
  if (!fields) return faultAt('line', '"', problem('unclosed-quote'));
  const texts = fields.map(cellText);
  if (texts.every((text) => text === '')) return null;
  return countFault(texts, shape) ?? readCells({ fields, texts }, shape);
}

export const isFault = (row: object): row is CsvFault => 'reason' in row;

/** Excel leaves out cells that are empty in all later columns; a cell too many is no column's. */
function countFault(texts: readonly string[], { named, neededFields }: Shape): CsvFault | null {
  const exceeds = texts.slice(named.length).some((text) => text !== '');
  if (texts.length >= neededFields && !exceeds) return null;
  const counts = { fields: texts.length, named: named.length };
  return faultAt('line', String(texts.length), problem('field-count', counts));
}

type Row = Readonly<{ fields: readonly string[]; texts: readonly string[] }>;

function readCells({ fields, texts }: Row, { named, columns }: Shape): Cells | CsvFault {
  const cells: Record<string, unknown> = {};
  const unused: CsvFault[] = [];
  for (const [index, text] of texts.entries()) {
    const name = named[index];
    const column = name && columns[name];
    if (!name || !column) continue;
    const reading = column.read(text);
    if ('value' in reading) {
      cells[name] = reading.value;
      continue;
    }
    const fault = faultAt(name, cleanText(fields[index] ?? ''), reading);
    if (column.faultCosts === 'line') return fault;
    unused.push(fault);
  }
  return { cells, unused };
}

const faultAt = (field: string, value: string, found: Problem): CsvFault => ({
  field,
  value: value.slice(0, 100),
  ...found,
});
