import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Installed = Readonly<{ command: string; environment: Readonly<Record<string, string>> }>;

/**
 * A package of PyPI as `name==1.2.3`, once, into node_modules/.cache: in a virtual environment, or
 * beside Python's own packages where Python was built without one.
 */
export async function installed(
  wanted: string,
  python = 'python3',
  home = homeOf(wanted),
): Promise<Installed> {
  if (!existsSync(home)) await install(wanted, python, home);
  const own = join(home, 'bin/python');
  return existsSync(own)
    ? { command: own, environment: {} }
    : { command: python, environment: { PYTHONPATH: home } };
}

const homeOf = (wanted: string): string =>
  join(import.meta.dirname, '../../node_modules/.cache', wanted.replace(/\W+/g, '-'));

/** Two files may install at once: who ends later throws theirs away. */
async function install(wanted: string, python: string, home: string): Promise<void> {
  const making = `${home}.${process.pid}`;
  await run(python, ['--version']).catch(() => {
    throw new Error(`Python 3.9 or newer is needed, with pip, and there is no ${python}.`);
  });
  const own = join(making, 'bin/python');
  const hasOwn = await run(python, ['-m', 'venv', making]).then(
    () => true,
    () => false,
  );
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  if (hasOwn) await run(own, [...pip, wanted]);
  else {
    await rm(making, { recursive: true, force: true });
    await run(python, [...pip, '--target', making, wanted]);
  }
  await rename(making, home).catch(() => rm(making, { recursive: true }));
}

const run = promisify(execFile);
