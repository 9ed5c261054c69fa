import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { databaseAt, stageSettings } from '#local/environment';
import { deliveryLogs } from '#triggers';
import { localFile } from '../api-client.ts';
import { awsIn } from '../aws/clients.ts';
import { outputOf } from '../aws/stack.ts';
import { stageAsked } from '../aws/stage-option.ts';
import { fetchCarrierLog } from './carrier-log.ts';
import type { Checked } from './check.ts';
import { fetched, tableHere, tableInAws } from './table.ts';

/** Where the rows and the log of a stage come from. */
export type Source = Readonly<{
  settings: Checked['settings'];
  /** Exports the table. Answers where the export is: `folder`, if it had to be fetched. */
  table(folder: string): Promise<string>;
  /** What is below an address `s3://bucket/key`, in this folder. */
  fetch(address: string, folder: string): Promise<string>;
  log(span: Readonly<{ from: number; to: number }>, file: string): Promise<void>;
}>;

export const sourceHere = (data: string): Source => ({
  settings: stageSettings,
  table: () => tableHere(data),
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
  return {
    settings,
    async table(folder) {
      const table = await outputOf(aws.stacks, stage, 'TableName');
      const bucket = await outputOf(aws.stacks, stage, 'ExportBucketName');
      return tableInAws({ table, bucket, region }, folder);
    },
    fetch: (address, folder) => fetched(new S3Client({ region }), address, folder),
    async log(span, file) {
      const { Account = '' } = await aws.sts.send(new GetCallerIdentityCommand());
      await fetchCarrierLog(aws.logs, { groups: groupsOf(region, Account), file, ...span });
    },
  };
}

const groupsOf = (region: string, account: string): readonly string[] =>
  deliveryLogs.groups.map((group) => `sns/${region}/${account}/${group}`);
