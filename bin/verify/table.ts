import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { databaseAt, tableName } from '#local/environment';
import { localFile } from '../api-client.ts';
import { download, exportTable } from '../aws/export-table.ts';

/** On one machine a bucket is a folder below `exports` in the data folder. */
const localBucket = 'ingat-exports';

/** Exports the table of this machine. Answers the folder with the export. */
export async function tableHere(data: string): Promise<string> {
  const { database, aws } = localFile(data);
  const tables = new DynamoDBClient(databaseAt(database));
  const exports = new DynamoDBClient(databaseAt(`${aws}/dynamodb`));
  try {
    const tableArn = await arnOf(tables, tableName);
    const place = { tableArn, bucket: localBucket, pollMilliseconds: 200 };
    return join(data, 'exports', localBucket, await exportTable(exports, place));
  } finally {
    for (const client of [tables, exports]) client.destroy();
  }
}

/** `region`: where it is not that of the environment. */
type InAws = Readonly<{ table: string; bucket: string; region?: string }>;

/** Exports a table in AWS and fetches its files into this folder, which is answered. */
export async function tableInAws(
  { table, bucket, region }: InAws,
  folder: string,
): Promise<string> {
  const config = region ? { region } : {};
  const tables = new DynamoDBClient(config);
  const tableArn = await arnOf(tables, table);
  const key = await exportTable(tables, { tableArn, bucket, pollMilliseconds: 10_000 });
  tables.destroy();
  return fetched(new S3Client(config), `s3://${bucket}/${key}`, folder);
}

export async function fetched(client: S3Client, address: string, folder: string): Promise<string> {
  const { host: bucket, pathname } = new URL(address);
  await download(client, { bucket, key: pathname.slice(1).replace(/\/$/, ''), folder });
  return folder;
}

async function arnOf(client: DynamoDBClient, name: string): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  if (!Table?.TableArn) throw new Error(`There is no table ${name}`);
  return Table.TableArn;
}
