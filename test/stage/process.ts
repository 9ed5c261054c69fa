import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** `said`: the last that it printed, for the message of a test that fails. */
type Spawned = Readonly<{ child: ChildProcess; said(): string }>;
/** `database`: the URL of one that outlives the stage. */
type Started = Readonly<{
  now?: string;
  approval?: boolean;
  everyRound?: boolean;
  database?: string | undefined;
}>;
export type Running = Spawned & Readonly<{ url: string }>;

/**
 * `npm start -- --empty` on this folder, on a free port, once it is healthy. `now` is heeded in an
 * empty folder only.
 */
export async function startProcess(
  folder: string,
  { now, approval = false, everyRound = false, database }: Started = {},
): Promise<Running> {
  // What an earlier one wrote about itself must not be taken for this one's.
  rmSync(localFile(folder), { force: true });
  const options = ['--port', '0', '--data', folder, '--empty', ...(now ? ['--now', now] : [])];
  if (approval) options.push('--approval');
  if (everyRound) options.push('--every-round');
  const started = spawned('start.ts', options, {
    NODE_OPTIONS: checkingAnswers,
    ...(database ? { AWS_ENDPOINT_URL_DYNAMODB: database } : {}),
  });
  started.child.once('exit', (code) => code && console.error(started.said()));
  const url = () => `http://127.0.0.1:${portIn(folder)}`;
  await until(
    async () => portIn(folder) !== null && (await fetch(`${url()}/_local/health`)).ok,
    started,
  );
  return { url: url(), ...started };
}

const checkingAnswers = `--import=${new URL('checked-answers.ts', import.meta.url)}`;

const localFile = (folder: string): string => join(folder, 'local.json');

const portIn = (folder: string): number | null =>
  existsSync(localFile(folder))
    ? (JSON.parse(readFileSync(localFile(folder), 'utf8')) as { port: number }).port
    : null;

/** A command of bin/ in a process of its own. */
export function spawned(
  command: string,
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Spawned {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../bin', command), ...options],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Each stage has its own database, even where another is named for the tests of the stores.
      env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined, ...env },
    },
  );
  children.add(child);
  child.once('exit', () => children.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = `${said}${chunk}`.slice(-20_000)));
  return { child, said: () => said };
}

/** How a start ends that has to be refused. One that is not would run for ever: it is killed. */
export async function refused({ child, said }: Spawned): Promise<{ code: unknown; said: string }> {
  child.stdout?.on('data', () => said().includes('Ingat runs at') && child.kill());
  const [code] = await once(child, 'close');
  return { code, said: said().trim() };
}

/** A test that is broken off leaves nothing running. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export async function kill(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/**
 * The stage keeps how far its clock is ahead of the real one: time that passed while it was down is
 * that much more.
 */
export function passWhileDown(folder: string, milliseconds: number): void {
  const state = new DatabaseSync(join(folder, 'state.sqlite'), { timeout: 5_000 });
  state
    .prepare(`UPDATE kept SET value = CAST(value AS REAL) + ? WHERE name = 'clock.lead'`)
    .run(milliseconds);
  state.close();
}

/**
 * Looks until it holds, however long a busy machine takes; not where the process that has to bring
 * it about has ended.
 */
export async function until(holds: () => boolean | Promise<boolean>, by?: Spawned): Promise<void> {
  while (!(await holds())) {
    if (by && hasEnded(by.child))
      throw new Error(`It ended, and this does not hold: ${holds}. It said: ${by.said()}`);
    await sleep(5);
  }
}
