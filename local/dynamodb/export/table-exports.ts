import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeExport } from '#local/dynamodb/export/export-files';
import { tableName } from '#local/environment';
import { AwsError, awsJson, type Service } from '#local/http/aws-protocols';

type Place = Readonly<{
  /** dynoxide's file of the table; null where another database keeps it. */
  file: string | null;
  /** The folder that holds a folder for each bucket. */
  buckets: string;
}>;

type Description = Record<string, unknown> & { ExportStatus: string };

/**
 * `ExportTableToPointInTime` and `DescribeExport`, which dynoxide lacks. Its file is SQLite, so one
 * read transaction is the table as of one instant, whatever is written meanwhile.
 */
export function tableExports({ file, buckets }: Place): Service {
  const described = new Map<string, Description>();

  const begin = (input: Readonly<Record<string, unknown>>): Description => {
    const { TableArn: tableArn, S3Bucket: bucket, S3Prefix: prefix, ExportTime } = input;
    if (!file) throw new AwsError(400, 'UnknownOperationException', 'Only dynoxide is exported.');
    if (!String(tableArn).endsWith(`:table/${tableName}`))
      throw new AwsError(400, 'TableNotFoundException', `Table not found: ${tableArn}`);
    if (ExportTime !== undefined)
      throw new AwsError(400, 'InvalidExportTimeException', 'The stage keeps no earlier instant.');
    const now = new Date();
    const id = `${String(now.getTime()).padStart(14, '0')}-${randomBytes(4).toString('hex')}`;
    const key = [...(prefix ? [prefix] : []), 'AWSDynamoDB', id].join('/');
    const description: Description = {
      ...{ ExportArn: `${tableArn}/export/${id}`, ExportStatus: 'IN_PROGRESS' },
      ...{ StartTime: now.getTime() / 1_000, ExportTime: now.getTime() / 1_000 },
      ...{ TableArn: tableArn, S3Bucket: bucket, ExportFormat: 'DYNAMODB_JSON' },
      ...{ S3Prefix: prefix, ExportType: 'FULL_EXPORT' },
    };
    described.set(String(description.ExportArn), description);
    const place = { bucket: join(buckets, String(bucket)), key };
    void exported(file, place, summaryOf(description, now)).then(
      (ItemCount) =>
        Object.assign(description, {
          ...{ ExportStatus: 'COMPLETED', ItemCount, EndTime: Date.now() / 1_000 },
          ExportManifest: `${key}/manifest-summary.json`,
        }),
      (error: Error) =>
        Object.assign(description, { ExportStatus: 'FAILED', FailureMessage: error.message }),
    );
    return description;
  };

  return awsJson('1.0', {
    ExportTableToPointInTime: (input) => ({ ExportDescription: begin(input) }),
    DescribeExport({ ExportArn }) {
      const description = described.get(String(ExportArn));
      if (!description)
        throw new AwsError(400, 'ExportNotFoundException', `Export not found: ${ExportArn}`);
      return { ExportDescription: description };
    },
  });
}

const summaryOf = (description: Readonly<Record<string, unknown>>, at: Date) => ({
  ...{ version: '2020-06-30', exportArn: description.ExportArn, startTime: at.toISOString() },
  ...{ tableArn: description.TableArn, exportTime: at.toISOString() },
  ...{ s3Bucket: description.S3Bucket, s3Prefix: description.S3Prefix ?? null },
  ...{ s3SseAlgorithm: 'AES256', s3SseKmsKeyId: null, outputFormat: 'DYNAMODB_JSON' },
  exportType: 'FULL_EXPORT',
});

async function exported(
  file: string,
  place: Parameters<typeof writeExport>[0],
  summary: Readonly<Record<string, unknown>>,
): Promise<number> {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    // The first read of a transaction decides which instant all of it sees.
    database.exec('BEGIN; SELECT count(*) FROM _tables');
    const partitions = Object.fromEntries(
      [0, 1, 2, 3].map((part) => [randomBytes(13).toString('hex'), linesOf(database, part)]),
    );
    return await writeExport(place, partitions, summary);
  } finally {
    database.close();
  }
}

/** All rows of a key are in one of four files, by the key's hash, as those of a partition are. */
function* linesOf(database: DatabaseSync, part: number): Generator<string> {
  const rows = database.prepare(
    `SELECT item_json AS item FROM "${tableName}" WHERE instr('0123456789abcdef', ` +
      'substr(hash_prefix, 1, 1)) % 4 = ?',
  );
  for (const { item } of rows.iterate(part)) yield `{"Item":${item}}`;
}
