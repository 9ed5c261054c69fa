import type { CutAt } from '#domain/csv/pieces';
import type { Import } from '#domain/imports/import';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { ImportFiles } from '#flows/imports/import-store';

type Files = Readonly<{ files: Pick<ImportFiles, 'read'> }>;

/** Throws `Refused` where the file is gone or replaced. An empty range would answer all of it. */
export async function fileOf(
  { importId, etag }: Import,
  range: Readonly<{ from: number; to: number }>,
  { files }: Files,
): Promise<AsyncIterable<Uint8Array>> {
  if (range.from >= range.to) return noBytes();
  const bytes = await files.read({ importId, etag: etag ?? '', ...range });
  if (!bytes) throw refused('conflict', problem('import-file-gone'));
  return bytes;
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** The header is read anew, since it is not kept: where one is missing it is somebody's row. */
export async function cutAt(
  of: Import,
  ports: Files,
  { line, byte }: Pick<CutAt, 'line' | 'byte'> = of.cut,
): Promise<CutAt | undefined> {
  const { headerBytes } = of.cut;
  if (headerBytes === 0) return undefined;
  const decoder = new TextDecoder();
  let header = '';
  for await (const bytes of await fileOf(of, { from: 0, to: headerBytes }, ports))
    header += decoder.decode(bytes, { stream: true });
  return { header: header.replace(/^\uFEFF+/, ''), line, byte };
}
