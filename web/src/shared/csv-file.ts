import type { Rejection } from '#domain/csv-table';

/** A part of a CSV that the API takes in one call: the header and whole lines. `firstLine` is where its first row stands in the file. */
export type Piece = Readonly<{ text: string; firstLine: number }>;

const maxRows = 1_000;
/** A call takes a megabyte; what is left is for line breaks and the header. */
const maxBytes = 900_000;

/** The text of a CSV; null where it is not UTF-8, as an Excel workbook or an old "CSV" is not. */
export async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** A row is a line, as for the API. A file without rows is one piece all the same: the API says what is wrong with it. */
export function csvPieces(text: string): readonly Piece[] {
  const [header = '', ...rows] = text.split(/\r\n|\n|\r/);
  while (rows.at(-1)?.trim() === '') rows.pop();
  const pieces: Piece[] = [];
  let from = 0;
  do {
    const to = endOfPiece(rows, from);
    pieces.push({ text: [header, ...rows.slice(from, to)].join('\n'), firstLine: from + 2 });
    from = to;
  } while (from < rows.length);
  return pieces;
}

const encoder = new TextEncoder();

function endOfPiece(rows: readonly string[], from: number): number {
  let bytes = 0;
  let to = from;
  while (to < rows.length && to - from < maxRows) {
    bytes += encoder.encode(rows[to]).length + 1;
    if (bytes > maxBytes && to > from) break;
    to++;
  }
  return to;
}

/** What the API says of a piece: lines that were set aside, and its counts by name. */
export type Imported = Readonly<{ rejected: readonly Rejection[]; conflicts: readonly Readonly<{ line: number; reason: string }>[] }>;

/** What all pieces so far came to; null before the first. `failed` where a piece was not taken: those before it were, those after it were not sent. */
export type Import<A extends Imported> = Readonly<{ sum: A | null; pieces: number; sent: number; failed: Error | null }>;

/** Sends a file's pieces one after the other, in its order, and tells after each how far it is. Never throws. */
export async function importPieces<A extends Imported>(
  pieces: readonly Piece[],
  send: (piece: Piece) => Promise<A>,
  tell: (state: Import<A>) => void,
): Promise<Import<A>> {
  let state: Import<A> = { sum: null, pieces: pieces.length, sent: 0, failed: null };
  for (const piece of pieces) {
    tell(state);
    try {
      const answer = await send(piece);
      state = { ...state, sum: state.sum ? added(state.sum, answer) : answer, sent: state.sent + 1 };
    } catch (error) {
      return { ...state, failed: error as Error };
    }
  }
  return state;
}

/** Numbers are added up, lists go on. */
function added<A extends Imported>(left: A, right: A): A {
  const both = Object.entries(left).map(([name, value]) => {
    const more = (right as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(value) && Array.isArray(more)) return [name, [...value, ...more]];
    return [name, typeof value === 'number' && typeof more === 'number' ? value + more : value];
  });
  return Object.fromEntries(both) as A;
}

/** The lines that were not taken in, in the file's order, for whoever sets them right. */
export const setAside = ({ rejected, conflicts }: Imported): readonly (readonly string[])[] =>
  [
    ...rejected.map(({ line, field, value, reason }) => ({ line, rest: [field, value, reason] })),
    ...conflicts.map(({ line, reason }) => ({ line, rest: ['', '', reason] })),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ line, rest }) => [String(line), ...rest]);

/** As Indonesian Excel reads it: semicolons and a byte order mark. What would be a formula there is made text. */
export const csvBlob = (rows: readonly (readonly string[])[]): Blob =>
  new Blob([`\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`], { type: 'text/csv' });

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
