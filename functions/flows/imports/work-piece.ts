import { csvCutter } from '#domain/csv/pieces';
import type { Import } from '#domain/imports/import';
import type { Piece } from '#domain/imports/piece';
import { setAsideLines } from '#domain/imports/set-aside';
import type { Settings } from '#domain/settings';
import type { ImportFiles, ImportStore } from '#flows/imports/import-store';
import { type KindPorts, kinds } from '#flows/imports/kinds';
import { cutAt, fileOf } from '#flows/imports/uploaded-file';

export type WorkPorts = KindPorts &
  Readonly<{
    imports: Pick<ImportStore, 'piece' | 'pieceDone' | 'pieceFailed'>;
    files: Pick<ImportFiles, 'read' | 'putPart'>;
  }>;

/** Imports a piece as a call with so much text would, and counts it once. */
export async function workPiece(
  of: Import,
  number: number,
  ports: WorkPorts,
  settings: Settings,
): Promise<void> {
  const { importId, round } = of;
  const piece = await ports.imports.piece(importId, number);
  if (!piece || piece.done >= round) return;
  const { dryRun, by, byName } = of;
  const text = await textOf(of, piece, ports);
  const taken = { text, firstLine: piece.firstLine, dryRun, by, byName };
  const { result, setAside } = await kinds[of.kind].take(taken, ports, settings);
  const lines = setAsideLines(setAside);
  const bytes = new TextEncoder().encode(lines).length;
  if (lines) await ports.files.putPart({ importId, round, piece: number, bytes }, lines);
  const end = { round, at: ports.clock.now() };
  const isDone = await ports.imports.pieceDone(piece, end, { ...result, refusedBytes: bytes });
  if (isDone || ((await ports.imports.piece(importId, number))?.done ?? 0) >= round) return;
  throw new Error(`Piece ${number} of ${importId} was given up by somebody else meanwhile`);
}

/** With the header: cut as it was when the whole file was cut, however long a line in it is. */
async function textOf(of: Import, piece: Piece, ports: WorkPorts): Promise<string> {
  const { firstLine: line, startByte: byte, endByte } = piece;
  const at = await cutAt(of, ports, { line, byte });
  const cutter = csvCutter(of.fileName, at);
  const texts: string[] = [];
  for await (const bytes of await fileOf(of, { from: byte, to: endByte }, ports))
    texts.push(...cutter.feed(bytes).map(({ text }) => text));
  texts.push(...cutter.end().map(({ text }) => text));
  return texts[0] ?? at?.header ?? '';
}
