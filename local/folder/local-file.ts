import { renameSync, writeFileSync } from 'node:fs';

/** What the commands need to know about the emulator; `database` is a URL. */
export type LocalFile = Readonly<{ port: number; webhookSecret: string; database: string }>;

/** Whole or not at all, and for the owner's eyes: it holds the webhook secret. */
export function writeLocalFile(file: string, content: LocalFile): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
