import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

/** A part of a CSV that the API takes in one call: the header and whole rows. `firstLine` is where its first row stands in the file; `readBytes` how far we are. */
export type Piece = Readonly<{ text: string; firstLine: number; readBytes: number }>;

const maxRows = 1_000;
const maxBytes = 900_000;
const maxHeaderBytes = 10_000;

/**
 * Cuts a CSV file of any size into pieces while reading it, in constant memory. A row ends at a line break outside quotes; a stray quote,
 * which would make a row of all that follows, ends with its piece. Throws an Error with one sentence where the file is not text at all.
 */
export async function* csvPieces(file: string, row = 'worker'): AsyncGenerator<Piece> {
  let header: string | undefined;
  let rest = '';
  let line = 2;
  let readBytes = 0;
  for await (const { text, bytes } of textOf(file)) {
    readBytes = bytes;
    rest += text;
    if (header === undefined) {
      header = headerIn(rest, file);
      if (header === undefined) continue;
      rest = rest.slice(header.length);
    }
    for (let cut = endOfPiece(rest); cut > 0; cut = endOfPiece(rest)) {
      const rows = rest.slice(0, cut);
      yield { text: header + rows, firstLine: line, readBytes };
      line += linesIn(rows);
      rest = rest.slice(cut);
    }
  }
  if (header === undefined && rest.trim() === '') throw new Error(`${basename(file)} is empty: it needs a header row and one row a ${row}`);
  if (rest !== '' || line === 2) yield { text: (header ?? '') + rest, firstLine: line, readBytes };
}

async function* textOf(file: string): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    bytes += chunk.length;
    yield { text: decoded(decoder, chunk, file), bytes };
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, file: string): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new Error(`${basename(file)} is not UTF-8 text: in Excel choose "CSV UTF-8 (Comma delimited)" when saving`);
  }
}

function headerIn(text: string, file: string): string | undefined {
  const end = text.indexOf('\n');
  if (end >= 0 && end < maxHeaderBytes) return text.slice(0, end + 1);
  if (text.length > maxHeaderBytes)
    throw new Error(`${basename(file)} has no header row: its first line is over ${maxHeaderBytes} characters long`);
  return undefined;
}

/** Where the piece ends that `rest` begins with; 0 where it is not full yet. */
function endOfPiece(rest: string): number {
  let rows = 0;
  let quoted = false;
  let lastEnd = 0;
  for (let at = 0; at < rest.length; at++) {
    const character = rest[at];
    if (character === '"') quoted = !quoted;
    if (character === '\n' && !quoted) {
      rows++;
      lastEnd = at + 1;
    }
    if (rows === maxRows) return lastEnd;
    if (at >= maxBytes) return lastEnd || rest.lastIndexOf('\n', at) + 1 || at + 1;
  }
  return 0;
}

const linesIn = (text: string): number => text.split('\n').length - 1;
