import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCutter } from '#domain/csv/pieces';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { aPerson, people, rowOf } from '#local/made-up';
import { header, siti } from './roster-given.ts';

const coverageOf = (text: string) => {
  const { rows, rejected } = parseRoster(text);
  return [
    rows.map(({ line, facts: { name } }) => [line, name]),
    rejected.map(({ line, code }) => [line, code]),
  ];
};

describe('a cell with a line break in it', () => {
  test.each<[string, string, unknown[]]>([
    ['a name', `${header}\n${siti.replace('Siti Aminah', '"Siti\nAminah"')}\n`, [2, 'Siti Aminah']],
    [
      'with CRLF',
      `${header}\r\n${siti.replace('Siti Aminah', '"Siti\r\nAminah"')}`,
      [2, 'Siti Aminah'],
    ],
    [
      'an address at the end',
      `${header},alamat\n${siti},"Jl. Melati 5\nRT 01\nSolo"\n`,
      [2, 'Siti Aminah'],
    ],
    [
      'an address with commas in the middle',
      `${header.replace('name', 'alamat,name')}\n${siti.replace(',', ',"Jl. Melati 5, RT 01\nSolo",')}`,
      [2, 'Siti Aminah'],
    ],
  ])('%s', (_, text, row) => {
    const after = siti.replace('9972014', '9972015').replace('Siti Aminah', 'Sri');
    const second = text.startsWith('nik,alamat') ? after.replace(',', ',Jl. Mawar 1,') : after;
    const lines = text.trimEnd().split(/\r\n|\n/).length;
    expect(coverageOf(`${text.trimEnd()}\n${second}`)).toEqual([[row, [lines + 1, 'Sri']], []]);
  });

  test('of more than five lines is not taken', () =>
    expect(coverageOf(`${header},alamat\n${siti},"1\n2\n3\n4\n5\n6"\n`)[0]).toEqual([]));

  test('is not cut into two pieces of a file', () => {
    const first = people(999).map(rowOf);
    const broken = rowOf(aPerson(1_000, { name: '"Siti\nAminah"' }));
    const text = [header, ...first, broken, rowOf(aPerson(1_001)), ''].join('\n');
    const cutter = csvCutter('roster.csv');
    const pieces = [...cutter.feed(new TextEncoder().encode(text)), ...cutter.end()];
    expect(pieces.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [2, 1_000],
      [1_001, 1_003],
    ]);
    expect(pieces.map((piece) => parseRoster(piece.text, piece.firstLine))).toMatchObject([
      { rejected: [] },
      { rows: [{ line: 1_001 }, { line: 1_003 }], rejected: [] },
    ]);
  });
});

describe('a forgotten quotation mark', () => {
  const other = siti.replace('9972014', '9972015').replace('Siti Aminah', 'Budi"');
  test.each([
    ['in a line that was cut short', siti.replace(/Siti.*/, '"Siti'), other, ['Budi"']],
    [
      'before a line without its NIK',
      siti.replace('Siti', '"Siti'),
      other.replace(/^\d+,/, ''),
      [],
    ],
  ])('%s does not get what its neighbour has paid', (_, first, second, names) => {
    const { rows } = parseRoster(`${header}\n${first}\n${second}`);
    expect(rows.map(({ facts }) => facts.name)).toEqual(names);
  });

  const quoted = (text: string) => `"${text.replaceAll(',', '","')}"`;
  const line = fc
    .tuple(
      fc.nat({ max: 9_999 }),
      fc.constantFrom('Sri', '"Sri, S.Pd."', '"Sri\nAyu"', 'Budi"', 'Siti "Iti"'),
    )
    .chain(([number, name]) => {
      const row = rowOf(aPerson(number, { name }));
      return fc.constantFrom(row, name.includes('"') ? row : quoted(row));
    });

  test('costs its line alone, wherever it stands: every other one counts as it would without', () =>
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 70 }),
        (before, after, at) => {
          const plain = rowOf(aPerson(20_000));
          const stray = `${plain.slice(0, at)}"${plain.slice(at)}`;
          const read = (middle: string) =>
            parseRoster([header, ...before, middle, ...after].join('\n')).rows.filter(
              ({ nik }) => nik !== aPerson(20_000).nik,
            );
          expect(read(stray)).toEqual(read(plain));
        },
      ),
      { numRuns: 1_000 },
    ));
});
