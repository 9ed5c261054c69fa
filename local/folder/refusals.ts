import { Refused } from '#domain/refused';
import { damageOf, isDamaged } from '#local/folder/sqlite-file';

const startOver = '--fresh deletes it and starts over, --data names another folder.';

export const notOurs = (folder: string): Refused =>
  new Refused(
    'conflict',
    `${folder} is neither empty nor a data folder of Ingat; name another with --data.`,
  );

export const otherVersion = (folder: string, which: 'an earlier' | 'a later'): Refused =>
  new Refused(
    'conflict',
    `${folder} holds data of ${which} version of Ingat, which this one cannot read: ${startOver}`,
  );

export const alreadyRunning = (file: string): Refused =>
  new Refused(
    'conflict',
    `Ingat is already running on ${file}. Stop it, or name another folder with --data.`,
  );

export const damaged = (what: string): Refused =>
  new Refused(
    'conflict',
    `${what}, so the data is not whole: put back a copy of the whole folder, if there is one; ` +
      `else ${startOver}`,
  );

/** With a part of it gone Ingat would take old workers for new ones, and text them again. */
export function refuseDamaged(file: string, table: string): void {
  const damage = damageOf(file, table);
  if (damage) throw damaged(`${file} ${damage}`);
}

const troubles: Readonly<Record<string, string>> = {
  EACCES: 'may not be read and written by this user',
  EPERM: 'may not be changed by this user',
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'is not a folder',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'is on a disk that is full',
};

/** An Error of the file system or of SQLite as one sentence; any other is a bug and stays. */
export function inWords(folder: string, error: unknown): unknown {
  if (error instanceof Refused) return error;
  if (isDamaged(error)) return damaged(`A file in ${folder} is damaged`);
  const { code = '', message } = error as NodeJS.ErrnoException;
  const trouble =
    troubles[code] ?? (code === 'ERR_SQLITE_ERROR' ? `cannot be used (${message})` : null);
  return trouble
    ? new Refused('conflict', `${folder} ${trouble}; name another with --data.`)
    : error;
}
