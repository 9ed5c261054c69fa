import type { ImportKind } from '#domain/imports/import';
import type { Upload } from '#flows/imports/import-store';
import { type Calls, json } from './calls.ts';

type Uploaded = Readonly<{ kind?: ImportKind; dryRun?: boolean; fileName?: string }>;
type Begun = Readonly<{ importId: string; upload: Upload }>;

const roleOf = { workers: 'admin', payments: 'finance' } as const;

/** Sends a file the way of any size, as a program does. Answers its import. */
export async function uploaded(
  { ask }: Pick<Calls, 'ask'>,
  csv: string,
  { kind = 'workers', dryRun = false, fileName = 'roster.csv' }: Uploaded = {},
): Promise<string> {
  const asked = { kind, fileName, bytes: Buffer.byteLength(csv), dryRun };
  const sent = { role: roleOf[kind], ...json(asked) };
  const { importId, upload } = await ask<Begun>('POST', '/api/imports', sent);
  const { method, url, headers } = upload;
  const { status } = await fetch(url, { method, headers, body: csv });
  if (status !== 200) throw new Error(`The file was answered ${status}`);
  return importId;
}
