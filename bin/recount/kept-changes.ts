import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { KeptChanges } from '#aws/renewals/change-stream';
import type { ChangeBatch } from '#flows/renewals/count-store';
import type { ChangedRows } from '#flows/renewals/recount-store';

/**
 * What changed since a recount's hold, in a file of this folder, so that a day of it needs no more
 * memory than an hour. It is of use to this process alone, so nothing is ever committed.
 */
export function keptChanges(folder: string): KeptChanges & { rows: () => ChangedRows } {
  const file = new DatabaseSync(join(folder, 'changes.sqlite'));
  file.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
    CREATE TABLE batch (number INTEGER PRIMARY KEY, content BLOB) STRICT;
    CREATE TABLE changed (name TEXT PRIMARY KEY, present INTEGER) STRICT, WITHOUT ROWID`);
  const add = file.prepare('INSERT INTO batch (content) VALUES (?)');
  const next = file.prepare('SELECT * FROM batch WHERE number > ? ORDER BY number LIMIT 1');
  return {
    async add(batch) {
      add.run(gzipSync(JSON.stringify(batch)));
    },
    async *[Symbol.asyncIterator]() {
      for (let at = 0; ; ) {
        const row = next.get(at) as { number: number; content: Uint8Array } | undefined;
        if (!row) return;
        yield JSON.parse(String(gunzipSync(row.content))) as ChangeBatch;
        at = row.number;
      }
    },
    rows: () => changedRows(file),
  };
}

function changedRows(file: DatabaseSync): ChangedRows {
  const find = file.prepare('SELECT present FROM changed WHERE name = ?');
  const put = file.prepare('INSERT OR REPLACE INTO changed VALUES (?, ?)');
  const count = file.prepare('SELECT COALESCE(SUM(present), 0) AS many FROM changed');
  return {
    note(name, isPresent) {
      const wasPresent = find.get(name)?.present === 1;
      put.run(name, Number(isPresent));
      return wasPresent;
    },
    has: (name) => find.get(name) !== undefined,
    present: () => Number(count.get()?.many),
  };
}
