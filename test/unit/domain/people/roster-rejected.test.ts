import { describe, expect, test } from 'vitest';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { header, rejectionOf, siti } from './roster-given.ts';

describe('a bad line is set aside with its line, field, value and reason', () => {
  test.each([
    ['nik', '997201410590000', 'has 15 digits: a NIK has 16'],
    [
      'nik',
      '3,37E+15',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    [
      'nik',
      '9972014105900000',
      'has the serial 0000, which nobody has: Excel keeps 15 digits of a number and makes the last one 0',
    ],
    ['nik', '-', 'is empty: it has to be the 16 digits of the NIK'],
    [
      'income',
      'tidak ada',
      'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000',
    ],
    ['name', '', 'is empty: the text addresses the worker by it'],
    ['name', '12345', 'has no letters'],
    ['name', 'a'.repeat(101), 'has 101 characters: at most 100 are kept'],
    ['province', 'Solo', 'is not one of the 38 provinces, such as Jawa Tengah'],
    ['sector', 'petani', 'is not known: write one of transport/transportasi, other/lainnya'],
    ['sector', '', 'is empty: write one of transport/transportasi, other/lainnya'],
    ['income', '-1', 'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000'],
    ['income', '1.5', 'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000'],
    ['income', '1.00.000', 'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000'],
    [
      'income',
      '2000000000',
      'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000',
    ],
    [
      'income',
      '1E+06',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    ['income', '', 'is not a monthly income in whole rupiah, such as 1000000 or 1.000.000'],
    ['jht', 'mungkin', 'is not known: write one of yes/ya, no/tidak'],
    ['jht', '', 'is empty: write one of yes/ya, no/tidak'],
    ['covered_through', '2026-13', 'is not a month: write one such as 2026-10, 10/2026 or Oct-26'],
    ['covered_through', '13/2026', 'is not a month: write one such as 2026-10, 10/2026 or Oct-26'],
    [
      'covered_through',
      '01/10/2026',
      'is not a month: write one such as 2026-10, 10/2026 or Oct-26',
    ],
    ['covered_through', '', 'is not a month: write one such as 2026-10, 10/2026 or Oct-26'],
    ['ended_on', '31/11/2026', 'is not a date: write one such as 2026-11-16 or 16/11/2026'],
    [
      'ended_reason',
      'moved',
      'is not known: write one of died/meninggal, employed/bekerja, abroad/luar negeri',
    ],
    ['government_paid', 'x', 'is not known: write one of yes/ya, no/tidak'],
  ])('%s "%s" %s', (field, value, reason) => {
    expect(rejectionOf({ [field]: value })).toMatchObject({
      line: 2,
      field,
      value: value.slice(0, 100),
      reason,
    });
  });

  test('only the first thing that is wrong, and no other line suffers', () => {
    const text = [
      header,
      siti,
      'x,,x,x,x,x,x,x,x',
      siti.replace('0000,', '0001,'),
      siti.replace('2026-10', '2026-13'),
    ].join('\n');
    const { rows, rejected } = parseRoster(text);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(rejected.map(({ line, field }) => [line, field])).toEqual([
      [3, 'nik'],
      [5, 'covered_through'],
    ]);
  });

  test('too few or too many fields', () => {
    const { rows, rejected } = parseRoster(`${header}\n9972014105900001,Siti\n${siti},x\n${siti}`);
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(rejected).toMatchObject([
      { line: 2, field: 'line', value: '2', reason: 'has 2 fields, but the header row names 9' },
      { line: 3, field: 'line', value: '10', reason: 'has 10 fields, but the header row names 9' },
    ]);
  });

  test('a quotation mark that is not closed costs its own line and no other', () => {
    const unclosed = siti.replace('Siti', '"Siti');
    const halfQuoted = siti.replace('Siti Aminah', '"Siti" Aminah');
    const { rows, rejected } = parseRoster([header, unclosed, siti, halfQuoted].join('\n'));
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, expect.stringMatching(/^has a quotation mark that is not closed/)],
      [4, expect.stringMatching(/^has a quotation mark that is not closed/)],
    ]);
  });

  test('a line that is too long, even where the rest of it is blank', () =>
    expect(parseRoster(`${header}\n${siti}${' '.repeat(10_000)}\n${siti}`)).toMatchObject({
      rows: [{ line: 3 }],
      rejected: [{ line: 2, field: 'line', code: 'line-too-long', values: { most: 10_000 } }],
    }));

  test('a piece that begins at line 1002 counts lines of the whole file, blank ones too', () => {
    const { rows, rejected } = parseRoster(`${header}\n${siti}\n\nx\n`, 1002);
    expect([rows[0]?.line, rejected[0]?.line]).toEqual([1002, 1004]);
  });
});
