import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { State } from '#local/state';

/** `file` is its name in the folder; times in ms since 1970 by the emulator's clock. */
export type StoredObject = Readonly<{
  key: string;
  file: string;
  size: number;
  etag: string;
  type: string;
  at: number;
}>;

export type ObjectStore = ReturnType<typeof keepObjects>;

/**
 * The objects of the one bucket: bodies as files of made-up names, everything else in the state
 * file. An object is there once its row is, so a `kill -9` leaves it whole or not at all.
 */
export function keepObjects({ database }: State, folder: string) {
  const put = database.prepare(
    `INSERT INTO objects (key, file, size, etag, type, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET file = excluded.file, size = excluded.size,
       etag = excluded.etag, type = excluded.type, at = excluded.at`,
  );
  const get = database.prepare('SELECT key, file, size, etag, type, at FROM objects WHERE key = ?');
  const remove = database.prepare('DELETE FROM objects WHERE key = ?');
  const oldest = database.prepare('SELECT key, at FROM objects ORDER BY at LIMIT 1');
  const files = database.prepare('SELECT file FROM objects');
  const arrive = database.prepare('INSERT INTO arrivals (event) VALUES (?)');
  const arrivals = database.prepare('SELECT id, event FROM arrivals ORDER BY id');
  const told = database.prepare('DELETE FROM arrivals WHERE id = ?');

  const find = (key: string): StoredObject | undefined =>
    get.get(key) as unknown as StoredObject | undefined;
  const pathOf = (file: string): string => join(folder, file);

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  dropStrays(folder, new Set(files.all().map(({ file }) => String(file))));
  return {
    find,
    pathOf,
    newFile: (): string => randomUUID(),
    drop: (file: string): void => rmSync(pathOf(file), { force: true }),
    /** Replaces what was there, and remembers in the same transaction whom to tell. */
    put(object: StoredObject, events: readonly unknown[]): void {
      const before = find(object.key);
      database.exec('BEGIN');
      put.run(object.key, object.file, object.size, object.etag, object.type, object.at);
      for (const event of events) arrive.run(JSON.stringify(event));
      database.exec('COMMIT');
      if (before) rmSync(pathOf(before.file), { force: true });
    },
    remove(key: string): void {
      const before = find(key);
      remove.run(key);
      if (before) rmSync(pathOf(before.file), { force: true });
    },
    oldest: () => oldest.get() as unknown as Pick<StoredObject, 'key' | 'at'> | undefined,
    arrivals: () => arrivals.all() as unknown as readonly Readonly<{ id: number; event: string }>[],
    told: (id: number): void => void told.run(id),
  };
}

/** What a process that died was still writing, or had no time to delete. */
function dropStrays(folder: string, known: ReadonlySet<string>): void {
  for (const file of readdirSync(folder))
    if (!known.has(file)) rmSync(join(folder, file), { force: true });
}
