import { appliedImport, type Import, type ImportKind } from '#domain/imports/import';
import { fileIsKept, type ImportView, importView, stateOf } from '#domain/imports/import-view';
import { problem } from '#domain/problem';
import { busy, refused } from '#domain/refused';
import type { ImportStore, PieceQueue } from '#flows/imports/import-store';
import { importOf } from '#flows/imports/show-import';
import type { Clock } from '#flows/ports';

export type ApplyPorts = Readonly<{
  imports: Pick<ImportStore, 'get' | 'save'>;
  pieces: PieceQueue;
  clock: Clock;
}>;

type Applied = Pick<Import, 'importId' | 'by' | 'byName'>;

/** Begins the same file anew, for real. A second call makes sure that the queue knows of it. */
export async function applyImport(
  { importId, ...applier }: Applied,
  kinds: readonly ImportKind[],
  { imports, pieces, clock }: ApplyPorts,
): Promise<ImportView> {
  const of = await importOf(importId, kinds, { imports });
  const now = clock.now();
  const isApplied = of.round > 1;
  if (!isApplied && !(of.phase === 'done' && of.dryRun))
    throw refused('conflict', problem('import-not-tried', { state: stateOf(of, now) }));
  if (!isApplied && !fileIsKept(of, now)) throw refused('conflict', problem('import-file-expired'));
  const applied = isApplied ? of : await imports.save(appliedImport(of, applier, now));
  if (!applied) throw busy();
  if (applied.phase === 'working')
    await pieces.put([{ importId, round: applied.round, piece: null }]);
  return importView(applied, now);
}
