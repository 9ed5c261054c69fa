import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerCheck } from '#domain/csv/headings';
import { workerColumns } from '#domain/people/roster/roster-columns';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { Refused } from '#domain/refused';
import { header, siti, sitiRead } from './roster-given.ts';

const checkHeader = headerCheck(workerColumns);

describe('a file that cannot be read is refused in one sentence', () => {
  const refusal = (text: string): string => {
    try {
      parseRoster(text);
    } catch (error) {
      if (error instanceof Refused && error.code === 'invalid') return error.message;
    }
    throw new Error('It was not refused.');
  };
  const right =
    'the header row has to be nik,name,phone,province,sector,income,jht,language,covered_through and may go on with government_paid,group,ended_on,ended_reason,member_since';
  const required = header.replace(/\w+/g, '"$&"').replaceAll(',', ', ');

  test.each([
    ['empty', '', `The file is empty: ${right}`],
    ['only a BOM and line breaks', '\uFEFF\r\n\r\n', `The file is empty: ${right}`],
    [
      'of another kind',
      'a,b\n1,2\n',
      `The header row lacks ${required}, and names "a", "b", which is not a column: ${right}`,
    ],
    [
      'without a header row',
      siti,
      `The header row lacks ${required}, and names "9972014105900001", "Siti Aminah", "087000000000", which is not a column: ${right}`,
    ],
    [
      'without two columns',
      'nik,name,phone,province,income,jht,language',
      `The header row lacks "sector", "covered_through": ${right}`,
    ],
    [
      'with a column twice',
      `${header},nama`,
      `The header row names "name" more than once: ${right}`,
    ],
    [
      'with an unclosed quotation mark in its header',
      `"${header}\n${siti}`,
      `The header row lacks ${required}, and names ""nik,name,phone,province,secto", which is not a column: ${right}`,
    ],
    [
      'with a misspelled column',
      header.replace('phone', 'fone'),
      `The header row lacks "phone", and names "fone", which is not a column: ${right}`,
    ],
    [
      'with a delimiter that we do not take',
      `${header}\n${siti}`.replaceAll(',', '|'),
      'The file has "|" between its columns: save it with a comma, a semicolon or a tab there',
    ],
    [
      'that says so itself',
      `sep=|\n${header}\n${siti}`.replaceAll(',', '|'),
      'The file has "|" between its columns: save it with a comma, a semicolon or a tab there',
    ],
    [
      'with a first line that is no header',
      `${'x'.repeat(10_001)}\n${siti}`,
      'The file has no header row: its first line has over 10000 characters',
    ],
    [
      'Latin-1',
      `${header}\n${siti}\n${siti.replace('Siti', 'Ren\uFFFD')}`,
      'Line 3 is not UTF-8: save the file as "CSV UTF-8", or names with accents would be lost',
    ],
    [
      'UTF-16',
      `\uFFFD\uFFFDn\u0000i\u0000k\u0000`,
      'Line 1 is not UTF-8: save the file as "CSV UTF-8", or names with accents would be lost',
    ],
  ])('%s', (_, text, sentence) => expect(refusal(text)).toBe(sentence));

  test('a header alone is a roster of nobody', () =>
    expect(parseRoster(header)).toEqual({ rows: [], rejected: [], warnings: [] }));

  test('the header can be checked before anything is sent', () => {
    expect(
      checkHeader([
        'NIK',
        'Nama',
        'No. HP',
        'Provinsi',
        'sektor',
        'penghasilan',
        'JHT',
        'bahasa',
        'lunas sampai',
        'Kelompok',
      ]),
    ).toEqual({ named: [...header.split(','), 'group'], unknown: [] });
    expect(() => checkHeader([])).toThrow(Refused);
  });
});

describe('garbage', () => {
  const garbage = fc
    .array(fc.string({ unit: fc.constantFrom(...'",; \r\na1é'), maxLength: 40 }), { maxLength: 8 })
    .map((lines) => lines.join('\n'));

  test('every line that is not blank is read or rejected once, and the good one is read', () =>
    fc.assert(
      fc.property(garbage, garbage, (before, after) => {
        const { rows, rejected } = parseRoster([header, before, siti, after].join('\n'));
        const lines = [...rows, ...rejected].map(({ line }) => line);
        expect(new Set(lines).size).toBe(lines.length);
        expect(rows.map(({ nik }) => nik)).toEqual([sitiRead.nik]);
      }),
    ));

  test.each(['"', ',', '";', 'a', '\n', '"\n', '",', '""', ' '])(
    'sixteen times as much of %j costs some sixteen times the work, not its square',
    (piece) => {
      const cost = (characters: number): number => {
        const before = process.threadCpuUsage().user;
        expect(parseRoster(`${header}\n${piece.repeat(characters / piece.length)}`).rows).toEqual(
          [],
        );
        return process.threadCpuUsage().user - before;
      };
      const least = (characters: number) =>
        Math.min(...Array.from({ length: 3 }, () => cost(characters)));
      // Microseconds of the processor, the least of three: linear work is 16, its square 256. Below
      // two milliseconds nothing can be measured.
      expect(least(200_000) / Math.max(2_000, least(12_500))).toBeLessThan(100);
    },
  );
});
