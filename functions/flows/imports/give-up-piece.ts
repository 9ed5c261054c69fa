import type { PieceMessage } from '#domain/imports/piece';
import type { ImportStore } from '#flows/imports/import-store';
import type { Clock } from '#flows/ports';

type GiveUpPorts = Readonly<{
  imports: Pick<ImportStore, 'piece' | 'pieceFailed'>;
  clock: Clock;
}>;

/**
 * Says which lines are missing, so that the import does not seem to run for ever. The message is a
 * dead letter by now: put back on the queue, the piece is worked off after all.
 */
export async function giveUpPiece(
  { importId, round, piece: number }: PieceMessage,
  { imports, clock }: GiveUpPorts,
): Promise<void> {
  const piece = number === null ? undefined : await imports.piece(importId, number);
  if (piece) await imports.pieceFailed(piece, { round, at: clock.now() });
}
