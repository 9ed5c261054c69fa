/** The header and rows `firstLine` to `lastLine` of the file, which end at its byte `endByte`. */
export type Piece = Readonly<{
  text: string;
  firstLine: number;
  lastLine: number;
  endByte: number;
}>;

/** A file that cannot be cut into pieces. All other faults are for the API to find. */
export class NoCsv extends Error {
  readonly why: 'not-text' | 'empty' | 'no-header' | 'unreadable';

  constructor(why: NoCsv['why'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}

const maxRows = 1_000;
/** At most 3 bytes each in UTF-8: with the header this stays below the megabyte of a call. */
const maxCharacters = 300_000;
const maxHeaderCharacters = 10_000;

/**
 * In constant memory: a million workers are 120 MB. `feed` takes the bytes in order, `end` says
 * that none follow; each answers the complete pieces. Throws `NoCsv`, which names the file.
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

/** Bytes may end within a letter, which is kept for the next call; no bytes mean the end. */
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

/** With its line break; empty while the header is not complete. */
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

/** Null while it is not full. An overlong line is cut: it is not a row of ours. */
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
