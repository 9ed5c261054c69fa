import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Files } from '#local/folder/data-folder';
import { hasTable } from '#local/folder/sqlite-file';

/** Whether a folder without a mark was made by a version of Ingat from before there were marks. */
export const isOfEarlierVersion = ({ local, state }: Pick<Files, 'local' | 'state'>): boolean =>
  isOurs(local) || (existsSync(state) && hasOurTables(state));

function isOurs(localFile: string): boolean {
  try {
    return JSON.parse(readFileSync(localFile, 'utf8')).webhookSecret.startsWith('whsec_');
  } catch {
    return false;
  }
}

function hasOurTables(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return hasTable(database, 'kept') && hasTable(database, 'outbox');
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}
