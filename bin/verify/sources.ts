import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { databaseAt, stageSettings, tableName } from '#local/environment';
import { deliveryLogs } from '#triggers';
import { localFile } from '../api-client.ts';
import { awsIn } from '../aws/clients.ts';
import { download, exportTable } from '../aws/export-table.ts';
import { outputOf } from '../aws/stack.ts';
import { stageAsked } from '../aws/stage-option.ts';
import { fetchCarrierLog } from './carrier-log.ts';
import type { Checked } from './check.ts';

/** Where the rows and the log of a stage come from. */
export type Source = Readonly<{
  settings: Checked['settings'];
  /** Exports the table. Answers the folder with the export; `folder` is for what has to be fetched. */
  table(folder: string): Promise<string>;
  /** What is below an address `s3://bucket/key`, in this folder. */
  fetch(address: string, folder: string): Promise<string>;
  log(span: Readonly<{ from: number; to: number }>, file: string): Promise<void>;
}>;

/** The bucket, on one machine a folder below `exports` in the data folder. */
const localBucket = 'ingat-exports';

export const sourceHere = (data: string): Source => ({
  settings: stageSettings,

  async table() {
    const { database, aws } = localFile(data);
    const tables = new DynamoDBClient(databaseAt(database));
    const exports = new DynamoDBClient(databaseAt(`${aws}/dynamodb`));
    const tableArn = await arnOf(tables, tableName);
    const key = await exportTable(exports, {
      ...{ tableArn, bucket: localBucket, pollMilliseconds: 200 },
    });
    for (const client of [tables, exports]) client.destroy();
    return join(data, 'exports', localBucket, key);
  },

  fetch: async (address) => {
    throw new Error(`${address} lies in AWS: name its stage with --stage`);
  },

  log: (span, file) =>
    fetchCarrierLog(new CloudWatchLogsClient(databaseAt(`${localFile(data).aws}/logs`)), {
      ...{ groups: groupsOf('ap-southeast-3', '000000000000'), file },
      ...span,
    }),
});

export function sourceInAws(stageName: string): Source {
  const stage = stageAsked({ stage: stageName });
  const { region, settings } = stage;
  const aws = awsIn(region);
  const files = new S3Client({ region });
  const fetch = async (address: string, folder: string): Promise<string> => {
    const { host: bucket, pathname } = new URL(address);
    await download(files, { bucket, key: pathname.slice(1).replace(/\/$/, ''), folder });
    return folder;
  };
  return {
    settings,
    async table(folder) {
      const tables = new DynamoDBClient({ region });
      const bucket = await outputOf(aws.stacks, stage, 'ExportBucketName');
      const tableArn = await arnOf(tables, await outputOf(aws.stacks, stage, 'TableName'));
      const key = await exportTable(tables, { tableArn, bucket, pollMilliseconds: 10_000 });
      tables.destroy();
      return fetch(`s3://${bucket}/${key}`, folder);
    },
    fetch,
    async log(span, file) {
      const { Account = '' } = await aws.sts.send(new GetCallerIdentityCommand());
      await fetchCarrierLog(aws.logs, { groups: groupsOf(region, Account), file, ...span });
    },
  };
}

async function arnOf(client: DynamoDBClient, name: string): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  if (!Table?.TableArn) throw new Error(`There is no table ${name}`);
  return Table.TableArn;
}

const groupsOf = (region: string, account: string): readonly string[] =>
  deliveryLogs.groups.map((group) => `sns/${region}/${account}/${group}`);
