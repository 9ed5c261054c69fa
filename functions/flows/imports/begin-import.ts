import { type Asked, begunImport, type Import, type ImportKind } from '#domain/imports/import';
import { type ImportView, importView, stateOf } from '#domain/imports/import-view';
import type { ImportAddresses, ImportStore, Upload } from '#flows/imports/import-store';
import type { Clock, Page } from '#flows/ports';

export type BeginPorts = Readonly<{
  imports: Pick<ImportStore, 'begin' | 'list'>;
  addresses: Pick<ImportAddresses, 'upload'>;
  clock: Clock;
}>;

type Begun = Readonly<{ importId: string; upload: Upload }>;
type Beginner = Readonly<{ importId: string; by: string; byName: string }>;

/** A second call for the same file, before it has arrived, goes on with the same import. */
export async function beginImport(
  asked: Asked,
  beginner: Beginner,
  { imports, addresses, clock }: BeginPorts,
): Promise<Begun> {
  const begunAt = clock.now();
  const { items } = await imports.list([asked.kind], null);
  const waiting = items.find(
    (each) => stateOf(each, begunAt) === 'waiting' && isSame(each, { ...asked, by: beginner.by }),
  );
  const { importId } = waiting ?? beginner;
  if (!waiting) await imports.begin(begunImport(asked, { ...beginner, begunAt }));
  return { importId, upload: await addresses.upload(importId, asked.bytes) };
}

const isSame = (of: Import, asked: Asked & Pick<Import, 'by'>): boolean =>
  (['kind', 'fileName', 'bytes', 'dryRun', 'by'] as const).every(
    (field) => of[field] === asked[field],
  );

export async function listImports(
  kinds: readonly ImportKind[],
  cursor: string | null,
  { imports, clock }: Readonly<{ imports: Pick<ImportStore, 'list'>; clock: Clock }>,
): Promise<Page<ImportView>> {
  const { items, next } = await imports.list(kinds, cursor);
  return { items: items.map((each) => importView(each, clock.now())), next };
}
