import { headLines } from '#domain/csv/head';
import { longestLine } from '#domain/csv/lines/line';
import { type Line, lineReader } from '#domain/csv/lines/line-reader';
import { type Lines, uncutLines } from '#domain/csv/lines/uncut-lines';

/** Bytes from `startByte` to before `endByte`. `rows`: not blank; a cell with breaks is one. */
export type Piece = Readonly<{
  text: string;
  firstLine: number;
  lastLine: number;
  startByte: number;
  endByte: number;
  rows: number;
}>;

/** Where a piece begins: after its end the file is cut as if it had been cut from its beginning. */
export type CutAt = Readonly<{ header: string; line: number; byte: number }>;

/** A file that cannot be cut into pieces. All other faults are for the API to find. */
export class NoCsv extends Error {
  readonly why: 'not-text' | 'empty' | 'no-header';

  constructor(why: NoCsv['why'], message: string) {
    super(message);
    this.why = why;
  }
}

const maxRows = 1_000;
/** At most 3 bytes each in UTF-8: with the header this stays below the megabyte of a call. */
const maxCharacters = 300_000;

/**
 * In constant memory: a million workers are 120 MB. `feed` and `end` answer the complete pieces.
 * Throws `NoCsv`, which names the file. The bytes that are fed begin at `from`.
 */
export function csvCutter(name: string, from?: CutAt) {
  const decoded = decoderOf(name);
  const reader = lineReader();
  const uncut = uncutLines();
  let { header, line: firstLine, byte: endByte } = from ?? { header: '', line: 1, byte: 0 };
  let startByte = endByte;
  let headerIsWhole = from !== undefined;
  let isFirst = from === undefined;
  let [rows, lines, filled] = ['', 0, 0];
  let openLine = firstLine;

  function cut(): Piece {
    const lastLine = firstLine + Math.max(1, lines) - 1;
    const piece = { text: header + rows, firstLine, lastLine, startByte, endByte, rows: filled };
    firstLine += lines;
    startByte = endByte;
    isFirst = false;
    [rows, lines, filled] = ['', 0, 0];
    return piece;
  }

  function take(line: Line): readonly Piece[] {
    openLine++;
    if (headerIsWhole) return uncut.take(line).flatMap(takeRows);
    takeHeader(line);
    return [];
  }

  function takeRows(each: Lines): readonly Piece[] {
    const isFull = lines + each.lines > maxRows || rows.length + each.text.length > maxCharacters;
    const pieces = lines > 0 && isFull ? [cut()] : [];
    rows += each.text;
    lines += each.lines;
    filled += each.text.trim() === '' ? 0 : 1;
    endByte += each.bytes;
    return lines === maxRows ? [...pieces, cut()] : pieces;
  }

  /** `sep=;` belongs to it: each piece has to say how it is to be read. */
  function takeHeader({ text, bytes }: Line): void {
    if (text.trimEnd().length > longestLine) throw noHeader(name);
    header += text.replace(/^\uFEFF+/, '');
    endByte += bytes;
    startByte = endByte;
    headerIsWhole = firstLine === headLines(header.split(/[\r\n]/, 1)[0] ?? '');
    firstLine++;
  }

  function feed(bytes: Uint8Array): readonly Piece[] {
    const pieces = reader.feed(decoded(bytes)).flatMap(take);
    if (!headerIsWhole && reader.isOverlong()) throw noHeader(name);
    return pieces;
  }

  function end(): readonly Piece[] {
    const last = [...reader.feed(decoded()), ...reader.end()].flatMap(take);
    const pieces = [...last, ...uncut.end().flatMap(takeRows)];
    if (`${header}${rows}`.trim() === '')
      throw new NoCsv('empty', `${name} is empty: it needs a header row, and a row under it`);
    // Of a header alone the API says what it finds.
    return rows.trim() !== '' || isFirst ? [...pieces, cut()] : pieces;
  }

  /** The line that has not ended yet, and how much of it there was. */
  const open = () => ({ line: openLine, bytes: reader.openBytes() });

  return { feed, end, open };
}

/** No bytes mean the end. The byte order mark stays: bytes are counted as they are in the file. */
function decoderOf(name: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new NoCsv(
        'not-text',
        `${name} is not UTF-8 text: in Excel choose "CSV UTF-8 (Comma delimited)" when saving`,
      );
    }
  };
}

const noHeader = (name: string): NoCsv =>
  new NoCsv(
    'no-header',
    `${name} has no header row: its first line is over ${longestLine} characters long`,
  );
