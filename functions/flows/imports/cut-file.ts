import { addSeconds } from '#domain/calendar/dates';
import { longestLine } from '#domain/csv/lines/line';
import { type Piece as Cut, type CutAt, csvCutter, NoCsv } from '#domain/csv/pieces';
import { failedImport, type Import } from '#domain/imports/import';
import { newPiece, type Piece } from '#domain/imports/piece';
import { nikCells, refuseRoundedNiks } from '#domain/people/roster/rounded-niks';
import { type Problem, problem } from '#domain/problem';
import { Refused, refused } from '#domain/refused';
import type { ImportFiles, ImportStore } from '#flows/imports/import-store';
import { kinds } from '#flows/imports/kinds';
import type { Clock } from '#flows/ports';

export type CutPorts = Readonly<{
  imports: Pick<ImportStore, 'get' | 'save' | 'addPieces'>;
  files: Pick<ImportFiles, 'read' | 'remove'>;
  clock: Clock;
}>;

/** Half of what the function has. */
const turnSeconds = 60;
const savedAtOnce = 100;

/**
 * Reads the file on from where an earlier turn came to, and notes where its pieces lie. Nothing of
 * it is imported before all of it was found to be readable. Answers the import as it is afterwards:
 * still `cutting` where the turn's time was up; null where another turn is ahead.
 */
export async function cutFile(of: Import, ports: CutPorts): Promise<Import | null> {
  try {
    return await cutOn(of, ports);
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return failWhole(of.importId, fault, ports);
  }
}

async function cutOn(of: Import, ports: CutPorts): Promise<Import | null> {
  const until = addSeconds(ports.clock.now(), turnSeconds);
  const cutter = csvCutter(of.fileName, await cutAt(of, ports));
  let [saved, fresh]: [Import | null, Piece[]] = [of, []];
  const take = (cut: readonly Cut[]): void => {
    for (const each of cut) {
      const piece = (saved?.pieces ?? 0) + fresh.length;
      judge(of, each, piece === 0);
      fresh.push(newPiece(of.importId, piece, each));
    }
  };
  const save = async (phase: Import['phase']): Promise<void> => {
    saved = saved && (await savePieces({ ...saved, phase }, fresh, ports));
    fresh = [];
  };
  for await (const bytes of await fileOf(of, { from: of.cut.byte, to: of.bytes }, ports)) {
    take(cutter.feed(bytes));
    refuseEndless(cutter.open());
    const isOver = ports.clock.now() > until;
    if (isOver || fresh.length >= savedAtOnce) await save('cutting');
    if (!saved) return null;
    if (isOver) return further(of, saved);
  }
  take(cutter.end());
  await save('working');
  return saved;
}

/** Of a line that is longer than a row may be no more than its end is looked for; in bytes. */
const mostOfLine = 64 * 1_024 ** 2;

function refuseEndless({ line, bytes }: Readonly<{ line: number; bytes: number }>): void {
  if (bytes > mostOfLine)
    throw refused('invalid', problem('import-line-endless', { line, most: mostOfLine }));
}

/** A turn that came no further would be followed by others for ever: this one is a failed try. */
function further(before: Import, after: Import): Import {
  if (after.cut.byte > before.cut.byte) return after;
  throw new Error(`A turn of ${turnSeconds} s came no further than line ${before.cut.line}`);
}

type Files = Readonly<{ files: Pick<ImportFiles, 'read'> }>;

/** Throws `Refused` where the file is gone or replaced. An empty range would answer all of it. */
export async function fileOf(
  { importId, etag }: Import,
  range: Readonly<{ from: number; to: number }>,
  { files }: Files,
): Promise<AsyncIterable<Uint8Array>> {
  if (range.from >= range.to) return noBytes();
  const bytes = await files.read({ importId, etag: etag ?? '', ...range });
  if (!bytes) throw refused('conflict', problem('import-file-gone'));
  return bytes;
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** The header is read anew, since it is not kept: where one is missing it is somebody's row. */
export async function cutAt(
  of: Import,
  ports: Files,
  { line, byte }: Pick<CutAt, 'line' | 'byte'> = of.cut,
): Promise<CutAt | undefined> {
  const { headerBytes } = of.cut;
  if (headerBytes === 0) return undefined;
  const decoder = new TextDecoder();
  let header = '';
  for await (const bytes of await fileOf(of, { from: 0, to: headerBytes }, ports))
    header += decoder.decode(bytes, { stream: true });
  return { header: header.replace(/^\uFEFF+/, ''), line, byte };
}

/** What makes a file unfit as a whole; all else costs a line. */
function judge({ kind }: Import, { text, firstLine }: Cut, isFirst: boolean): void {
  if (isFirst || text.includes('\uFFFD')) kinds[kind].read(text, firstLine);
  refuseRoundedNiks(nikCells(text));
}

/** First the pieces, then how far: a turn that is stopped between the two writes them again. */
async function savePieces(
  of: Import,
  fresh: readonly Piece[],
  { imports, clock }: CutPorts,
): Promise<Import | null> {
  await imports.addPieces(fresh);
  const [first, last] = [fresh[0], fresh.at(-1)];
  return imports.save({
    ...of,
    cut: {
      headerBytes: of.cut.headerBytes || (first?.startByte ?? 0),
      byte: last?.endByte ?? of.cut.byte,
      line: last ? last.lastLine + 1 : of.cut.line,
    },
    pieces: of.pieces + fresh.length,
    rows: { ...of.rows, total: of.rows.total + fresh.reduce((sum, { rows }) => sum + rows, 0) },
    movedAt: clock.now(),
  });
}

const noCsv = {
  'not-text': () => problem('import-not-text'),
  empty: () => problem('import-empty'),
  'no-header': () => problem('no-header', { most: longestLine }),
} as const satisfies Record<NoCsv['why'], () => Problem>;

/** Of the file as a whole; null for what may pass. */
function faultOf(error: unknown): Problem | null {
  if (error instanceof NoCsv) return noCsv[error.why]();
  return error instanceof Refused && error.code !== 'busy' ? (error.issues[0] ?? null) : null;
}

async function failWhole(
  importId: string,
  fault: Problem,
  { imports, files, clock }: CutPorts,
): Promise<Import | null> {
  const of = await imports.get(importId);
  if (of?.phase !== 'cutting') return null;
  const failed = await imports.save(failedImport(of, fault, clock.now()));
  if (failed) await files.remove(importId);
  return failed;
}
