import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's result codes (https://sqlite.org/rescode.html). */
const codes = { busy: 5, corrupt: 11, notADatabase: 26 } as const;

const codeOf = (error: unknown): number | undefined =>
  (error as { errcode?: number } | null)?.errcode;

export const isLocked = (error: unknown): boolean => codeOf(error) === codes.busy;

export const isDamaged = (error: unknown): boolean =>
  codeOf(error) === codes.corrupt || codeOf(error) === codes.notADatabase;

/** A file smaller than a page SQLite would take for an empty database, and delete its log. */
export const isTorn = (file: string): boolean => statSync(file).size < smallestPage;

const smallestPage = 512;

/**
 * What is wrong with a file that an earlier start left, or null. SQLite keeps no checksums: bytes
 * changed within a value are not seen, a page that is gone or is no page is.
 */
export function damageOf(file: string, table: string): string | null {
  if (!existsSync(file)) return 'is missing';
  return !isTorn(file) && isWhole(file, table) ? null : 'is damaged';
}

function isWhole(file: string, table: string): boolean {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const { quick_check: found } = database.prepare('PRAGMA quick_check(1)').get() ?? {};
    return found === 'ok' && hasTable(database, table);
  } catch (error) {
    if (isDamaged(error)) return false;
    throw error;
  } finally {
    database.close();
  }
}

export const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`).get(name) !==
  undefined;

/**
 * Made for the owner alone, or set so. Not for a file that this process has open: closing it here
 * would release SQLite's locks on it.
 */
export function ownersOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
