import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';

/** The table in a process of its own: whatever becomes of a stage, it lives on, as in AWS. */
export async function startLastingTable(): Promise<LastingTable> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-table-'));
  const database = await startDatabase({ table: join(folder, 'table.sqlite'), isNew: true });
  await prepareTable(database, { fresh: true });
  return {
    url: database.url,
    async stop() {
      await database.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

export type LastingTable = Readonly<{ url: string; stop(): Promise<void> }>;
