import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json } from './calls.ts';
import { startTestStage, type TestStage } from './stage.ts';

/** What docs/api shows is done here as it stands there, by a stage that keeps real time. */
let stage: TestStage;
let env: NodeJS.ProcessEnv;
const folder = mkdtempSync(join(tmpdir(), 'ingat-guide-'));

beforeAll(async () => {
  stage = await startTestStage({ now: new Date().toISOString() });
  const { token } = await stage.ask<{ token: string }>(
    'POST',
    '/_local/sign-in',
    json({ role: 'admin' }),
  );
  const [INGAT_URL, INGAT_SECRET] = [stage.url(), stage.webhookSecret()];
  env = { ...process.env, INGAT_URL, INGAT_SECRET, INGAT_TOKEN: token };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stage.stop();
});

const blocks = (page: string, language: string): readonly string[] =>
  [...readFileSync(`docs/api/${page}`, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, of]) => of === language)
    .map(([, , block = '']) => block)
    // Where to send it and as whom is set by the test.
    .filter((block) => !block.includes('export INGAT_'));

function ran(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
const shell = (block = '') => ran('sh', '-euc', block);

const tools = 'command -v curl && command -v openssl && command -v split';
const hasTools = spawnSync('sh', ['-c', tools]).status === 0;

describe.runIf(hasTools)('in a shell', () => {
  const [dryRun, pieces, ...more] = blocks('rosters.md', 'sh');

  it('a roster is tried, then taken in', async () => {
    const [roster = ''] = blocks('rosters.md', 'csv');
    writeFileSync(join(folder, 'roster.csv'), roster);
    const [told = ''] = blocks('rosters.md', 'json');
    expect(shell(dryRun)).toMatchObject(JSON.parse(told));
    expect(shell(pieces)).toMatchObject({ created: 1, rejected: [{ line: 3 }] });
    expect(shell(pieces)).toMatchObject({ created: 0, unchanged: 1 });
    expect(more).toEqual([]);
  });

  it('a large roster is uploaded and followed to its end', () => {
    const [upload, ...others] = blocks('files.md', 'sh');
    expect(shell(upload)).toMatchObject({
      ...{ state: 'done', dryRun: true, rows: { total: 2, done: 2 } },
      ...{ counts: { unchanged: 1, rejected: 1 }, refusedCsv: expect.stringContaining('http') },
    });
    expect(others).toEqual([]);
  });

  it('a payment is signed and recorded, by whose own NIK', async () => {
    const [payment, ...others] = blocks('payments.md', 'sh');
    expect(shell(payment)).toMatchObject({ status: 'recorded', payment: { bought: ['2026-11'] } });
    expect(others).toEqual([]);
  });
});

it('in Node a payment is signed and known again', () => {
  const [script = '', ...others] = blocks('payments.md', 'js');
  expect(script.trim().split('\n').length).toBeLessThanOrEqual(12);
  const first = ran(process.execPath, '--input-type=module', '--eval', script);
  expect(first.payment).toMatchObject({ reference: 'INV-2026-0001', amount: 8_400 });
  const again = ran(process.execPath, '--input-type=module', '--eval', script);
  expect(again).toEqual({ ...first, status: again.status });
  expect(['already-recorded', 'unmatched']).toContain(again.status);
  expect(others).toEqual([]);
});
