/** `words` are beside the left edge of their column, numbers beside the right one. */
export type Column = Readonly<{ head: string; words?: boolean }>;

/**
 * Rows under their heads, two spaces between columns; a head may have two lines, cut at `\n`. No
 * row is broken: a number on two lines is no number.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const heads = columns.map(({ head }) => head.split('\n'));
  const height = Math.max(...heads.map(({ length }) => length));
  const headRows = Array.from({ length: height }, (_, line) =>
    heads.map((lines) => lines[line - height + lines.length] ?? ''),
  );
  const widths = columns.map((_, index) =>
    Math.max(...[...headRows, ...rows].map((row) => (row[index] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map(({ words }, index) => fitted(row[index] ?? '', widths[index] ?? 0, words ?? false))
      .join('  ')
      .trimEnd();
  return [
    ...headRows.map(line),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...rows.map(line),
  ].join('\n');
}

const fitted = (cell: string, width: number, words: boolean): string =>
  words ? cell.padEnd(width) : cell.padStart(width);

/** A sentence on lines of at most so many characters. */
export function wrapped(text: string, width = 100): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join('\n');
}
