import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from './command.ts';
import { spawned } from './process.ts';

/** That each command says how it is used: test/prove/usage.test.ts. */
it('says how it is used to whoever asks, and in one line which option it does not know', async () => {
  const { code, said } = await run('import.ts', ['--help']);
  expect(said).toMatch(/^npm run import -- FILE/);
  expect(code).toBe(0);
  expect(await run('import.ts', ['--emtpy'])).toEqual({
    code: 2,
    said: "Unknown option '--emtpy'. --help shows how this command is used.\n",
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
