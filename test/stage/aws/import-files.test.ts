import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAddresses } from '#aws/imports/import-addresses';
import { filesClient, importFiles, importOfKey, uploadKey } from '#aws/imports/import-files';

import { setAsideHeader } from '#domain/imports/set-aside';
import type { Emulator } from '#local/emulator';
import { bucketName } from '#local/environment';
import { uploads } from '#triggers';
import { upload } from '../../../bin/import/upload.ts';
import { newFolder, startStubStage } from '../local/stub-stage.ts';

const dataDir = newFolder();
const importId = 'imp_0123456789abcdef0123';
const roster = 'nik,name\n9972010105900001,Siti Ñé\n';
const bytes = Buffer.byteLength(roster);
let stage: Emulator;
let files: ReturnType<typeof importFiles>;
let addresses: ReturnType<typeof importAddresses>;
let etag = '';
const stub = (event: Readonly<{ detail: { object: { key: string; etag: string } } }>) => {
  const { object } = event.detail;
  if (importOfKey(object.key) === importId) etag = object.etag;
};
beforeAll(async () => {
  stage = await startStubStage({ [uploads.handler]: stub }, { dataDir });
  const bucket = { client: filesClient(), bucket: bucketName };
  files = importFiles(bucket);
  addresses = importAddresses(bucket);
});
afterAll(() => stage.stop());

async function put(body: string, of = importId): Promise<number> {
  const { method, url, headers } = await addresses.upload(of, bytes);
  const { status } = await fetch(url, { method, headers, body });
  await stage.settled();
  return status;
}

/** The API does not say so yet. */
const hasArrived = async () => false;

async function read(from: number, to: number, tag = etag): Promise<string | null> {
  const found = await files.read({ importId, etag: tag, from, to });
  if (!found) return null;
  const parts: Uint8Array[] = [];
  for await (const part of found) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('a file that was uploaded', () => {
  it('has the size that was announced, or is not taken', async () => {
    expect(await put(`${roster}x`)).toBe(403);
    expect(await put(roster)).toBe(200);
    expect(etag).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is not replaced: sent again it is refused, and taken for there by a program', async () => {
    const before = etag;
    expect(await put(roster)).toBe(412);
    const file = join(newFolder(), 'roster.csv');
    writeFileSync(file, roster);
    const heard = () => undefined;
    await upload(file, { to: await addresses.upload(importId, bytes), bytes, heard, hasArrived });
    await stage.settled();
    expect([etag, await read(0, bytes)]).toEqual([before, roster]);
  });

  it('is not taken from who leaves out that it may come once only', async () => {
    const { method, url, headers } = await addresses.upload(importId, bytes);
    const { 'if-none-match': _, ...rest } = headers;
    expect((await fetch(url, { method, headers: rest, body: roster })).status).toBe(403);
  });

  it('is read by its bytes, up to before the last', async () => {
    expect(await read(0, bytes)).toBe(roster);
    expect(await read(9, 25)).toBe('9972010105900001');
  });

  it('is not read once it was replaced, or is gone', async () => {
    expect(await read(0, bytes, 'other')).toBeNull();
    await files.remove(importId);
    await files.remove(importId);
    expect(await read(0, bytes)).toBeNull();
  });

  it('lies where its arrival is told of', () => {
    expect(uploadKey(importId)).toBe(`${uploads.prefix}${importId}`);
    expect(importOfKey('refused/imp_1/1.csv')).toBeNull();
  });
});

describe('the list of what was refused', () => {
  it('is all of its parts, in the order of the file, under one header', async () => {
    const textOf = (piece: number) => `${piece * 1_000};rejected;nik;Ñ${piece};nik-length;x\r\n`;
    const parts = Array.from({ length: 40 }, (_, piece) => ({
      ...{ importId, round: 1, piece, bytes: Buffer.byteLength(textOf(piece)) },
    }));
    for (const part of parts) await files.putPart(part, textOf(part.piece));
    const whole = [setAsideHeader, ...parts.map(({ piece }) => textOf(piece))].join('');
    await files.joinParts(setAsideHeader, parts, Buffer.byteLength(whole));
    const url = await addresses.list({ importId, round: 1, fileName: 'Peserta "Solo".CSV' });
    const answer = await fetch(url);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(whole);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="Peserta-Solo-.refused.csv"',
    );
  });

  it('is not written by halves, where a part is missing', async () => {
    const parts = [{ importId, round: 3, piece: 0, bytes: 9 }];
    await expect(files.joinParts(setAsideHeader, parts, 100)).rejects.toThrow(
      'The specified key does not exist',
    );
  });
});
