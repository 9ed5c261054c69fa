import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { until } from '../process.ts';
import { newFolder } from './stub-stage.ts';

type Started = Readonly<{ url: string; webhookSecret: string; token: string; child: ChildProcess }>;
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function start(folder: string): Promise<Started> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'stub-stage-process.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { ...JSON.parse(String(line)), child };
}

const end = async ({ child }: Started, signal: NodeJS.Signals): Promise<number | null> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  return (await ended)[0];
};
const get = async ({ url }: Started, path: string) =>
  (await fetch(`${url}/_local/${path}`)).json() as Promise<Record<string, never>>;
const texts = async (stage: Started) =>
  ((await get(stage, 'outbox')).items as unknown as { text: string }[]).map(({ text }) => text);

/** Process ids of databases on this folder, from /proc. */
const databasesOn = (folder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(folder, 'table.sqlite'));
      } catch {
        return false;
      }
    });

it('forgets no text, no slice, no time and no secret at a kill -9, and leaves no database behind', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await fetch(`${first.url}/_local/clock`, { method: 'POST', body: '{"by":"P3D"}' });
  await fetch(`${first.url}/api/me`, { headers: { authorization: `Bearer ${first.token}` } });
  await until(async () => (await texts(first)).length === 1);
  const asked = performance.now();
  const now = Date.parse((await get(first, 'clock')).now ?? '');
  expect(databasesOn(folder)).not.toHaveLength(0);
  await end(first, 'SIGKILL');
  await until(async () => databasesOn(folder).length === 0);

  const second = await start(folder);
  await until(async () => (await texts(second)).length === 2);
  expect(await texts(second)).toEqual(['attempt 1', 'attempt 2']);
  const later = Date.parse((await get(second, 'clock')).now ?? '');
  expect(later).toBeGreaterThan(now);
  // Time went on at the pace of the real one; a second for what was rounded.
  expect(later - now).toBeLessThan(performance.now() - asked + 1_000);
  expect(second.webhookSecret).toBe(first.webhookSecret);
  // Who was signed in still is.
  expect(
    (await fetch(`${second.url}/api/me`, { headers: { authorization: `Bearer ${first.token}` } }))
      .status,
  ).toBe(200);
  expect(await end(second, 'SIGTERM')).toBe(0);
  await until(async () => databasesOn(folder).length === 0);
});
