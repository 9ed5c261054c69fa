import type { Import } from '#domain/imports/import';
import type { PieceMessage } from '#domain/imports/piece';
import type { Settings } from '#domain/settings';
import { type CutPorts, cutFile } from '#flows/imports/cut-file';
import { type FinishPorts, finishImport } from '#flows/imports/finish-import';
import type { ImportStore, PieceQueue } from '#flows/imports/import-store';
import { allPieces } from '#flows/imports/show-import';
import { type WorkPorts, workPiece } from '#flows/imports/work-piece';

export type ImportWorkPorts = CutPorts & FinishPorts & WorkPorts & Readonly<{ pieces: PieceQueue }>;

/** Safe to repeat, side by side too: messages come again, and the watchdog sends them again. */
export async function workImport(
  { importId, round, piece }: PieceMessage,
  ports: ImportWorkPorts,
  settings: Settings,
): Promise<void> {
  const of = await ports.imports.get(importId);
  if (!of || of.round !== round) return;
  if (piece === null) return goOn(of, ports);
  if (of.phase === 'working') await workPiece(of, piece, ports, settings);
  await finishImport(importId, ports);
}

/** Whatever comes next: to cut the file, to queue the pieces that are not done, or to end. */
async function goOn(of: Import, ports: ImportWorkPorts): Promise<void> {
  const after = of.phase === 'cutting' ? await cutFile(of, ports) : of;
  if (after?.phase === 'cutting')
    return ports.pieces.put([{ importId: of.importId, round: of.round, piece: null }]);
  if (after?.phase === 'working' && after.piecesDone < after.pieces) return queueOpen(after, ports);
  await finishImport(of.importId, ports);
}

const queuedAtOnce = 500;

/** Those that were given up lie in the dead-letter queue, and come back from there alone. */
async function queueOpen(
  { importId, round }: Import,
  { imports, pieces }: Readonly<{ imports: Pick<ImportStore, 'pieces'>; pieces: PieceQueue }>,
): Promise<void> {
  let open: PieceMessage[] = [];
  for await (const { piece, done, failed } of allPieces(importId, imports)) {
    if (done >= round || failed >= round) continue;
    open.push({ importId, round, piece });
    if (open.length < queuedAtOnce) continue;
    await pieces.put(open);
    open = [];
  }
  await pieces.put(open);
}
