import { DatabaseSync } from 'node:sqlite';
import { alreadyRunning } from '#local/folder/refusals';
import { isLocked } from '#local/folder/sqlite-file';

/** What must survive a `kill -9`: one file, written before anything is answered. */
export type State = Readonly<{
  database: DatabaseSync;
  read(name: string): string | undefined;
  write(name: string, value: string): void;
  close(): void;
}>;

export function openState(file: string): State {
  const database = new DatabaseSync(file);
  lock(database, file);
  database.exec(tables);
  const read = database.prepare('SELECT value FROM kept WHERE name = ?');
  const write = database.prepare(
    'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = ' +
      'excluded.value',
  );
  return {
    database,
    read: (name) => read.get(name)?.value?.toString(),
    write: (name, value) => void write.run(name, value),
    close: () => database.close(),
  };
}

/** Another process on the same file would undo what this one keeps in memory. */
function lock(database: DatabaseSync, file: string): void {
  try {
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = ' +
        'NORMAL; BEGIN EXCLUSIVE; COMMIT',
    );
  } catch (error) {
    database.close();
    throw isLocked(error) ? alreadyRunning(file) : error;
  }
}

const tables = `
  CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (
    id INTEGER PRIMARY KEY, "to" TEXT NOT NULL, text TEXT NOT NULL, parts INTEGER NOT NULL,
    at TEXT NOT NULL, messageId TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS schedule_groups (name TEXT PRIMARY KEY, createdAt INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS schedules (
    groupName TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (groupName, name));
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY, queue TEXT NOT NULL, messageId TEXT NOT NULL, body TEXT NOT NULL,
    sentAt INTEGER NOT NULL, visibleAt INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0,
    place TEXT NOT NULL DEFAULT 'queue');
  CREATE INDEX IF NOT EXISTS messages_by_place ON messages (queue, place, visibleAt);
  CREATE TABLE IF NOT EXISTS dead_letters (
    id INTEGER PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS receipts (
    id INTEGER PRIMARY KEY, dueAt INTEGER NOT NULL, record TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS receipts_by_time ON receipts (dueAt);
  CREATE TABLE IF NOT EXISTS delivery_log (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, logGroup TEXT NOT NULL, record TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS delivery_log_by_time ON delivery_log (logGroup, at);
  CREATE TABLE IF NOT EXISTS objects (
    key TEXT PRIMARY KEY, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    type TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS objects_by_age ON objects (at);
  CREATE TABLE IF NOT EXISTS arrivals (id INTEGER PRIMARY KEY, event TEXT NOT NULL);
`;
