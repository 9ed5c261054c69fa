import type { Line } from '#domain/csv/lines/line-reader';
import { mostLinesOfRow } from '#domain/csv/lines/row-at';

/** Lines that may be one row, as a cell may hold line breaks: a file is not cut between them. */
export type Lines = Line & Readonly<{ lines: number }>;

/** A line with an odd number of quotation marks opens a cell, or closes the one that is open. */
export function uncutLines() {
  let open: Lines | null = null;

  function take(line: Line): readonly Lines[] {
    const isOdd = line.text.split('"').length % 2 === 0;
    const joined: Lines = open
      ? { text: open.text + line.text, bytes: open.bytes + line.bytes, lines: open.lines + 1 }
      : { ...line, lines: 1 };
    const isWhole = isOdd === (open !== null) || joined.lines === mostLinesOfRow;
    open = isWhole ? null : joined;
    return isWhole ? [joined] : [];
  }

  const end = (): readonly Lines[] => (open ? [open] : []);

  return { take, end };
}
