import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kill, spawned, until } from '../stage/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingat-demo-'));
const started = spawned('start.ts', ['--data', folder, '--port', '0', '--seed', '2']);
beforeAll(() => until(() => started.said().includes('Ctrl-C stops Ingat'), started));
afterAll(async () => {
  await kill(started.child);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

async function said(command: string): Promise<string> {
  const { child, said } = spawned(command, ['--data', folder]);
  expect([await once(child, 'close'), said()]).toEqual([[0, null], expect.any(String)]);
  return said();
}

it('tells how far it is where there is no terminal', () => {
  for (const what of ['Making seven months', 'Playing the morning of 11 November', '  75 %'])
    expect(started.said()).toContain(what);
});

it('shows what a newcomer is told to look at', () => {
  expect(started.said()).toMatch(/Yth. Siti Aminah, iuran BPJS/);
  expect(started.said()).toMatch(/Makassar +\d+ +\d+ +skipped: .*, 1 unknown$/m);
});

it('makes a past whose counters are right', async () => {
  expect(await said('recount.ts')).toMatch(/[2-9]\d\.\d{3} rows make .* None was wrong\./);
});

it('makes a past that breaks no promise', async () => {
  const verified = await said('verify.ts');
  expect(verified).not.toContain('BROKEN');
  expect(verified).toContain('holds');
});
