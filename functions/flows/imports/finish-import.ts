import { hasUsedFile, type Import, mostListBytes } from '#domain/imports/import';
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
 * Deletes the file of an import that has ended or failed; that of a dry run may still be applied.
 * Told once more it does so too: it may have been stopped between the two.
 */
export async function finishImport(importId: string, ports: FinishPorts): Promise<void> {
  const of = await ports.imports.get(importId);
  const after = of?.phase === 'working' ? await ended(of, ports) : of;
  if (after && hasUsedFile(after)) await ports.files.remove(importId);
}

/** Joins the lists of what was refused, and says so; null where others are not done, or ahead. */
async function ended(of: Import, { imports, files, clock }: FinishPorts): Promise<Import | null> {
  if (of.piecesDone < of.pieces) return null;
  const { parts, bytes, listedThrough } = await partsOf(of.importId, of.round, { imports });
  if (parts.length > 0) await files.joinParts(setAsideHeader, parts, bytes);
  const now = clock.now();
  const refusedBytes = parts.length > 0 ? bytes : 0;
  return imports.save({
    ...of,
    phase: 'done',
    refusedBytes,
    listedThrough,
    endedAt: now,
    movedAt: now,
  });
}

type Parts = Readonly<{
  parts: readonly ListPart[];
  bytes: number;
  listedThrough: number | null;
}>;

/** As many as one list may have, from the first line on. */
async function partsOf(
  importId: string,
  round: number,
  { imports }: Pick<FinishPorts, 'imports'>,
): Promise<Parts> {
  const parts: ListPart[] = [];
  let bytes = new TextEncoder().encode(setAsideHeader).length;
  for await (const { piece, refusedBytes, firstLine } of allPieces(importId, imports)) {
    if (refusedBytes === 0) continue;
    if (bytes + refusedBytes > mostListBytes) return { parts, bytes, listedThrough: firstLine - 1 };
    parts.push({ importId, round, piece, bytes: refusedBytes });
    bytes += refusedBytes;
  }
  return { parts, bytes, listedThrough: null };
}
