import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';

const documents = globSync([
  'README.md',
  'CONTRIBUTING.md',
  'docs/**/*.md',
  '{local,examples,bench}/**/*.md',
]);
const sources = globSync('{functions,lib,web,bin,local,test,bench}/**/*.{ts,tsx,css}', {
  exclude: ['web/dist/**'],
});
const repository = [
  ...documents,
  ...sources,
  ...globSync(['*.{ts,json,md}', '{docs,examples,functions,web}/**/*.{csv,json,html}', '.ci/*']),
];
const textOf = (file: string): string => readFileSync(file, 'utf8');

describe.each(documents)('%s', (document) => {
  it('links only to what is there', () => {
    const links = [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    expect(links.filter((to) => !/^https?:/.test(to) && !isThere(document, to))).toEqual([]);
  });

  it('cites only files of the repository', () => {
    expect(unknownFiles(textOf(document))).toEqual([]);
  });
});

it('has no comment that cites a file which is not there', () => {
  const comments = (file: string) =>
    textOf(file)
      .split('\n')
      .filter((line) => /^\s*(\/?\*|\/\/)/.test(line))
      .join('\n');
  expect(
    sources.flatMap((file) => unknownFiles(comments(file)).map((name) => ({ file, name }))),
  ).toEqual([]);
});

it('shows channels a signature that we accept', () => {
  const text = textOf('docs/api/payments.md');
  const example = /secret `(whsec_.+?)`, the id `(.+?)`, the timestamp `(\d+)`[\s\S]+?`(v1,.+?)`/;
  const [, secret = '', id = '', timestamp, signature] = example.exec(text) ?? [];
  const body = /^body='(.+)'$/m.exec(text)?.[1] ?? '';
  expect(new Webhook(secret).sign(id, new Date(Number(timestamp) * 1_000), body)).toBe(signature);
});

/** A file or folder; after `#` a heading of it, as GitHub writes it in an address. */
function isThere(document: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path ? join(dirname(document), path) : document;
  return existsSync(file) && (heading === undefined || headingsOf(file).includes(heading));
}

const headingsOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Of tables and JSON those in our folders: others, such as roster.csv, are the reader's own. */
const fileNames = [
  /(?<![\w./*-])[\w./-]+\.(?:tsx?|md|mjs)\b/g,
  /(?<![\w./*-])(?:docs|examples|functions|web)\/[\w./-]+\.(?:csv|json)\b/g,
];

const unknownFiles = (text: string): readonly string[] =>
  fileNames
    .flatMap((names) => text.match(names) ?? [])
    .map((name) => name.replace(/^(\.\.?\/)+/, ''))
    .filter((name) => !repository.some((file) => `/${file}`.endsWith(`/${name}`)));
