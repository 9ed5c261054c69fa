import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerCheck } from '#domain/csv/headings';
import { workerColumns } from '#domain/people/roster-columns';
import { parseRoster } from '#domain/people/roster-csv';
import { Refused } from '#domain/refused';

const checkHeader = headerCheck(workerColumns);

const header = 'nik,name,phone,province,sector,income,jht,language,covered_through';
const siti = '3372014105900000,Siti Aminah,087000000000,Jawa Tengah,other,1000000,no,id,2026-10';
const sitiRead = {
  nik: '3372014105900000',
  facts: {
    name: 'Siti Aminah',
    phone: '+6287000000000',
    province: 'Jawa Tengah',
    sector: 'other',
    income: 1_000_000,
    jht: false,
    language: 'id',
    coveredThrough: '2026-10',
  },
};
const cells = {
  nik: '3372014105900000',
  name: 'Siti Aminah',
  phone: '087000000000',
  province: 'Jawa Tengah',
  sector: 'other',
  income: '1000000',
  jht: 'no',
  language: 'id',
  covered_through: '2026-10',
};
/** One row that is right but for the cells that are named; columns that are named beyond the nine are added. */
const roster = (changed: Readonly<Record<string, string>>) => {
  const row = { ...cells, ...changed };
  return `${Object.keys(row).join(',')}\n${Object.values(row)
    .map((cell) => (/[,"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\n`;
};
const factsOf = (changed: Readonly<Record<string, string>>) =>
  parseRoster(roster(changed)).rows[0]?.facts;
const rejectionOf = (changed: Readonly<Record<string, string>>) =>
  parseRoster(roster(changed)).rejected[0];

describe('the same roster, however it was saved', () => {
  test.each([
    ['plain', `${header}\n${siti}\n`],
    ['without a line break at its end', `${header}\n${siti}`],
    [
      'by Excel in Indonesia: BOM, semicolons, CRLF',
      `\uFEFF${header};\r\n${siti}`.replaceAll(',', ';').replace(';\r', '\r'),
    ],
    ['with all fields quoted', `${header}\n${siti}`.replace(/[^,\n]+/g, '"$&"')],
    [
      'with a BOM and all fields quoted',
      `\uFEFF${`${header}\n${siti}`.replace(/[^,\n]+/g, '"$&"')}`,
    ],
    ['with spaces around its fields', `${header}\n${siti}`.replaceAll(',', ' , ')],
    ['with blank lines and empty rows after it', `${header}\n${siti}\n\n,,,,,,,,\n`],
    [
      'in Indonesian',
      'NIK;Nama;No HP;Provinsi;Sektor;Penghasilan;JHT;Bahasa;Lunas Sampai\n3372014105900000;Siti Aminah;0870-0000-0000;JATENG;Lainnya;Rp 1.000.000;Tidak;Indonesia;10/2026',
    ],
    [
      'with its columns in another order',
      'covered_through,language,jht,income,sector,province,phone,name,nik\n2026-10,,no,1000000,other,jateng,87000000000,Siti Aminah,3372014105900000',
    ],
  ])('%s', (_, text) =>
    expect(parseRoster(text)).toEqual({ rows: [{ line: 2, ...sitiRead }], rejected: [] }),
  );
});

describe('a cell', () => {
  test.each([
    ['phone', '', 'phone', null],
    ['language', '', 'language', 'id'],
    ['language', 'Jawa', 'language', 'jv'],
    ['language', 'su', 'language', 'su'],
    ['language', 'Inggris', 'language', 'en'],
    ['sector', 'Transportasi', 'sector', 'transport'],
    ['jht', 'Ya', 'jht', true],
    ['jht', 'TIDAK', 'jht', false],
    ['income', '1.000.000', 'income', 1_000_000],
    ['income', '1,000,000', 'income', 1_000_000],
    ['income', 'Rp1.500.000,-', 'income', 1_500_000],
    ['income', '1500000,00', 'income', 1_500_000],
    ['income', '0', 'income', 0],
    ['covered_through', '10/2026', 'coveredThrough', '2026-10'],
    ['covered_through', '9/2026', 'coveredThrough', '2026-09'],
    ['name', 'Aminah, S.Pd.', 'name', 'Aminah, S.Pd.'],
    ['name', 'Siti "Iti" Aminah', 'name', 'Siti "Iti" Aminah'],
    ['name', 'Sukarno', 'name', 'Sukarno'],
    ['government_paid', 'ya', 'governmentPaid', true],
    ['government_paid', '', 'governmentPaid', false],
    ['group', 'Batik Laweyan', 'group', 'Batik Laweyan'],
    ['kelompok', '', 'group', null],
  ])('%s "%s": %s %j', (column, text, fact, value) =>
    expect(factsOf({ [column]: text })).toHaveProperty(fact, value),
  );

  test('a quotation mark in the middle of a field stands for itself', () =>
    expect(
      parseRoster(`${header}\n${siti.replace('Siti Aminah', 'Siti "Iti" Aminah')}`).rows[0]?.facts
        .name,
    ).toBe('Siti "Iti" Aminah'));
});

