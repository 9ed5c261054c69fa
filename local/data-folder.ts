import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '#domain/refused';
import { openState, type State } from '#local/state';

/** The emulator's files; nothing else in the folder is ever touched. */
const filesIn = (folder: string) => ({
  state: join(folder, 'state.sqlite'),
  table: join(folder, 'table.sqlite'),
  log: join(folder, 'handlers.jsonl'),
  local: join(folder, 'local.json'),
});

export type DataFolder = ReturnType<typeof filesIn> & Readonly<{ opened: State }>;

/** Opens the folder for one emulator at a time; `fresh` deletes what an earlier one kept. */
export function openDataFolder(folder: string, { fresh }: { fresh: boolean }): DataFolder {
  mkdirSync(folder, { recursive: true });
  const files = filesIn(folder);
  if (!existsSync(files.state) && readdirSync(folder).length > 0) {
    throw new Refused(
      'conflict',
      `${folder} is neither empty nor a data folder of Ingat; name another with --data.`,
    );
  }
  if (fresh && existsSync(files.state)) {
    // Opened first: an emulator that is running on it must not lose its files.
    openState(files.state).close();
    for (const file of Object.values(files))
      for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(file + ending, { force: true });
  }
  return { ...files, opened: openState(files.state) };
}

/** What the commands need to know about the emulator; `database` is a URL. */
export type LocalFile = Readonly<{ port: number; webhookSecret: string; database: string }>;

/** Whole or not at all, and for the owner's eyes: it holds the webhook secret. */
export function writeLocalFile(file: string, content: LocalFile): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
