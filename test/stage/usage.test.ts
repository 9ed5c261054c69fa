import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spawned } from './process.ts';

const { scripts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { scripts: Record<string, string> };

/** Every command of package.json that is a file of bin/. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /^node bin\/(\S+)$/.exec(script)?.[1];
  return file ? [{ name, file }] : [];
});

type Options = readonly string[];
async function run(file: string, options: Options, env: Readonly<Record<string, string>> = {}) {
  const { child, said } = spawned(file, options, env);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

it('knows the commands', () => expect(commands.length).toBeGreaterThan(10));

describe.each(commands)('npm run $name', ({ name, file }) => {
  const usage = new RegExp(`^npm (run (-s )?)?${name}\\b`, 'm');

  it('says how it is used to whoever asks', async () => {
    const { code, said } = await run(file, ['--help']);
    expect(said).toMatch(usage);
    expect(said).not.toContain('Unknown');
    expect(code).toBe(0);
  });

  it('says which option it does not know, and how it is used', async () => {
    const { code, said } = await run(file, ['--emtpy']);
    expect(said).toMatch(/^Unknown option '--emtpy'\.\n\nnpm /);
    expect(said).toMatch(usage);
    expect(code).toBe(2);
  });
});

it.each([
  ['import.ts', ['roster.csv'], 'dry_run', 'dry-run'],
  ['start.ts', ['--port', 'none'], 'fresh', 'fresh'],
  ['pay.ts', ['9972016305830001'], 'amount', 'amount'],
])('%s does nothing where npm kept an option for itself', async (file, typed, taken, option) => {
  const { code, said } = await run(file, typed, { [`npm_config_${taken}`]: 'true' });
  expect(said).toMatch(`npm took --${option} for itself: write -- before the options.`);
  expect(code).toBe(2);
});

it('takes one file, not two', async () => {
  const { code, said } = await run('import.ts', ['one.csv', 'two.csv']);
  expect(said).toMatch(/^Unexpected argument 'two.csv'\./);
  expect(code).toBe(2);
});
