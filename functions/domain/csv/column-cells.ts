import { cellText } from '#domain/csv/cell-text';
import { headLines, headOf } from '#domain/csv/head';
import { simplified } from '#domain/csv/headings';
import { csvFields, csvLines, longestLine } from '#domain/csv/lines/line';

/** What the lines say in the column that has one of these headings; empty cells are left out. */
export function columnCells(text: string, headings: readonly string[]): readonly string[] {
  const lines = csvLines(text);
  const above = headLines(lines[0] ?? '');
  const { delimiter, headings: found } = headOf(lines);
  const at = found.findIndex((heading) => headings.includes(simplified(cellText(heading))));
  if (at < 0) return [];
  return lines
    .slice(above)
    .filter((line) => line.length <= longestLine)
    .map((line) => cellText(csvFields(line, delimiter)?.[at] ?? ''))
    .filter((cell) => cell !== '');
}
