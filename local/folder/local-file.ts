import { renameSync, writeFileSync } from 'node:fs';

/** What the commands need to know about the emulator. `database`, `aws`: URLs. */
export type LocalFile = Readonly<{
  port: number;
  webhookSecret: string;
  database: string;
  /** Below it each service but the database has a path: `/dynamodb` exports the table. */
  aws: string;
}>;

/** Whole or not at all, and for the owner's eyes: it holds the webhook secret. */
export function writeLocalFile(file: string, content: LocalFile): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
