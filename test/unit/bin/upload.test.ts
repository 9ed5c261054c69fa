import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { upload } from '../../../bin/import/upload.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const file = join(mkdtempSync(join(tmpdir(), 'ingat-upload-')), 'roster.csv');
writeFileSync(file, 'nik,name\n');
let answers: number[] = [];
let calls = 0;
const server = createServer(async (request, response) => {
  await request.resume().toArray();
  calls++;
  response.writeHead(answers.shift() ?? 500).end('<Message>Not so</Message>');
});
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void server.close());
beforeEach(() => {
  calls = 0;
});

const sent = () =>
  upload(file, {
    to: {
      ...{ method: 'PUT', headers: {} },
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    },
    ...{ bytes: 9, heard: () => undefined, hasArrived: async () => false },
  });

it.each([
  ['taken', [200], 1],
  ['there already', [412], 1],
  ['sent twice at the same moment', [409, 412], 2],
])('a file that is %s is done', async (_, said, times) => {
  answers = said;
  await sent();
  expect(calls).toBe(times);
});

it('a file that is refused is not sent again', async () => {
  answers = [403];
  await expect(sent()).rejects.toThrow('The file was not taken: Not so');
  expect(calls).toBe(1);
});
