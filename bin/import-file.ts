import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Role } from '#triggers';
import { type Api, connect } from './api-client.ts';
import { command, dataOption } from './command.ts';
import { follow } from './import/follow.ts';
import { refusedList } from './import/refused-list.ts';
import { type Shown, summary, type Wording } from './import/summary.ts';
import { type Upload, upload } from './import/upload.ts';
import { withBar } from './progress.ts';

/** One import command: how it is called, which files it takes, and who may bring them in. */
type Import = Wording &
  Readonly<{
    command: string;
    columns: string;
    example: string;
    role: Role;
    kind: 'workers' | 'payments';
  }>;

/** Brings in a CSV file of any size, and puts the list of what was refused beside it. */
export async function importCommand(what: Import): Promise<void> {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    follow: { type: 'string' },
    api: { type: 'string' },
    ...dataOption,
  } as const;
  await command(usageOf(what), options, async (file, values) => {
    const api = await connect({ url: values.api, data: values.data, role: what.role });
    const bytes = sizeOf(file);
    const importId =
      values.follow ?? (await begin(file, { what, api, bytes, dryRun: values['dry-run'] }));
    const seen = await watched(importId, { what, api });
    const list = await refusedList(file, seen.refusedCsv);
    if (seen.state === 'failed') throw new Error(seen.problem?.reason ?? 'The import has failed');
    console.log(summary(seen, list, what));
  });
}

const usageOf = ({ command, columns, example }: Import): string =>
  `${command} -- FILE [--dry-run] [--follow IMPORT] [--api URL] [--data DIR]

  FILE       ${columns}
  --dry-run  say what would change, and change nothing
  --follow   wait for an import that has begun, instead of sending FILE
  --api      where Ingat runs, with a token in INGAT_TOKEN; without it, on this machine
  --data     the data folder on this machine (.ingat)

  Example: ${command} -- ${example} --dry-run`;

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error(`${file} does not exist`);
  if (found.isDirectory()) throw new Error(`${file} is a folder: name a CSV file`);
  if (found.size === 0)
    throw new Error(`${basename(file)} is empty: it needs a header row, and a row under it`);
  return found.size;
}

type How = Readonly<{ what: Import; api: Api }>;
type Beginning = How & Readonly<{ bytes: number; dryRun: boolean }>;
type Begun = Readonly<{ importId: string; upload: Upload }>;

async function begin(file: string, { what, api, bytes, dryRun }: Beginning): Promise<string> {
  const asked = { kind: what.kind, fileName: basename(file), bytes, dryRun };
  const begun = await api.post<Begun>('/api/imports', {
    body: JSON.stringify(asked),
    // Asked again before the file has arrived, it is the same import.
    safeToRepeat: true,
  });
  const { importId } = begun;
  const hasArrived = async () =>
    (await api.get<Shown>(`/api/imports/${importId}`)).state !== 'waiting';
  await withBar((heard) => upload(file, { to: begun.upload, bytes, heard, hasArrived }), 'sent');
  return importId;
}

async function watched(importId: string, { what, api }: How): Promise<Shown> {
  const follows = `${what.command} -- FILE --follow ${importId}`;
  const goesOn = `The import goes on by itself: ${follows} waits for it`;
  return withBar((heard) => follow(importId, { api, heard }), 'worked off').catch((error) => {
    throw new Error(`${error.message}. ${goesOn}`);
  });
}
