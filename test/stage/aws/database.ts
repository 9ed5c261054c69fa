import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#aws/database';
import { documentClient } from '#aws/document-client';
import { prepareTable, startDatabase } from '#local/dynamodb/dynamodb';
import { tableName } from '#local/environment';

/**
 * The stage's database in a folder of its own; each `fresh` is an empty table.
 * AWS_ENDPOINT_URL_DYNAMODB names another one, such as DynamoDB Local.
 */
export async function testDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'ingat-test-'));
  const server = await startDatabase({ table: join(folder, 'table.db'), isNew: true });
  const client = documentClient({ endpoint: server.url, region: 'ap-southeast-3', credentials });
  return {
    async fresh(): Promise<Database> {
      await prepareTable(server, { fresh: true });
      return { client, tableName };
    },
    async stop(): Promise<void> {
      client.destroy();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
