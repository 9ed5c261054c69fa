import { longestLine } from '#domain/csv/lines/line';

/** A line with its line break. `bytes` are those that it has in the file. */
export type Line = Readonly<{ text: string; bytes: number }>;

/** In constant memory: of a line that is too long it keeps just what the API refuses as that. */
export function lineReader() {
  let open = '';
  let skipped = 0;

  function lineOf(text: string, lineBreak: string): Line {
    const bytes = skipped + bytesOf(text + lineBreak);
    skipped = 0;
    return { text: kept(text) + lineBreak, bytes };
  }

  /** The complete lines. A CR at the end may be half a line break, and waits for the next part. */
  function feed(part: string, lineBreaks = /\r\n|\n|\r(?!$)/g): readonly Line[] {
    const text = open + part;
    const lines: Line[] = [];
    let from = 0;
    for (const { index, 0: lineBreak } of text.matchAll(lineBreaks)) {
      lines.push(lineOf(text.slice(from, index), lineBreak));
      from = index + lineBreak.length;
    }
    const rest = text.slice(from);
    open = kept(rest) + (rest.length > longestLine && rest.endsWith('\r') ? '\r' : '');
    skipped += bytesOf(rest) - bytesOf(open);
    return lines;
  }

  function end(): readonly Line[] {
    const lines = feed('', /\r\n|\n|\r/g);
    return open === '' ? lines : [...lines, lineOf(open, '')];
  }

  return {
    ...{ feed, end, isOverlong: () => open.length > longestLine },
    /** Of the line that has not ended yet. */
    openBytes: () => skipped + bytesOf(open),
  };
}

const kept = (text: string): string => text.slice(0, longestLine + 1);

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
