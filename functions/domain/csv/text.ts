import type { Delimiter } from '#domain/csv/lines/line';

export type Cell = string | number | boolean | null;

/** For Excel in Indonesia: semicolons, decimal commas, a BOM, without which UTF-8 is misread. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${csvLine(row)}\r\n`).join('')}`;

export const csvLine = (cells: readonly Cell[], delimiter: Delimiter = ';'): string =>
  cells.map((cell) => quoted(plain(cell), delimiter)).join(delimiter);

/** Excel would run such a text as a formula; the apostrophe makes it show the text. */
function plain(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = String(cell ?? '');
  return /^[=+\-@＝＋－＠\t\r]/.test(text) && !/^-?\d+(,\d+)?$/.test(text) ? `'${text}` : text;
}

const quoted = (text: string, delimiter: Delimiter): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
