import { truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { close, listen } from '#local/http/aws-protocols';
import { refused, spawned } from '../process.ts';
import { newFolder, startStubStage } from './stub-stage.ts';

/** What `npm start` says and how it ends, for options with which it cannot start. */
const start = (...options: readonly string[]) => refused(spawned('start.ts', options));

it.each([
  ['a port that is none', ['--port', '99999'], /^"99999" is not a port/],
  [
    'a time without its offset',
    ['--empty', '--now', '2026-11-08'],
    /^"2026-11-08" is not a moment with its offset/,
  ],
  ['a time for the story', ['--now', '2026-11-08T08:00+07:00'], /^--now goes with --empty/],
])('says in one sentence what is wrong with %s', async (_, options, sentence) => {
  const { code, said } = await start('--data', newFolder(), ...options);
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/ {4}at /);
});

it('says in one sentence that its data is damaged', async () => {
  const folder = newFolder();
  await (await startStubStage({}, { dataDir: folder })).stop();
  truncateSync(join(folder, 'table.sqlite'), 5_000);
  const said = `${join(folder, 'table.sqlite')} is damaged, so the data is not whole: put back a copy of the whole folder, if there is one; else --fresh deletes it and starts over, --data names another folder.`;
  expect(await start('--empty', '--data', folder, '--port', '0')).toEqual({ code: 1, said });
});

it('says in one sentence that the port is taken, or the folder another’s', async () => {
  const server = createServer();
  const port = await listen(server, 0);
  expect(await start('--empty', '--data', newFolder(), '--port', String(port))).toEqual({
    code: 1,
    said: expect.stringMatching(/^Port \d+ is taken[^\n]*$/),
  });
  await close(server);
  const foreign = newFolder();
  writeFileSync(join(foreign, 'thesis.txt'), '');
  expect(await start('--empty', '--data', foreign)).toEqual({
    code: 1,
    said: expect.stringMatching(/neither empty nor a data folder of Ingat[^\n]*$/),
  });
});
