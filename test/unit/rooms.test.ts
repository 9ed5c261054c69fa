import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches } from './walls.ts';

const sources = globSync('{functions,lib,web,bin,local}/**/*.{ts,tsx}', {
  exclude: ['web/dist/**'],
});
const textOf = (file: string): string => readFileSync(file, 'utf8');

describe('each layer imports only what it may, and says only the words it may', () => {
  it.each(sources)('%s', (file) => {
    expect(breaches(file, textOf(file))).toEqual([]);
  });
});

it('no folder of functions/ holds more files than one takes in at a glance', () => {
  const folders = Map.groupBy(
    sources.filter((file) => file.startsWith('functions/')),
    (file) => dirname(file),
  );
  expect([...folders].filter(([, files]) => files.length > 15).map(([name]) => name)).toEqual([]);
});

describe('a line has at most 100 columns', () => {
  // One string, regular expression or address may be longer, so that a search finds it whole.
  const unbroken = /(?<!\w)(['"])(\\.|[^\\])*?\1|`.*`|(?<=^\s*|[(:=] ?)\/[^*/].*\/\w*|https:\S+/g;
  const longestOf = (line: string): number =>
    Math.max(0, ...[...line.matchAll(unbroken)].map(([one]) => one.length));
  const tooLong = (text: string): readonly string[] =>
    text.split('\n').filter((line) => line.length - longestOf(line) > 100);

  it('in every file', () => {
    const files = globSync('{bench,bin,functions,lib,local,test,web}/**/*.{ts,tsx,sql,css}', {
      exclude: ['web/dist*/**'],
    });
    expect(files.flatMap((file) => tooLong(textOf(file)).map((line) => [file, line]))).toEqual([]);
  });

  const long = 'word '.repeat(20);
  it.each([
    `/** ${long}*/`,
    `    // The worker's ${long}day's end.`,
    `${long}'${long}'${long}`,
    `say('${long}', '${long}');`,
    `usage: ${long} --of [N]`,
    `SELECT ${long}`,
    `a / ${long} / b`,
  ])('is found: %s', (line) => {
    expect(tooLong(`${line}\nshort`)).toEqual([line]);
  });
  it.each([
    `  say('worker\\'s ${long}');`,
    `  say(\`\${a ? \`${long}\` : ''}, ${long}\`);`,
    `  pattern: /${long}/u,`,
    `   * https://docs.aws.amazon.com/${'x'.repeat(100)}.html`,
    'x'.repeat(100),
  ])('may stand: %s', (line) => {
    expect(tooLong(line)).toEqual([]);
  });
});

describe('a file that breaks a wall is found, at any depth', () => {
  it.each([
    ['functions/domain/a/b/c/now.ts', 'const now = Date.now();', /says .*Date/],
    [
      'functions/domain/a/b/c/wait.ts',
      'export const wait = async () => await later();',
      /says .*await/,
    ],
    ['functions/domain/a/carrier.ts', 'const snsRecord = 1;', /says .*sns/],
    ['functions/domain/a/table.ts', 'const dynamoRow = 1;', /says .*dynamo/],
    [
      'functions/domain/a/flow.ts',
      "import { tally } from '#flows/renewals/tally';",
      /imports functions\/flows/,
    ],
    [
      'functions/domain/a/sdk.ts',
      "import { SNSClient } from '@aws-sdk/client-sns';",
      /package @aws-sdk/,
    ],
    ['functions/domain/a/file.ts', "import { readFileSync } from 'node:fs';", /package node:fs/],
    [
      'functions/flows/a/b/store.ts',
      "import { pace } from '#aws/sending/sms-rate-limit';",
      /imports functions\/aws/,
    ],
    [
      'functions/flows/a/b/later.ts',
      "const store = await import('#aws/sending/sms-rate-limit');",
      /imports functions\/aws/,
    ],
    ['functions/flows/a/random.ts', 'const lot = Math.random();', /says .*random/],
    ['functions/flows/a/queue.ts', 'const sqsUrl = 1;', /says .*sqs/],
    ['functions/flows/local.ts', "import { state } from '#local/state';", /imports .*local/],
    [
      'functions/aws/a/flow.ts',
      "import { tally } from '#flows/renewals/tally';",
      /imports functions\/flows/,
    ],
    ['functions/aws/a/env.ts', 'const table = process.env.TABLE;', /says .*env/],
    [
      'functions/handlers/a/store.ts',
      "import { pace } from '#aws/sending/sms-rate-limit';",
      /imports functions\/aws/,
    ],
    [
      'functions/handlers/a/local.ts',
      "import { state } from '../../../local/state.ts';",
      /relative path/,
    ],
    [
      'functions/handlers/api/bundle.ts',
      "import { worker } from '#handlers/contract/schemas/worker';",
      /imports functions\/handlers\/contract/,
    ],
    ['lib/a/flow.ts', "import { tally } from '#flows/renewals/tally';", /imports functions\/flows/],
    ['lib/a/bin.ts', "import { options } from '../../bin/options.ts';", /relative path/],
    [
      'web/src/a/b/rule.ts',
      "import { dueDate } from '#domain/calendar/due-date';",
      /imports functions\/domain/,
    ],
    [
      'web/src/a/b/raw.ts',
      "import csv from '../../../../functions/domain/data/provinces.csv?raw';",
      /relative path/,
    ],
    [
      'web/src/a/store.ts',
      "import type { Rows } from '#aws/rows';",
      /imports types of functions\/aws/,
    ],
    [
      'web/src/a/local.ts',
      "import type { State } from '#local/state';",
      /imports types of .*local/,
    ],
  ])('%s: %s', (file, text, breach) => {
    expect(breaches(file, text).join('; ')).toMatch(breach);
  });

  it('may name in a comment what it may not use', () => {
    expect(
      breaches('functions/domain/a/b.ts', '/** SNS, and `new Date()`. */\n// Lambda\n'),
    ).toEqual([]);
  });
});

describe('the deployed code', () => {
  const codeOf = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const deployed = sources.filter((file) => file.startsWith('functions/'));

  it('does not ask whether it runs on one machine', () => {
    expect(
      deployed.filter((file) => /if \([^)]*\blocal\b|isLocal|NODE_ENV/.test(codeOf(file))),
    ).toEqual([]);
  });

  it('refuses with a code, never with a sentence alone', () => {
    expect(deployed.filter((file) => codeOf(file).includes('new Refused('))).toEqual([
      'functions/domain/refused.ts',
    ]);
  });

  it('has no drawers by kind', () => {
    const drawers = globSync(
      '{functions,lib,bin,local,test}/**/{index,utils,helpers,types,services,common,misc}.ts',
    );
    expect(drawers).toEqual([]);
  });

  it('reads its environment in one place', () => {
    expect(deployed.filter((file) => /process\.env/.test(codeOf(file)))).toEqual([
      'functions/handlers/env.ts',
    ]);
  });
});

it('only a proof uses the judge of permissions, which is under the AGPL', () => {
  const others = globSync('{functions,lib,web,bin,local,bench,test}/**/*.{ts,tsx}', {
    exclude: ['web/dist/**', 'test/prove/permissions/**'],
  });
  // In two parts, for this file is read too.
  const judge = ['@cloud', 'copilot'].join('-');
  expect(others.filter((file) => textOf(file).includes(judge))).toEqual([]);
});
