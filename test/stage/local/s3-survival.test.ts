import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { bucketName as Bucket } from '#local/environment';
import { uploads } from '#triggers';
import { newFolder, startStubStage } from './stub-stage.ts';

const Key = `${uploads.prefix}1.csv`;
const put = (Body: string) => new S3Client().send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async () => {
  const { Body } = await new S3Client().send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
};

it('keeps files over a restart, tells again of what nobody had handled, and forgets by --fresh', async () => {
  const dataDir = newFolder();
  let told = 0;
  let first = true;
  const stubs = {
    [uploads.handler]: () => {
      told += 1;
      return first ? new Promise(() => undefined) : {};
    },
  };
  const before = await startStubStage(stubs, { dataDir });
  await put('of the first start');
  await before.stop();
  first = false;
  const after = await startStubStage(stubs, { dataDir });
  await after.settled();
  expect([told, await read()]).toEqual([2, 'of the first start']);
  await after.stop();
  const anew = await startStubStage(stubs, { dataDir, fresh: true });
  await anew.settled();
  await expect(read()).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect([told, readdirSync(join(dataDir, 'bucket'))]).toEqual([2, []]);
  await anew.stop();
});
