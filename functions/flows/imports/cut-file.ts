import { addSeconds } from '#domain/calendar/dates';
import { type Piece as Cut, csvCutter } from '#domain/csv/pieces';
import { failedImport, type Import } from '#domain/imports/import';
import { newPiece, type Piece } from '#domain/imports/piece';
import { type Problem, problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { faultOf, judge } from '#flows/imports/file-fault';
import type { ImportFiles, ImportStore } from '#flows/imports/import-store';
import { cutAt, fileOf } from '#flows/imports/uploaded-file';
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
