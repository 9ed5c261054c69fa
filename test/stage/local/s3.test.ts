import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Emulator } from '#local/emulator';
import { bucketName as Bucket } from '#local/environment';
import { uploads } from '#triggers';
import { newFolder, startStubStage } from './stub-stage.ts';

type Arrival = Readonly<{ detail: { object: { key: string; size: number } } }>;
let stage: Emulator;
let client: S3Client;
let arrivals: Arrival[] = [];
const dataDir = newFolder();
const stubs = { [uploads.handler]: (event: Arrival) => void arrivals.push(event) };
beforeAll(async () => {
  stage = await startStubStage(stubs, { dataDir });
  client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
});
afterAll(() => stage.stop());
beforeEach(() => {
  arrivals = [];
});

let files = 0;
const newKey = () => `${uploads.prefix}${++files} + (Siti's) file.csv`;
const roster = 'nik,name\n9972010105900001,Siti Aminah\n';

const signedPut = (Key: string, body = roster, expiresIn = 600) =>
  getSignedUrl(
    client,
    new PutObjectCommand({
      ...{ Bucket, Key, ContentType: 'text/csv', ContentLength: Buffer.byteLength(body) },
    }),
    { expiresIn, signableHeaders: new Set(['host', 'content-type', 'content-length']) },
  );
const signedGet = (Key: string) =>
  getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn: 600 });
const upload = (url: string, body = roster, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'PUT', body, headers: { 'content-type': 'text/csv', ...headers } });
const put = (Key = newKey(), Body: string | Buffer = roster) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body })).then(() => Key);
const read = async (Key: string, Range?: string) => {
  const { Body, ...rest } = await client.send(new GetObjectCommand({ Bucket, Key, Range }));
  return { text: await Body?.transformToString(), ...rest };
};
const said = async (response: Response) => ({
  status: response.status,
  code: /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1],
});

it('takes a file by a presigned URL and tells the function that it has come', async () => {
  const Key = newKey();
  const answer = await upload(await signedPut(Key));
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, expect.any(String)]);
  await stage.settled();
  expect(arrivals).toMatchObject([
    { source: 'aws.s3', 'detail-type': 'Object Created', detail: { object: { key: Key } } },
  ]);
  expect(await read(Key)).toMatchObject({ text: roster, ContentType: 'text/csv' });
});

it('gives a file by a presigned URL, under the name that was signed', async () => {
  const Key = await put();
  const command = new GetObjectCommand({
    ...{ Bucket, Key, ResponseContentDisposition: 'attachment; filename="refused.csv"' },
  });
  const answer = await fetch(await getSignedUrl(client, command));
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="refused.csv"');
  expect(await answer.text()).toBe(roster);
});

it.each<readonly [string, (url: URL) => void]>([
  ['another file', (url) => (url.pathname += 'x')],
  ['a longer time', (url) => url.searchParams.set('X-Amz-Expires', '6000')],
  ['another signature', (url) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64))],
  ['a value more', (url) => url.searchParams.set('response-content-type', 'text/html')],
])('refuses a presigned URL with %s', async (_, change) => {
  const url = new URL(await signedPut(newKey()));
  change(url);
  expect(await said(await upload(url.href))).toEqual({
    status: 403,
    code: 'SignatureDoesNotMatch',
  });
});

it('refuses to read, or to delete, by the URL for an upload', async () => {
  const url = await signedPut(await put());
  const headers = { 'content-type': 'text/csv' };
  for (const method of ['GET', 'DELETE'])
    expect(await said(await fetch(url, { method, headers }))).toEqual({
      ...{ status: 403, code: 'SignatureDoesNotMatch' },
    });
});

it('refuses another length or type than was signed', async () => {
  const different = { status: 403, code: 'SignatureDoesNotMatch' };
  const url = await signedPut(newKey());
  expect(await said(await upload(url, `${roster}9`))).toEqual(different);
  expect(await said(await upload(url, roster.slice(1)))).toEqual(different);
  expect(await said(await upload(url, roster, { 'content-type': 'text/html' }))).toEqual(different);
});

it('refuses what was added to a request and not signed', async () => {
  const url = await signedPut(newKey());
  expect(await said(await upload(url, roster, { 'x-amz-acl': 'public-read' }))).toEqual({
    ...{ status: 403, code: 'AccessDenied' },
  });
});

it('refuses a URL that has expired by the clock of the stage', async () => {
  const url = await signedPut(newKey(), roster, 60);
  await stage.moveTo(Date.now() + 61_000);
  expect(await said(await upload(url))).toEqual({ status: 403, code: 'AccessDenied' });
});

it('refuses a URL for longer than a week, and whoever has signed nothing', async () => {
  const url = new URL(await signedGet(await put()));
  expect(await said(await fetch(`${url.origin}${url.pathname}`))).toEqual({
    ...{ status: 403, code: 'AccessDenied' },
  });
  url.searchParams.set('X-Amz-Expires', '604801');
  expect(await said(await fetch(url))).toEqual({
    ...{ status: 400, code: 'AuthorizationQueryParametersError' },
  });
});

