import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
export const consoleFolder = join(root, 'web/dist');
const builtFrom = join(consoleFolder, '.built-from');

/** Whether web/dist is what web/ says now: by content, as a checkout tells nothing by its times. */
export const consoleIsBuilt = (): boolean =>
  existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === sourceHash();

/** Into a folder of its own first, so that half a console is never served. Answers seconds. */
export async function buildConsole(): Promise<number> {
  const began = performance.now();
  const hash = sourceHash();
  const folder = `${consoleFolder}-${process.pid}`;
  await inProduction(async () => {
    const { build } = await import('vite');
    await build({
      configFile: join(root, 'web/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  });
  writeFileSync(join(folder, '.built-from'), hash);
  replace(folder);
  return (performance.now() - began) / 1000;
}

/** In a process of its own, with which its memory goes. */
export async function buildConsoleApart(): Promise<void> {
  const command = join(root, 'bin/build-web.ts');
  const env = { ...process.env, ...frugal };
  await promisify(execFile)(process.execPath, [command], { env });
}

/** The bundler's allocator takes no memory ahead of its need: 390 MB at most instead of 570. */
const frugal = { MIMALLOC_ARENA_EAGER_COMMIT: '0', MIMALLOC_PURGE_DELAY: '0' };

/** Under tests NODE_ENV is `test`, and React would be built as for developers. */
async function inProduction(act: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await act().finally(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
}

function replace(folder: string): void {
  const old = `${folder}-old`;
  if (existsSync(consoleFolder)) renameSync(consoleFolder, old);
  renameSync(folder, consoleFolder);
  rmSync(old, { recursive: true, force: true });
}

const lockfile = join(root, 'package-lock.json');

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = globSync('{index.html,vite.config.ts,src/**/*,public/*}', {
    cwd: join(root, 'web'),
    withFileTypes: true,
  });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  const domain = globSync('functions/domain/{csv,messages}/*.ts', { cwd: root });
  for (const path of [...paths, ...domain.map((path) => join(root, path)), lockfile].sort())
    hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}
