import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { FileRange, ImportFiles, ListPart } from '#flows/imports/import-store';

/** Checksums that nobody asked for would stand in the address of an upload, of no bytes at all. */
export const filesClient = (): S3Client =>
  new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

export type Bucket = Readonly<{ client: S3Client; bucket: string }>;

const prefix = 'uploads/';

export const uploadKey = (importId: string): string => `${prefix}${importId}`;

/** The import whose file this is; null for any other object. */
export const importOfKey = (key: string): string | null =>
  key.startsWith(prefix) ? key.slice(prefix.length) : null;

export const importFiles = ({ client, bucket: Bucket }: Bucket): ImportFiles => ({
  async read({ importId, etag, from, to }: FileRange) {
    const range = { Range: `bytes=${from}-${to - 1}`, IfMatch: `"${etag}"` };
    const command = new GetObjectCommand({ Bucket, Key: uploadKey(importId), ...range });
    const found = await client.send(command).catch((error: unknown) => {
      if (isGone(error)) return null;
      throw error;
    });
    return found && (found.Body as AsyncIterable<Uint8Array>);
  },

  async remove(importId) {
    await client.send(new DeleteObjectCommand({ Bucket, Key: uploadKey(importId) }));
  },

  async putPart(part, text) {
    await client.send(new PutObjectCommand({ Bucket, Key: partKey(part), Body: text, ...csv }));
  },

  /** As a stream of known length: in flat memory, and in one call, which takes 5 GB. */
  async joinParts(header, parts, bytes) {
    const [first] = parts;
    if (!first) return;
    const read = (part: ListPart) => bodyOf(client, { Bucket, Key: partKey(part) });
    const body = Readable.from(joined(header, parts, read), { objectMode: false });
    const Key = listKey(first);
    await sent(body, (Body, abortSignal) =>
      client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes, ...csv }), {
        abortSignal,
      }),
    );
  },
});

const csv = { ContentType: 'text/csv; charset=utf-8' } as const;

const partKey = ({ importId, round, piece, bytes }: ListPart): string =>
  `refused/${importId}/${round}/${String(piece).padStart(7, '0')}-${bytes}.csv`;

export const listKey = ({ importId, round }: Pick<ListPart, 'importId' | 'round'>): string =>
  `refused/${importId}/${round}.csv`;

/** The SDK does not look at what becomes of a body: where it breaks off the call would wait. */
async function sent(
  body: Readable,
  send: (body: Readable, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const call = new AbortController();
  let fault: Error | undefined;
  body.once('error', (error) => {
    fault = error;
    call.abort();
  });
  await send(body, call.signal).catch((error: unknown) => {
    throw fault ?? error;
  });
}

const readAhead = 16;

/** Many are small: the next ones are fetched while one is written. */
async function* joined(
  header: string,
  parts: readonly ListPart[],
  read: (part: ListPart) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(header);
  const ahead: Promise<Uint8Array>[] = [];
  for (const part of parts) {
    const next = read(part);
    // Awaited below; until then nobody else looks at it.
    next.catch(() => undefined);
    ahead.push(next);
    if (ahead.length >= readAhead) yield (await ahead.shift()) as Uint8Array;
  }
  for (const next of ahead) yield await next;
}

async function bodyOf(
  client: S3Client,
  of: Readonly<{ Bucket: string; Key: string }>,
): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand(of));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

/** Deleted meanwhile, or another file by now. */
const isGone = (error: unknown): boolean =>
  error instanceof S3ServiceException && ['NoSuchKey', 'PreconditionFailed'].includes(error.name);
