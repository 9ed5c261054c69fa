import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { alreadyRunning, damaged } from '#local/folder/refusals';
import { isDamaged, isLocked, isTorn } from '#local/folder/sqlite-file';

/** Raise it where this version would misread what an earlier one wrote. */
export const dataVersion = 6;

/** "Inga": tells our mark from another program's file of the same name. */
const applicationId = 0x496e6761;

export type FolderMark = Readonly<{
  /** Of the data in the folder; 0 where no start has gone through yet. */
  version(): number;
  setVersion(version: number): void;
  close(): void;
}>;

/**
 * `ingat.sqlite`: makes a folder ours, says which version its data has, and is held locked while an
 * emulator runs, whatever becomes of the other files; the system releases the lock however the
 * process ends. Null where the file is not our mark; `anew` replaces one that is damaged.
 */
export function takeMark(file: string, { anew }: { anew: boolean }): FolderMark | null {
  const mark = openMark(file);
  if (mark !== 'damaged') return mark;
  if (!anew) throw damaged(`${file} is damaged`);
  for (const each of [file, `${file}-journal`]) rmSync(each, { force: true });
  return takeMark(file, { anew: false });
}

function openMark(file: string): FolderMark | 'damaged' | null {
  const isNew = !existsSync(file);
  if (!isNew && isTorn(file)) return 'damaged';
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    if (isNew) database.exec(`PRAGMA application_id = ${applicationId}`);
    if (numberIn(database, 'application_id') === applicationId) return markIn(database);
  } catch (error) {
    database.close();
    if (isLocked(error)) throw alreadyRunning(file);
    if (isDamaged(error)) return 'damaged';
    throw error;
  }
  database.close();
  return null;
}

const markIn = (database: DatabaseSync): FolderMark => ({
  version: () => numberIn(database, 'user_version'),
  setVersion: (version) => database.exec(`PRAGMA user_version = ${version}`),
  close: () => database.close(),
});

const numberIn = (database: DatabaseSync, pragma: 'application_id' | 'user_version'): number =>
  Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
