import { describe, expect, test } from 'vitest';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { header, siti, sitiRead } from './roster-given.ts';

const semicolons = (text: string) => text.replaceAll(',', ';');
const ignored = (line: number, name: string) => ({
  ...{ line, field: name, value: name, code: 'unknown-column', values: {} },
  reason: 'is not a column that is known here: it is ignored',
});

describe('a roster as an office saves it', () => {
  test.each<[string, string, number, object[]]>([
    ['with sep=; above it', semicolons(`sep=;\r\n${header}\r\n${siti}\r\n`), 3, []],
    [
      'opened and saved again: sep=; and empty columns',
      semicolons(`"sep=;",,\r\n${header},,\r\n${siti},,\r\n`),
      3,
      [],
    ],
    [
      'with a byte order mark and sep=; although it has tabs',
      `\uFEFFsep=\t\n${header}\n${siti}`.replaceAll(',', '\t'),
      3,
      [],
    ],
    ['with empty columns at the end', `${header},,\n${siti},,\n`, 2, []],
    ['with empty cells at the end of a line alone', `${header}\n${siti},,\n`, 2, []],
    [
      'with columns of its own',
      semicolons(`no,${header},alamat\n1,${siti},Jl. Melati 5\n`),
      2,
      [ignored(1, 'no'), ignored(1, 'alamat')],
    ],
    [
      'with columns of its own under sep=;',
      semicolons(`sep=;\nno,${header}\n1,${siti}\n`),
      3,
      [ignored(2, 'no')],
    ],
    [
      'with marks in its headings that nobody sees',
      `${header}\n${siti}`.replace('nik', 'ni\u200bk\u00a0').replace('covered_', 'covered\u2011'),
      2,
      [],
    ],
    [
      'with marks in all of its cells that nobody sees',
      `${header}\n${siti}`.replace(/[^,\n]+/g, '\u202a\u200e\u00a0$&\u00a0\u202c\u0000'),
      2,
      [],
    ],
    [
      'with cells that Excel is to take as text',
      `${header}\n${siti}`.replace(/(?<=[,\n])\d[^,\n]*/g, '="$&"'),
      2,
      [],
    ],
    [
      'with such cells quoted',
      `${header}\n${siti}`.replace(/(?<=[,\n])\d[^,\n]*/g, '"=""$&"""'),
      2,
      [],
    ],
    [
      'with apostrophes that keep a number as it is',
      `${header}\n${siti}`.replace(/(?<=[,\n])\d/g, "'$&"),
      2,
      [],
    ],
  ])('%s', (_, text, line, warnings) => {
    expect(parseRoster(text)).toEqual({ rows: [{ line, ...sitiRead }], rejected: [], warnings });
  });

  test('a later piece of it does not name the columns again', () => {
    const piece = semicolons(`sep=;\nno,${header}\n1,${siti}\n`);
    expect(parseRoster(piece, 1_003)).toMatchObject({ rows: [{ line: 1_003 }], warnings: [] });
  });

  test('a line that Excel cut short after its last full cell says nothing about the others', () => {
    const { rows, rejected } = parseRoster(`${header},group\n${siti},Batik\n${siti}\n`);
    expect(rejected).toEqual([]);
    expect(rows.map(({ facts }) => facts.group)).toEqual(['Batik', undefined]);
  });
});

describe('a month, however Excel writes it', () => {
  const months = (text: string) =>
    parseRoster(`${header}\n${siti.replace('2026-10', text)}`).rows[0]?.facts.coveredThrough;

  test.each([
    ['Okt-26', 'Oct-26', 'okt 2026', 'Oktober 2026', 'October-2026', "Okt '26", 'OKT/2026'],
    ['2026-10', '2026/10', '10/2026', '10-2026', '2026-10-01', '2026-10-01 00:00:00', "'2026-10"],
  ])('%s, %s, %s, %s, %s, %s and %s are October 2026', (...texts) => {
    for (const text of texts) expect([text, months(text)]).toEqual([text, '2026-10']);
  });

  test.each([
    ['01', 'Januari Jan January'],
    ['02', 'Februari Feb Pebruari February'],
    ['03', 'Maret Mar March'],
    ['04', 'April Apr'],
    ['05', 'Mei May'],
    ['06', 'Juni Jun June'],
    ['07', 'Juli Jul July'],
    ['08', 'Agustus Agu Agt Ags Agust August Aug'],
    ['09', 'September Sep Sept'],
    ['10', 'Oktober Okt Oct October'],
    ['11', 'November Nov Nopember'],
    ['12', 'Desember Des Dec December'],
  ])('%s is %s', (month, names) => {
    for (const name of names.split(' ')) expect(months(`${name} 2026`)).toBe(`2026-${month}`);
  });

  test.each([
    '01/10/2026',
    '26-Okt',
    'Okt',
    'Oktoberfest 2026',
    '2026-10-31',
    '2026-10-15',
    'Okt-226',
    '46296',
  ])('of %s it does not guess one', (text) => expect(months(text)).toBeUndefined());
});

describe('a cell that cannot be used, in a column that says how to reach a worker', () => {
  const read = (cells: string) => parseRoster(`${header},group\n${siti},${cells}\n`);
  const withPhone = (phone: string) => parseRoster(`${header}\n${siti.replace(/0870+/, phone)}`);

  test.each([
    ['12', 'phone-landline'],
    ['0271632000', 'phone-landline'],
    ['8,7E+10', 'excel-number'],
    ['+60123456789', 'phone-foreign'],
    ['087000000000 / 087000000001', 'phone-none'],
  ])('phone %s is a warning, and the line counts without it', (phone, code) => {
    const { rows, rejected, warnings } = withPhone(`"${phone}"`);
    expect([rejected, rows[0]?.facts.coveredThrough]).toEqual([[], '2026-10']);
    expect(rows[0]?.facts).not.toHaveProperty('phone');
    const reason = expect.any(String);
    expect(warnings).toMatchObject([{ line: 2, field: 'phone', value: phone, code, reason }]);
  });

  test.each(['', '-', '--', '\u2013', 'tidak ada', 'Tidak Ada', "'-", '="-"', '\u00a0', '\u200b'])(
    'phone %j says that there is none',
    (phone) =>
      expect(withPhone(phone)).toMatchObject({ rows: [{ facts: { phone: null } }], warnings: [] }),
  );

  test.each([
    ['language', siti.replace(',id,', ',fr,'), 'choice-unknown'],
    ['language', siti.replace(',id,', ',constructor,'), 'choice-unknown'],
  ])('%s', (field, line, code) => {
    const { rows, warnings } = parseRoster(`${header}\n${line}`);
    expect(rows[0]?.facts).not.toHaveProperty(field);
    expect(warnings).toMatchObject([{ field, code }]);
  });

  test('group', () => {
    expect(read('g'.repeat(101)).rows[0]?.facts).not.toHaveProperty('group');
    expect(read('g'.repeat(101)).warnings).toMatchObject([
      { field: 'group', value: 'g'.repeat(100), code: 'too-many-characters' },
    ]);
    expect(read('-').rows[0]?.facts.group).toBeNull();
  });

  test('member_since', () => {
    const { rows, warnings } = parseRoster(`${header},member_since\n${siti},sejak dulu\n`);
    expect(rows[0]?.facts).not.toHaveProperty('memberSince');
    expect(warnings).toMatchObject([{ field: 'member_since', code: 'month-none' }]);
  });

  test('a line that is refused has no warnings beside', () =>
    expect(withPhone('12,Solo')).toMatchObject({ rejected: [{ line: 2 }], warnings: [] }));
});
