import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rosterOf } from '../builders.ts';
import { runbookCommands } from '../runbook.ts';
import { asAdmin, json } from '../stage/calls.ts';
import { startTestStage, type TestStage } from '../stage/stage.ts';

/** Each call of the runbook is typed into a shell as it stands, for a stage of this machine. */
const calls = runbookCommands('curl');

/** What it answers on the morning on which Siti was reminded. */
const answers: Readonly<Record<string, object>> = {
  '/api/plan/pause': { paused: true, behind: [] },
  '/api/runs?date=2026-11-11': {
    items: expect.arrayContaining([expect.objectContaining({ counts: { sent: 1 } })]),
  },
  '/api/workers/find': { items: [expect.objectContaining({ phone: '+6287000000000' })] },
};

let stage: TestStage;
let env: NodeJS.ProcessEnv;
const home = mkdtempSync(join(tmpdir(), 'ingat-runbook-calls-'));

beforeAll(async () => {
  if (spawnSync('curl', ['--version']).error)
    throw new Error('curl is needed, as the runbook calls the API with it, and there is none.');
  // Its own curl says of a refusal no more than what was answered.
  writeFileSync(join(home, '.curlrc'), 'silent\nshow-error\nfail-with-body\n');
  stage = await startTestStage({ now: '2026-11-10T08:00+07:00' });
  await stage.importCsv(rosterOf({}));
  await stage.clockTo('2026-11-11T09:05+07:00');
  const asked = json({ role: 'admin' });
  const { token } = await stage.ask<{ token: string }>('POST', '/_local/sign-in', asked);
  env = { PATH: process.env.PATH, CURL_HOME: home, INGAT_TOKEN: token };
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await stage?.stop();
});

it.each(calls)('%s', async (command) => {
  const typed = command.replace('API_URL', stage.url());
  const { status, stdout, stderr } = spawnSync('sh', ['-euc', typed], { env, encoding: 'utf8' });
  expect(`${stderr}${status === 0 ? '' : stdout}`).toBe('');
  const [, path = ''] = /API_URL([^\s"]+)/.exec(command) ?? [];
  expect(JSON.parse(stdout)).toMatchObject(answers[path] ?? { [`what ${path} answers`]: 'unsaid' });
});

it('plays each kind of call that the runbook shows, and has paused by it', async () => {
  expect(calls).toHaveLength(Object.keys(answers).length);
  expect(await stage.ask('GET', '/api/plan', asAdmin())).toMatchObject({ paused: true });
});
