import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { Refused } from '#domain/refused';

const folder = 'examples/office';

/** What the README of the folder says of each file. */
const told = [
  ...readFileSync(`${folder}/README.md`, 'utf8').matchAll(/^\| `(.+?\.csv)` \|.+\| (.+?) \|$/gm),
].map(([, file = '', outcome = '']) => [file, outcome] as const);

const read = (text: string): string => {
  try {
    const { rows, rejected, warnings } = parseRoster(text);
    expect(rows.every(({ facts }) => facts.coveredThrough === '2026-10')).toBe(true);
    const [refused, warned] = [rejected, warnings].map(({ length }) => length);
    return [
      `${rows.length} accepted`,
      ...(refused ? [`${refused} lines refused`] : []),
      ...(warned ? [`${warned} warnings`] : []),
    ].join(', ');
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    return 'refused whole';
  }
};

test('there is a file for each habit that is told of', () =>
  expect(told.map(([file]) => file).sort()).toEqual(
    globSync(`${folder}/*.csv`)
      .map((file) => file.slice(folder.length + 1))
      .sort(),
  ));

test.each(told)('%s: %s', (file, outcome) =>
  expect(outcome).toContain(read(readFileSync(`${folder}/${file}`, 'utf8'))),
);
