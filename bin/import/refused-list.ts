import { createWriteStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/**
 * The list of what was refused, beside the file; one that an earlier import left there is deleted.
 * For the owner alone: it holds what could not be read, which may be a NIK. Null where there is
 * none.
 */
export async function refusedList(file: string, url: string | null): Promise<string | null> {
  const path = `${file.replace(/\.csv$/i, '')}.refused.csv`;
  rmSync(path, { force: true });
  if (url === null) return null;
  const { ok, status, body } = await fetch(url);
  if (!ok || !body) throw new Error(`The list of what was refused cannot be fetched (${status})`);
  const bytes = Readable.fromWeb(body as ReadableStream<Uint8Array>);
  await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
  return path;
}
