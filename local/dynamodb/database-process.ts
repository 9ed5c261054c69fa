import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '#domain/refused';
import { close, listen } from '#local/http/aws-protocols';

export type DatabaseProcess = Readonly<{ url: string; stop(): Promise<void> }>;

/**
 * Starts a database server on a free port and waits until it answers. It ends with this process.
 */
export async function startDatabaseProcess(
  commandLine: (port: number) => readonly string[],
): Promise<DatabaseProcess> {
  const port = await freePort();
  const command = commandLine(port);
  // Its own process group: Ctrl-C reaches the emulator alone, which stops the database last.
  const child = spawn('sh', ['-c', endsWithItsParent, 'sh', ...command], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (const began = performance.now(); !(await answers(url)); await sleep(10)) {
    if (child.exitCode !== null || performance.now() - began > longestStart)
      throw new Refused(
        'conflict',
        `${command[0]} did not start; what it says by hand tells why: ${command.join(' ')}`,
      );
  }
  return {
    url,
    async stop() {
      child.kill();
      await ended;
      child.stdin?.destroy();
    },
  };
}

/** Milliseconds. Only against what hangs: a database that cannot start ends at once. */
const longestStart = 600_000;

/**
 * Its files are for the owner alone. A pipe closes even at a `kill -9`: the shell that reads its
 * end then kills the database, which has taken over its process id.
 */
const endsWithItsParent =
  'umask 077; exec 3<&0; (cat <&3 >/dev/null; kill -9 $$ 2>/dev/null) & exec "$@" </dev/null 3<&-';

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await close(server);
  return port;
}
