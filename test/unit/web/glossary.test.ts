import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { csvRecords } from '#domain/csv/lines/line';

/** `never`: a pattern of lines that use another word for the meaning, or the word for another. */
const row = z.object({ meaning: z.string(), say: z.string(), never: z.string() });
const words = z.array(row).parse(csvRecords(readFileSync('docs/indonesian.csv', 'utf8')));

/** Of the console, and of the files that finance takes away. */
const said = ['web/src/**/*.{ts,tsx}', 'functions/domain/**/{files/*,*-csv,*-words}.ts'];
const lines = globSync(said).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => `${file}: ${line.trim()}`),
);

describe.each(words)('$meaning', ({ say, never }) => {
  it(`is “${say}”`, () => expect(lines.filter((line) => line.includes(say))).not.toEqual([]));
  it('is nothing else', () => {
    const other = new RegExp(never || '(?!)');
    expect(lines.filter((line) => other.test(line.slice(line.indexOf(':') + 2)))).toEqual([]);
  });
});

it('means one thing by each word', () =>
  expect(new Set(words.map(({ say }) => say)).size).toBe(words.length));
