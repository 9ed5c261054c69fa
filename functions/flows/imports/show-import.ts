import type { Import, ImportKind } from '#domain/imports/import';
import { type ImportView, importView, listIsKept } from '#domain/imports/import-view';
import type { Piece } from '#domain/imports/piece';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { ImportAddresses, ImportStore } from '#flows/imports/import-store';
import type { Clock } from '#flows/ports';

export type ShowPorts = Readonly<{
  imports: Pick<ImportStore, 'get' | 'pieces'>;
  addresses: Pick<ImportAddresses, 'list'>;
  clock: Clock;
}>;

export type ImportShown = ImportView &
  Readonly<{
    refusedCsv: string | null;
    /** The line of the file that the list ends with; null where nothing is missing in it. */
    refusedThrough: number | null;
  }>;

/** Throws `Refused` where there is none, or none of these kinds. */
export async function showImport(
  importId: string,
  kinds: readonly ImportKind[],
  ports: ShowPorts,
): Promise<ImportShown> {
  return shown(await importOf(importId, kinds, ports), ports);
}

export async function importOf(
  importId: string,
  kinds: readonly ImportKind[],
  { imports }: Readonly<{ imports: Pick<ImportStore, 'get'> }>,
): Promise<Import> {
  const found = await imports.get(importId);
  if (!found) throw refused('not-found', problem('import-none', { importId }));
  if (!kinds.includes(found.kind)) throw notTheirs(found.kind);
  return found;
}

export const notTheirs = (kind: ImportKind) =>
  refused('forbidden', problem('no-role', { needed: [bringers[kind]] }));

/** The roles that bring in each kind of file. */
export const bringers = { workers: 'admin', payments: 'finance' } as const satisfies Record<
  ImportKind,
  string
>;

async function shown(of: Import, { imports, addresses, clock }: ShowPorts): Promise<ImportShown> {
  const now = clock.now();
  const view = importView(of, now);
  const hasList = of.phase === 'done' && of.refusedBytes > 0 && listIsKept(of, now);
  const unfinished = of.phase === 'working' && view.state === 'failed';
  return {
    ...view,
    ...(unfinished ? { problem: await unfinishedProblem(of, imports) } : {}),
    refusedCsv: hasList ? await addresses.list(of) : null,
    refusedThrough: hasList ? (of.listedThrough ?? null) : null,
  };
}

const mostNamed = 20;

async function unfinishedProblem(
  { importId, round, piecesFailed }: Import,
  imports: Pick<ImportStore, 'pieces'>,
) {
  const lines: string[] = [];
  for await (const { failed, firstLine, lastLine } of allPieces(importId, imports)) {
    if (failed !== round) continue;
    lines.push(`${firstLine}–${lastLine}`);
    if (lines.length === Math.min(mostNamed, piecesFailed)) break;
  }
  const more = piecesFailed > lines.length ? ['…'] : [];
  return problem('import-unfinished', { pieces: piecesFailed, lines: [...lines, ...more] });
}

export async function* allPieces(
  importId: string,
  imports: Pick<ImportStore, 'pieces'>,
): AsyncGenerator<Piece> {
  for (let after = -1; ; ) {
    const pieces = await imports.pieces(importId, after);
    yield* pieces;
    const last = pieces.at(-1);
    if (!last) return;
    after = last.piece;
  }
}