describe('who has ended', () => {
  test.each([
    ['2026-10-02', 'died', { on: '2026-10-02', reason: 'died' }],
    ['02/10/2026', 'meninggal dunia', { on: '2026-10-02', reason: 'died' }],
    ['2-10-2026', 'luar_negeri', { on: '2026-10-02', reason: 'abroad' }],
    ['2026-10-02', 'Bekerja', { on: '2026-10-02', reason: 'employed' }],
    ['', '', null],
  ])('%s %s', (ended_on, ended_reason, ended) =>
    expect(factsOf({ ended_on, ended_reason })?.ended).toEqual(ended),
  );

  test('a day without a reason, or a reason without a day, is set aside', () => {
    expect(rejectionOf({ ended_on: '2026-10-02', ended_reason: '' })).toMatchObject({
      line: 2,
      field: 'ended_reason',
    });
    expect(rejectionOf({ ended_on: '', ended_reason: 'died' })).toMatchObject({
      line: 2,
      field: 'ended_on',
    });
    expect(rejectionOf({ ended_on: '2026-10-02' })).toMatchObject({
      line: 2,
      field: 'ended_reason',
    });
  });

  // Not even as `undefined`, which would overwrite it.
  test('a file without the optional columns says nothing about them: what is known stays', () =>
    expect(factsOf({})).toStrictEqual(sitiRead.facts));
});

describe('a bad line is set aside with its line, field, value and reason', () => {
  test.each([
    ['nik', '337201410590000', 'has 15 digits: a NIK has 16'],
    [
      'nik',
      '3,37E+15',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
    ['name', '', 'is empty: the text addresses the worker by it'],
    ['name', '12345', 'has no letters'],
    ['name', 'a'.repeat(101), 'has 101 characters: at most 100 are kept'],
    ['phone', '0271632000', 'is a landline: a text needs a mobile number, which begins with 08'],
    [
      'phone',
      '8,7E+10',
      'was shortened by Excel, which lost its digits: format the column as text and enter it again',
    ],
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
    ['language', 'fr', 'is not known: write one of id/indonesia, jv/jawa, su/sunda, en/inggris'],
    [
      'language',
      'constructor',
      'is not known: write one of id/indonesia, jv/jawa, su/sunda, en/inggris',
    ],
    [
      'covered_through',
      '2026-13',
      'is not a month: write the last paid one, such as 2026-10 or 10/2026',
    ],
    [
      'covered_through',
      '13/2026',
      'is not a month: write the last paid one, such as 2026-10 or 10/2026',
    ],
    [
      'covered_through',
      '01/10/2026',
      'is not a month: write the last paid one, such as 2026-10 or 10/2026',
    ],
    ['covered_through', '', 'is not a month: write the last paid one, such as 2026-10 or 10/2026'],
    ['ended_on', '31/11/2026', 'is not a date: write one such as 2026-11-16 or 16/11/2026'],
    [
      'ended_reason',
      'moved',
      'is not known: write one of died/meninggal, employed/bekerja, abroad/luar negeri',
    ],
    ['government_paid', 'x', 'is not known: write one of yes/ya, no/tidak'],
    ['group', 'g'.repeat(101), 'has 101 characters: at most 100 are kept'],
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
    const { rows, rejected } = parseRoster(`${header}\n3372014105900000,Siti\n${siti},x\n${siti}`);
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(rejected).toMatchObject([
      { line: 2, field: 'line', value: '2', reason: 'has 2 fields, but the header row names 9' },
      { line: 3, field: 'line', value: '10', reason: 'has 10 fields, but the header row names 9' },
    ]);
  });

  test('a quotation mark that is not closed costs its own line and no other', () => {
    const { rows, rejected } = parseRoster(
      `${header}\n${siti.replace('Siti', '"Siti')}\n${siti}\n${siti.replace('Siti Aminah', '"Siti" Aminah')}`,
    );
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'has a quotation mark that is not closed'],
      [4, 'has a quotation mark that is not closed'],
    ]);
  });

  test('lines are counted in the whole file, blank ones too, when this is a piece from line 1002', () => {
    const { rows, rejected } = parseRoster(`${header}\n${siti}\n\nx\n`, 1002);
    expect([rows[0]?.line, rejected[0]?.line]).toEqual([1002, 1004]);
  });
});

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
    'the header row has to be nik,name,phone,province,sector,income,jht,language,covered_through and may go on with government_paid,group,ended_on,ended_reason';

  test.each([
    ['empty', '', `The file is empty: ${right}`],
    ['only a BOM and line breaks', '\uFEFF\r\n\r\n', `The file is empty: ${right}`],
    [
      'of another kind',
      'a,b\n1,2\n',
      `The header row names "a", "b", which is not a column: ${right}`,
    ],
    [
      'without a header row',
      siti,
      `The header row names "3372014105900000", "Siti Aminah", "087000000000", which is not a column: ${right}`,
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
      `The header row names ""nik,name,phone,province,secto", which is not a column: ${right}`,
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
    expect(parseRoster(header)).toEqual({ rows: [], rejected: [] }));

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
    ).toEqual([...header.split(','), 'group']);
    expect(() => checkHeader([])).toThrow(Refused);
  });
});

describe('garbage', () => {
  const garbage = fc
    .array(fc.string({ unit: fc.constantFrom(...'",; \r\na1é'), maxLength: 40 }), { maxLength: 8 })
    .map((lines) => lines.join('\n'));

  test('after a right header every line that is not blank is a row or set aside, once, and the good one among them is read', () =>
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
      // Microseconds of the processor. Linear work is 16, its square 256; below a millisecond nothing can be measured.
      const few = Math.max(1_000, Math.min(cost(50_000), cost(50_000)));
      expect(cost(800_000) / few).toBeLessThan(64);
    },
  );
});
