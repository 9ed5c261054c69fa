import { failedImport } from '#domain/imports/import';
import type { PieceMessage } from '#domain/imports/piece';
import { problem } from '#domain/problem';
import type { ImportStore, PieceQueue } from '#flows/imports/import-store';
import type { Clock } from '#flows/ports';

type GiveUpPorts = Readonly<{
  imports: Pick<ImportStore, 'get' | 'piece' | 'pieceFailed' | 'save'>;
  pieces: PieceQueue;
  clock: Clock;
}>;

/** What was tried so often for nothing is not tried for ever, and people see why. */
export async function giveUp(
  message: PieceMessage,
  tries: number,
  ports: GiveUpPorts,
): Promise<void> {
  if (message.piece === null) await giveUpFile(message, tries, ports);
  else await giveUpPiece(message, message.piece, ports);
}

/** The message is a dead letter by now: put back on the queue, the piece is done after all. */
async function giveUpPiece(
  { importId, round }: PieceMessage,
  number: number,
  { imports, clock }: GiveUpPorts,
): Promise<void> {
  const piece = await imports.piece(importId, number);
  if (piece) await imports.pieceFailed(piece, { round, at: clock.now() });
}

/** One that could not be cut. Nothing of it is imported; the next message deletes the file. */
async function giveUpFile(
  { importId, round }: PieceMessage,
  tries: number,
  { imports, pieces, clock }: GiveUpPorts,
): Promise<void> {
  const of = await imports.get(importId);
  if (of?.phase !== 'cutting') return;
  const fault = problem('import-unreadable', { tries, line: of.cut.line });
  const failed = await imports.save(failedImport(of, fault, clock.now()));
  if (failed) await pieces.put([{ importId, round, piece: null }]);
}
