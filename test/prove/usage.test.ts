import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spawned } from './process.ts';

const { scripts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { scripts: Record<string, string> };

/** Every command of package.json that is a file of ours, seen from bin/. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /^(?:\w+=\S+ )?node (\S+)$/.exec(script)?.[1];
  return file ? [{ name, file: join('..', file) }] : [];
});

type Options = readonly string[];
async function run(file: string, options: Options, env: Readonly<Record<string, string>> = {}) {
  const { child, said } = spawned(file, options, env);
  const [code] = await once(child, 'close');
  return { code, said: said() };
}

it('knows the commands', () => expect(commands.length).toBeGreaterThan(20));

describe.each(commands)('npm run $name', ({ name, file }) => {
  const usage = new RegExp(`^npm (run (-s )?)?${name}\\b`, 'm');

  it('says how it is used to whoever asks, with an example of its own options', async () => {
    const { code, said } = await run(file, ['--help']);
    expect(said).toMatch(usage);
    const [about = '', example = ''] = said.split('\n\n  Example: ');
    expect(example).toMatch(usage);
    const options = example.match(/--[a-z][a-z-]*/g) ?? [];
    expect(options.filter((option) => !about.includes(option))).toEqual([]);
    expect(code).toBe(0);
  });

  it('says in one line which option it does not know, and who helps', async () => {
    const { code, said } = await run(file, ['--emtpy']);
    expect(said).toBe("Unknown option '--emtpy'. --help shows how this command is used.\n");
    expect(code).toBe(2);
  });
});

it('does its work to the end though the reader goes before all is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ingat-usage-'));
  const typed = ['--workers', '20', '--months', '1', '--out', folder];
  const { child, said } = spawned('simulate.ts', typed);
  child.stdout?.destroy();
  const [code] = await once(child, 'close');
  expect({ code, said: said() }).toEqual({ code: 0, said: '' });
  expect((await readdir(folder)).sort()).toEqual(['payments.csv', 'report.html']);
  await rm(folder, { recursive: true });
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

it.each([
  ['texts.ts', ['abc'], 'abc is not a phone number: write one such as 0870 0000 0000\n'],
  [
    'smoke.ts',
    ['--text', '021555'],
    '021555 is a landline: a text needs a mobile number, which begins with 08\n',
  ],
  [
    'pay.ts',
    ['9972016305830001', '--amount', 'all'],
    '--amount all is not a whole number from 1 to 1000000000.\n',
  ],
  [
    'pay.ts',
    ['9972016305830001', '--months', '13'],
    '--months 13 is not a whole number from 1 to 12.\n',
  ],
])('%s %j: says what is wrong with it', async (file, typed, sentence) => {
  expect(await run(file, typed)).toEqual({ code: 1, said: sentence });
});
