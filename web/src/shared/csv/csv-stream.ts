import type { Piece } from './csv-file.ts';

/** `endByte`: where in the file the piece ends. `lastLine`: the line on which it ends. */
export type StreamedPiece = Piece & Readonly<{ endByte: number; lastLine: number }>;

/** Why a file cannot be cut at all; anything else about it the API says. */
export class NoCsv extends Error {
  readonly why: 'not-text' | 'empty' | 'no-header' | 'unreadable';

  constructor(why: NoCsv['why'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}

/** As a browser's `File`; the commands make one of a path. */
type Source = Pick<File, 'name' | 'stream'>;

const maxRows = 1_000;
/** A character is at most three bytes of UTF-8: with the header this stays below the megabyte that a call takes. */
const maxCharacters = 300_000;
const maxHeaderCharacters = 10_000;

/**
 * Cuts a CSV file of any size into pieces while it is read, in constant memory: a million workers are 120 MB. A row is a line, as for the API
 * (functions/domain/csv/table.ts), whatever quotes it has. Throws `NoCsv`.
 */
export async function* streamedPieces(file: Source): AsyncGenerator<StreamedPiece> {
  let header: string | undefined;
  let rest = '';
  let firstLine = 2;
  let endByte = 0;
  const piece = (rows: string, lines: number): StreamedPiece => {
    endByte += bytesOf(rows);
    return { text: (header ?? '') + rows, firstLine, lastLine: firstLine + lines - 1, endByte };
  };
  for await (const text of textIn(file)) {
    rest += text;
    if (header === undefined) {
      header = headerOf(rest, file);
      if (header === undefined) continue;
      rest = rest.slice(header.length);
      endByte = bytesOf(header);
    }
    for (let cut = endOfPiece(rest); cut; cut = endOfPiece(rest)) {
      yield piece(rest.slice(0, cut.end), cut.lines);
      firstLine += cut.lines;
      rest = rest.slice(cut.end);
    }
  }
  if (header === undefined && rest.trim() === '') throw new NoCsv('empty', `${file.name} is empty`);
  if (rest.trim() === '' && firstLine > 2) return;
  yield piece(rest, rest.trimEnd().split('\n').length);
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

async function* textIn(file: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  try {
    for (
      let { done, value } = await readOn(reader, file);
      !done;
      { done, value } = await readOn(reader, file)
    )
      yield decoded(file, () => decoder.decode(value, { stream: true }));
    yield decoded(file, () => decoder.decode());
  } finally {
    // Also where nobody wants the rest.
    await reader.cancel().catch(() => undefined);
  }
}

/** A file that was moved or written since it was chosen is not read half old, half new. */
const readOn = (reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, { name }: Source) =>
  reader.read().catch((error: Error) => {
    throw new NoCsv('unreadable', `${name} cannot be read: ${error.message}`, { cause: error });
  });

function decoded({ name }: Source, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new NoCsv(
      'not-text',
      `${name} is not UTF-8 text: in Excel choose "CSV UTF-8 (Comma delimited)" when saving`,
    );
  }
}

function headerOf(text: string, { name }: Source): string | undefined {
  const end = text.indexOf('\n');
  if (end >= 0 && end < maxHeaderCharacters) return text.slice(0, end + 1);
  if (text.length > maxHeaderCharacters)
    throw new NoCsv(
      'no-header',
      `${name} has no header row: its first line is over ${maxHeaderCharacters} characters long`,
    );
  return undefined;
}

/** Where the piece ends that `rest` begins with; null where it is not full yet. A line that is longer than a piece may be is cut: it is none. */
function endOfPiece(rest: string): Readonly<{ end: number; lines: number }> | null {
  let [end, lines] = [0, 0];
  for (let at = rest.indexOf('\n'); at >= 0 && at < maxCharacters; at = rest.indexOf('\n', end)) {
    end = at + 1;
    lines++;
    if (lines === maxRows) return { end, lines };
  }
  if (rest.length < maxCharacters) return null;
  return lines > 0 ? { end, lines } : { end: maxCharacters, lines: 1 };
}
