import { failedImport, hasUsedFile, type Import } from '#domain/imports/import';
import { problem } from '#domain/problem';
import type { ImportStore, PieceQueue } from '#flows/imports/import-store';
import type { Clock } from '#flows/ports';

export type ArrivalPorts = Readonly<{
  imports: Pick<ImportStore, 'get' | 'save'>;
  pieces: PieceQueue;
  clock: Clock;
}>;

type Arrived = Readonly<{ importId: string; etag: string; bytes: number }>;

/** Null where nobody announced such a file. Told again, it only makes sure that the queue knows. */
export async function fileArrived(
  { importId, etag, bytes }: Arrived,
  { imports, pieces, clock }: ArrivalPorts,
): Promise<Import | null> {
  const of = await imports.get(importId);
  if (!of) return null;
  const now = clock.now();
  const arrived = { ...of, etag, arrivedAt: now, movedAt: now, phase: 'cutting' } as const;
  const other = problem('import-other-size', { arrived: bytes, announced: of.bytes });
  const isRight = bytes === of.bytes;
  const next = isRight ? arrived : failedImport(arrived, other, now);
  const begun = of.phase === 'waiting' ? await imports.save(next) : of;
  // Somebody else was told of it at the same time, and fails where they do.
  if (!begun) throw new Error(`${importId} was begun by somebody else at this moment`);
  // Of another size, or sent again after its import has ended: whoever reads the queue deletes it.
  if (begun.phase === 'cutting' || hasUsedFile(begun))
    await pieces.put([{ importId, round: begun.round, piece: null }]);
  return begun;
}
