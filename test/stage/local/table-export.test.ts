import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  DescribeExportCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseAt, tableName } from '#local/environment';
import { aPerson, csvOf, people } from '#local/made-up';
import { exportIn, linesIn } from '../../../bin/verify/exported.ts';
import { tableHere } from '../../../bin/verify/table.ts';
import { startTestStage, type TestStage } from '../stage.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  await stage.importCsv(csvOf(people(40)));
});
afterEach(() => stage?.stop());

const local = () => JSON.parse(readFileSync(join(stage.folder, 'local.json'), 'utf8'));
const client = (path: string) => new DynamoDBClient(databaseAt(path));

it('shows one instant: of what one transaction writes, all or nothing', async () => {
  const paying = Promise.all(
    people(40).map(({ nik }, index) => stage.pay({ reference: `P-${index}`, nik, amount: 8_400 })),
  );
  const folders = [await tableHere(stage.folder), await tableHere(stage.folder)];
  await paying;
  for (const folder of [...folders, await tableHere(stage.folder)]) {
    const { files, rows, damaged } = await exportIn(folder);
    const keys: { pk: { S: string }; sk: { S: string } }[] = [];
    for await (const line of linesIn(files)) keys.push(JSON.parse(line).Item);
    const inTimelines = keys.filter(({ sk }) => sk.S.startsWith('PAY#')).length;
    expect(keys.filter(({ sk }) => sk.S === 'PAY')).toHaveLength(inTimelines);
    expect(keys.filter(({ sk }) => sk.S.startsWith('CYC#'))).toHaveLength(inTimelines);
    expect({ rows, damaged }).toEqual({ rows: keys.length, damaged: [] });
  }
  expect((await stage.worker(aPerson(1).nik)).coveredThrough).toBe('2026-11');
});

it('describes itself as DynamoDB does, and refuses what it cannot do', async () => {
  const { Table } = await client(local().database).send(
    new DescribeTableCommand({ TableName: tableName }),
  );
  const exports = client(`${local().aws}/dynamodb`);
  const asked = { TableArn: Table?.TableArn, S3Bucket: 'a-bucket', S3Prefix: 'nightly' };
  const { ExportDescription } = await exports.send(new ExportTableToPointInTimeCommand(asked));
  expect(ExportDescription).toMatchObject({ ExportStatus: 'IN_PROGRESS', S3Prefix: 'nightly' });
  const described = async () =>
    (await exports.send(new DescribeExportCommand({ ExportArn: ExportDescription?.ExportArn })))
      .ExportDescription;
  await expect.poll(async () => (await described())?.ExportStatus).toBe('COMPLETED');
  const { ExportManifest = '', ItemCount } = (await described()) ?? {};
  expect(ExportManifest).toMatch(
    /^nightly\/AWSDynamoDB\/\d{14}-[0-9a-f]{8}\/manifest-summary.json$/,
  );
  const summary = readFileSync(join(stage.folder, 'exports/a-bucket', ExportManifest), 'utf8');
  expect(JSON.parse(summary)).toMatchObject({
    ...{ itemCount: ItemCount, outputFormat: 'DYNAMODB_JSON', s3Bucket: 'a-bucket' },
    manifestFilesS3Key: `${dirname(ExportManifest)}/manifest-files.json`,
  });
  const refusal = (more: object) =>
    exports.send(new ExportTableToPointInTimeCommand({ ...asked, ...more })).catch(nameOf);
  expect(await refusal({ TableArn: `${Table?.TableArn}-other` })).toBe('TableNotFoundException');
  expect(await refusal({ ExportTime: new Date(0) })).toBe('InvalidExportTimeException');
  const unknown = new DescribeExportCommand({ ExportArn: `${Table?.TableArn}/export/none-at-all` });
  expect(await exports.send(unknown).catch(nameOf)).toBe('ExportNotFoundException');
});

const nameOf = ({ name }: Error): string => name;
