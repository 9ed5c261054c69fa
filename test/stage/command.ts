import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { spawned } from './process.ts';

type Options = readonly string[];
/** What a command of bin/ says, and its exit code. */
export async function run(
  file: string,
  options: Options,
  env: Readonly<Record<string, string>> = {},
) {
  const { child, said } = spawned(file, options, env);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

/** Of one that imports a file: all it said, and the list beside the file of what was refused. */
export async function runOnFile(command: string, file: string, options: Options) {
  const { code, said } = await run(command, [file, ...options]);
  const aside = file.replace(/\.csv$/, '.refused.csv');
  return {
    code,
    said: said.trim(),
    aside: existsSync(aside) ? readFileSync(aside, 'utf8') : null,
  };
}
