/**
 * A part of a CSV that the API takes in one call: the header and whole lines. Its rows stand on the
 * lines `firstLine` to `lastLine` of the file, and end at its byte `endByte`.
 */
export type Piece = Readonly<{
  text: string;
  firstLine: number;
  lastLine: number;
  endByte: number;
}>;

/** Why a file cannot be cut at all; anything else about it the API says. */
export class NoCsv extends Error {
  readonly why: 'not-text' | 'empty' | 'no-header' | 'unreadable';

  constructor(why: NoCsv['why'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}

const maxRows = 1_000;
/** A character is at most three bytes of UTF-8: with the header this stays below the megabyte that a call takes. */
const maxCharacters = 300_000;
const maxHeaderCharacters = 10_000;

/**
 * Cuts a CSV file of any size into pieces while it is read, in constant memory: a million workers
 * are 120 MB. It is fed the file's bytes in their order, then told their end; each answers the
 * pieces that are whole by then. A row is a line, as in table.ts, whatever quotes it has.
 * Throws `NoCsv`, whose sentence calls the file `name`.
 */
export function csvCutter(name: string) {
  const decoded = decoderOf(name);
  let header = '';
  let rest = '';
  let firstLine = 2;
  let endByte = 0;

  function cut({ end, lines }: Cut): Piece {
    const rows = rest.slice(0, end);
    rest = rest.slice(end);
    endByte += bytesOf(rows);
    const piece = { text: header + rows, firstLine, lastLine: firstLine + lines - 1, endByte };
    firstLine += lines;
    return piece;
  }

  function feed(bytes?: Uint8Array): readonly Piece[] {
    rest += decoded(bytes);
    if (header === '') {
      header = headerOf(rest, name);
      rest = rest.slice(header.length);
      endByte = bytesOf(header);
    }
    const pieces: Piece[] = [];
    if (header !== '')
      for (let next = endOfPiece(rest); next; next = endOfPiece(rest)) pieces.push(cut(next));
    return pieces;
  }

  function end(): readonly Piece[] {
    const pieces = feed();
    const isBlank = rest.trim() === '';
    if (isBlank && header === '')
      throw new NoCsv('empty', `${name} is empty: it needs a header row, and a row under it`);
    if (isBlank && firstLine > 2) return pieces;
    return [...pieces, cut({ end: rest.length, lines: rest.trimEnd().split('\n').length })];
  }

  return { feed, end };
}

type Cut = Readonly<{ end: number; lines: number }>;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Bytes may end in half a letter; without bytes it is told that none follow. */
function decoderOf(name: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
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

/** With its line break; empty where it has not come whole yet. */
function headerOf(text: string, name: string): string {
  const end = text.indexOf('\n');
  if (end >= 0 && end < maxHeaderCharacters) return text.slice(0, end + 1);
  if (text.length > maxHeaderCharacters)
    throw new NoCsv(
      'no-header',
      `${name} has no header row: its first line is over ${maxHeaderCharacters} characters long`,
    );
  return '';
}

/** Where the piece ends that `rest` begins with; null where it is not full yet. A line that is longer than a piece may be is cut: it is none. */
function endOfPiece(rest: string): Cut | null {
  let [end, lines] = [0, 0];
  for (let at = rest.indexOf('\n'); at >= 0 && at < maxCharacters; at = rest.indexOf('\n', end)) {
    end = at + 1;
    lines++;
    if (lines === maxRows) return { end, lines };
  }
  if (rest.length < maxCharacters) return null;
  return lines > 0 ? { end, lines } : { end: maxCharacters, lines: 1 };
}
