import { csvFields, type Delimiter, longestLine } from '#domain/csv/lines/line';

/** `neededFields`: with fewer fields a line is no row of its own. */
type Shape = Readonly<{ delimiter: Delimiter; neededFields: number }>;

/** `fields` are null where a quotation mark is not closed; `lines`: how many the row takes. */
type RowAt = Readonly<{ fields: readonly string[] | null; lines: number }>;

/** An address has three lines or four. */
export const mostLinesOfRow = 5;

/**
 * A cell may hold line breaks, but no line that could be a row is taken for a part of another: a
 * forgotten quotation mark costs its line alone, not the neighbour's payment.
 */
export function rowAt(lines: readonly string[], index: number, shape: Shape): RowAt {
  const first = lines[index] ?? '';
  const fields = csvFields(first, shape.delimiter);
  if (fields || !mayGoOn(first, shape)) return { fields, lines: 1 };
  let text = first;
  for (let count = 2; count <= mostLinesOfRow; count++) {
    const next = lines[index + count - 1];
    if (next === undefined || isRow(next, shape)) break;
    text += `\n${next}`;
    if (text.length > longestLine) break;
    const joined = csvFields(text, shape.delimiter);
    if (joined && joined.length >= shape.neededFields) return { fields: joined, lines: count };
  }
  return { fields: null, lines: 1 };
}

/** In the last cell a quotation mark opens a cell that goes on, whatever stands before it. */
const mayGoOn = (line: string, shape: Shape): boolean =>
  !isRow(line, shape) || line.lastIndexOf('"') > line.lastIndexOf(shape.delimiter);

const isRow = (line: string, { delimiter, neededFields }: Shape): boolean =>
  line.split(delimiter).length >= neededFields;
