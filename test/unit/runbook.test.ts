import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { routes } from '#triggers';
import { programs, runbook, runbookCommands, runbookLines, wordsOf } from '../runbook.ts';

const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('package.json', 'utf8'),
).scripts;

/** `npm run import -- FILE --dry-run` as ['import', 'FILE', '--dry-run']. */
const npmCommands = runbookCommands('npm')
  .filter((command) => command.startsWith('npm run '))
  .map((command) => wordsOf(command).filter((word) => !['npm', 'run', '-s', '--'].includes(word)));

const names = [...new Set(npmCommands.map(([name = '']) => name))];
const fileOf = (name: string) => scripts[name]?.match(/bin\/\S+\.ts/)?.[0] ?? `no script ${name}`;

/** What a command says about itself. */
const usageOf = async (name: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, [fileOf(name), '--help'])).stdout;

it.each(names)('npm run %s has every option that the runbook gives it', async (name) => {
  const given = npmCommands
    .filter(([named]) => named === name)
    .flatMap((words) => words.filter((word) => word.startsWith('--')));
  const usage = given.length > 0 ? await usageOf(name) : '';
  expect(given.filter((option) => !usage.includes(option))).toEqual([]);
});

it.each(names)('npm run %s is run by a test', (name) => {
  const file = fileOf(name).replace('bin/', '');
  const tests = globSync('test/**/*.ts').map((each) => readFileSync(each, 'utf8'));
  const runsIt = new RegExp(`['/]${file.replace('.', String.raw`\.`)}'`);
  expect(tests.filter((text) => runsIt.test(text))).not.toEqual([]);
});

it('has no command in a block that begins with something else', () => {
  expect(
    runbookLines().filter((line) => !programs.some((each) => line.startsWith(`${each} `))),
  ).toEqual([]);
});

it('names no call that is not there', () => {
  const called = [...runbook().matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) [^\s?`]+)/g)];
  const known = routes.map(({ method, path }) => `${method} ${path}`);
  expect(called.map(([, call]) => call).filter((call) => !known.includes(call ?? ''))).toEqual([]);
});
