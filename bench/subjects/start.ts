import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { figure, type Rows, type Subject } from '../frame/subject.ts';

const rounds = 5;

export const start: Subject = {
  title: 'How long a start takes',
  how:
    `From \`npm start\` to its line “Ingat runs at”, the best of ${rounds} (of one for the ` +
    'first, which makes seven months and plays a morning), beside a Node that does nothing. CPU ' +
    'seconds are those of npm and Node without the database; they say more where the machine is ' +
    'busy. The console is built already.',
  columns: ['start', 'seconds', 'CPU seconds', 'times a bare Node'],
  parts: { starts: measured },
};

type Took = Readonly<{ seconds: number; cpu: number }>;

async function measured(): Promise<Rows> {
  const folders = ['story', 'empty'].map(() => mkdtempSync(join(tmpdir(), 'ingat-bench-')));
  const [story = '', empty = ''] = folders;
  const starting = (data: string, ...more: readonly string[]) =>
    started(['npm', 'start', '--silent', '--', '--port', '0', '--data', data, ...more]);
  try {
    const bare = await bestOf(() =>
      started([process.execPath, '-e', 'console.log("Ingat runs at")']),
    );
    const row = (name: string, { seconds, cpu }: Took) => [
      ...[name, figure(seconds), figure(cpu), figure(seconds / bare.seconds, 1)],
    ];
    return [
      row('bare Node', bare),
      row('the first, with its seven months', await starting(story)),
      row('again, on the same folder', await bestOf(() => starting(story))),
      row('again, on an empty one', await bestOf(() => starting(empty, '--empty'))),
    ];
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** The least of each. The first is left out: it makes what the others find. */
async function bestOf(start: () => Promise<Took>): Promise<Took> {
  await start();
  const all: Took[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await start());
  return {
    seconds: Math.min(...all.map(({ seconds }) => seconds)),
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
  };
}

async function started([command = '', ...options]: readonly string[]): Promise<Took> {
  const began = performance.now();
  const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  try {
    for await (const line of createInterface(child.stdout)) {
      if (!line.includes('Ingat runs at')) continue;
      return { seconds: (performance.now() - began) / 1_000, cpu: cpuOfGroup(child.pid) };
    }
    throw new Error(`${command} ${options.join(' ')} did not start`);
  } finally {
    await end(child);
  }
}

/** Seconds, from /proc, which counts in hundredths. The database has a group of its own. */
const cpuOfGroup = (group = 0): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(pid))
    .filter(([, , ofGroup]) => Number(ofGroup) === group)
    .flatMap((stat) => stat.slice(11, 15).map(Number))
    .reduce((sum, hundredths) => sum + hundredths / 100, 0);

/** From the state on; of a process that has just ended nothing. */
function statOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** The whole group: npm, Node and what they started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.pid) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
