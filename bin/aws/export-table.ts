import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExportCommand,
  type DynamoDBClient,
  ExportTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

type Place = Readonly<{ tableArn: string; bucket: string; pollMilliseconds: number }>;

/** The table as of now, into the bucket, without reading from it. Answers the key of its files. */
export async function exportTable(
  client: DynamoDBClient,
  { tableArn, bucket, pollMilliseconds }: Place,
): Promise<string> {
  const begun = await client.send(
    new ExportTableToPointInTimeCommand({ TableArn: tableArn, S3Bucket: bucket }),
  );
  let description = begun.ExportDescription;
  while (description?.ExportStatus === 'IN_PROGRESS') {
    await sleep(pollMilliseconds);
    const asked = new DescribeExportCommand({ ExportArn: description.ExportArn });
    description = (await client.send(asked)).ExportDescription;
  }
  if (description?.ExportStatus !== 'COMPLETED' || !description.ExportManifest)
    throw new Error(`The export failed: ${description?.FailureMessage ?? 'DynamoDB says no more'}`);
  return dirname(description.ExportManifest);
}

type Download = Readonly<{ bucket: string; key: string; folder: string }>;

/** Each object below the key, one after the other: none is held in memory. */
export async function download(client: S3Client, { bucket, key, folder }: Download): Promise<void> {
  let more: string | undefined;
  do {
    const { Contents = [], NextContinuationToken } = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: `${key}/`, ContinuationToken: more }),
    );
    for (const { Key = '' } of Contents) {
      const path = join(folder, Key.slice(key.length + 1));
      mkdirSync(dirname(path), { recursive: true });
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      await pipeline(Body as Readable, createWriteStream(path, { mode: 0o600 }));
    }
    more = NextContinuationToken;
  } while (more);
}
