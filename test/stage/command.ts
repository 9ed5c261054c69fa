import { once } from 'node:events';
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
