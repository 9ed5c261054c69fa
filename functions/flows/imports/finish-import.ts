import { setAsideHeader } from '#domain/imports/set-aside';
import type { ImportFiles, ImportStore, ListPart } from '#flows/imports/import-store';
import { allPieces } from '#flows/imports/show-import';
import type { Clock } from '#flows/ports';

export type FinishPorts = Readonly<{
  imports: Pick<ImportStore, 'get' | 'pieces' | 'save'>;
  files: Pick<ImportFiles, 'joinParts' | 'remove'>;
  clock: Clock;
}>;

/**
 * Ends an import whose pieces are all done: joins the lists of what was refused, says so, and
 * deletes the file. That of a dry run stays, as it may still be applied.
 */
export async function finishImport(
  importId: string,
  { imports, files, clock }: FinishPorts,
): Promise<void> {
  const of = await imports.get(importId);
  if (!of) return;
  if (of.phase === 'working') {
    if (of.piecesDone < of.pieces) return;
    const { parts, bytes } = await partsOf(importId, of.round, { imports });
    if (parts.length > 0) await files.joinParts(setAsideHeader, parts, bytes);
    const now = clock.now();
    const refusedBytes = parts.length > 0 ? bytes : 0;
    if (!(await imports.save({ ...of, phase: 'done', refusedBytes, endedAt: now, movedAt: now })))
      return;
  }
  // Told once more too: it may have been stopped between the two.
  if (of.phase === 'working' || of.phase === 'done') if (!of.dryRun) await files.remove(importId);
}

async function partsOf(
  importId: string,
  round: number,
  { imports }: Pick<FinishPorts, 'imports'>,
): Promise<Readonly<{ parts: readonly ListPart[]; bytes: number }>> {
  const parts: ListPart[] = [];
  let bytes = new TextEncoder().encode(setAsideHeader).length;
  for await (const { piece, refusedBytes } of allPieces(importId, imports)) {
    if (refusedBytes === 0) continue;
    parts.push({ importId, round, piece });
    bytes += refusedBytes;
  }
  return { parts, bytes };
}
