import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installed } from './pypi.ts';

export type Moto = Awaited<ReturnType<typeof startMoto>>;

/**
 * Moto plays AWS's services in one process, each over its own protocol. It is PyPI's, installed
 * once into node_modules/.cache, and answers on a port that was free. One a test file: it forgets
 * everything when it stops, and answers slowly what is asked at the same time.
 */
export async function startMoto() {
  const { command, environment: found } = await installed('moto[server]==5.1.22');
  const folder = await mkdtemp(join(tmpdir(), 'ingat-moto-'));
  const child = spawn(command, ['-c', server, '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...found,
      MOTO_PORT: undefined,
      MOTO_RECORDER_FILEPATH: join(folder, 'recording'),
    },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = await addressOf(child);
  return {
    url,
    /** For a client of the SDK made by hand. */
    config: { endpoint: url, region, credentials },
    /** For a process whose SDK knows nothing of moto. */
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    async stop(): Promise<void> {
      if (!running.has(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** Its parser of updates calls itself for each name, of which DynamoDB takes thousands. */
const server = 'import sys; sys.setrecursionlimit(20000); from moto.server import main; main()';

const region = 'ap-southeast-3';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A test that is broken off leaves nothing running. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Moto prints the port that it was given, and answers soon after. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk) => (said = `${said}${chunk}`.slice(-20_000)));
  for (;;) {
    const [url] = said.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
    if (url && (await answers(url))) return url;
    if (!running.has(child)) throw new Error(`moto ended before it answered. It said: ${said}`);
    await sleep(50);
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/moto-api/data.json`).then(
    ({ ok }) => ok,
    () => false,
  );