it('refuses another secret, another key and another region', async () => {
  const tried = (config: object) =>
    new S3Client({ maxAttempts: 1, ...config }).send(new HeadObjectCommand({ Bucket, Key: 'x' }));
  const secret = { accessKeyId: 'stage', secretAccessKey: 'guessed' };
  const key = { accessKeyId: 'guessed', secretAccessKey: 'stage' };
  for (const credentials of [secret, key])
    await expect(tried({ credentials })).rejects.toMatchObject({
      ...{ $metadata: { httpStatusCode: 403 } },
    });
  await expect(tried({ region: 'ap-southeast-1' })).rejects.toMatchObject({
    ...{ $metadata: { httpStatusCode: 400 } },
  });
});

it('refuses a body that is not the one whose checksum was signed', async () => {
  const kind = new S3Client();
  const url = await getSignedUrl(kind, new PutObjectCommand({ Bucket, Key: newKey() }));
  // The SDK signs the checksum of an empty body into the URL, unless it is told not to.
  expect(await said(await upload(url))).toEqual({ status: 400, code: 'BadDigest' });
  await kind.send(new PutObjectCommand({ Bucket, Key: newKey(), Body: roster }));
});

it('keeps nothing of a body that broke off', async () => {
  const Key = newKey();
  const url = await signedPut(Key);
  const sending = request(url, {
    ...{ method: 'PUT', headers: { 'content-type': 'text/csv', 'content-length': roster.length } },
  });
  sending.on('error', () => undefined);
  await new Promise((sent) => sending.write(roster.slice(0, 9), sent));
  sending.destroy();
  await expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(arrivals).toEqual([]);
});

it('gives parts of a file', async () => {
  const Key = await put(newKey(), '0123456789');
  const parts = ['bytes=0-3', 'bytes=8-', 'bytes=-2', 'bytes=5-99'];
  expect(await Promise.all(parts.map((part) => read(Key, part)))).toMatchObject([
    { text: '0123', ContentRange: 'bytes 0-3/10', $metadata: { httpStatusCode: 206 } },
    { text: '89', ContentRange: 'bytes 8-9/10' },
    { text: '89', ContentRange: 'bytes 8-9/10' },
    { text: '56789', ContentRange: 'bytes 5-9/10' },
  ]);
  // RFC 9110: a range that ends before it begins is none, and the answer is the whole file.
  expect(await read(Key, 'bytes=10-9')).toMatchObject({
    ...{ text: '0123456789', $metadata: { httpStatusCode: 200 } },
  });
  await expect(read(Key, 'bytes=10-')).rejects.toMatchObject({
    ...{ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } },
  });
});

it('gives nothing where the file is another by now', async () => {
  const Key = await put();
  const { ETag: IfMatch } = await read(Key);
  const again = () => client.send(new GetObjectCommand({ Bucket, Key, IfMatch }));
  expect((await again()).ETag).toBe(IfMatch);
  await put(Key, roster);
  await expect(again()).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

it('takes no second file where only a first is wanted', async () => {
  const Key = newKey();
  const first = (IfNoneMatch: string, Body = roster) =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch }));
  await first('*');
  await expect(first('*', 'other')).rejects.toMatchObject({
    ...{ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } },
  });
  await expect(first('"tag"')).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  expect((await read(Key)).text).toBe(roster);
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
  await first('*');
});

it('knows nothing of a file that never came or is deleted', async () => {
  const Key = await put();
  expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
    ContentLength: roster.length,
  });
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
  await client.send(new DeleteObjectCommand({ Bucket, Key }));
  const missing = { name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } };
  await expect(read(Key)).rejects.toMatchObject(missing);
  await expect(client.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
    ...{ $metadata: { httpStatusCode: 404 } },
  });
  const elsewhere = new GetObjectCommand({ Bucket: 'another', Key });
  await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
});

it('tells nobody of what is not an upload', async () => {
  await put('results/1.csv');
  await stage.settled();
  expect(arrivals).toEqual([]);
});

it('tells of a file twice where that is asked for', async () => {
  stage.setFaults({ s3: { toldTwice: 1 } });
  const [twice, once] = [await put(), await put()];
  await stage.settled();
  expect(arrivals.map(({ detail }) => detail.object.key)).toEqual([twice, twice, once]);
});

it('lets the page of the console upload and read, and nothing else', async () => {
  const url = await signedPut(newKey());
  const preflight = (asked: Readonly<{ method: string; headers?: string; origin?: string }>) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: asked.origin ?? stage.url,
        'access-control-request-method': asked.method,
        'access-control-request-headers': asked.headers ?? 'content-type,if-none-match',
      },
    });
  for (const method of ['PUT', 'GET']) {
    const { status, headers } = await preflight({ method });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, stage.url]);
  }
  for (const asked of [
    { method: 'DELETE' },
    { method: 'PUT', headers: 'x-amz-acl' },
    { method: 'PUT', origin: 'http://evil.example' },
  ])
    expect((await preflight(asked)).status).toBe(403);
});

it('keeps bodies for their owner alone, and none after a week', async () => {
  const Key = await put();
  const bucket = join(dataDir, 'bucket');
  for (const file of readdirSync(bucket))
    expect(statSync(join(bucket, file)).mode & 0o777).toBe(0o600);
  expect(statSync(bucket).mode & 0o777).toBe(0o700);
  await stage.moveTo(Date.now() + 5.9 * 86_400_000);
  expect((await read(Key)).text).toBe(roster);
  await stage.moveTo(Date.now() + 1.1 * 86_400_000);
  await expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(readdirSync(bucket)).toEqual([]);
});
