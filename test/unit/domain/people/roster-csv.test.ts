import { describe, expect, test } from 'vitest';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { factsOf, header, rejectionOf, siti, sitiRead } from './roster-given.ts';

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
    ['with tabs', `${header}\n${siti}`.replaceAll(',', '\t')],
    ['with CR alone, as old Macs do', `${header}\r${siti}\r`],
    ['with spaces around its fields', `${header}\n${siti}`.replaceAll(',', ' , ')],
    ['with blank lines and empty rows after it', `${header}\n${siti}\n\n,,,,,,,,\n`],
    [
      'in Indonesian',
      'NIK;Nama;No HP;Provinsi;Sektor;Penghasilan;JHT;Bahasa;Lunas Sampai\n' +
        '9972014105900001;Siti Aminah;0870-0000-0000;JATENG;Lainnya;Rp 1.000.000;Tidak;' +
        'Indonesia;10/2026',
    ],
    [
      'with its columns in another order',
      'covered_through,language,jht,income,sector,province,phone,name,nik\n' +
        '2026-10,,no,1000000,other,jateng,87000000000,Siti Aminah,9972014105900001',
    ],
  ])('%s', (_, text) =>
    expect(parseRoster(text)).toEqual({
      rows: [{ line: 2, ...sitiRead }],
      rejected: [],
      warnings: [],
    }),
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
    ['member_since', '2024-03', 'memberSince', '2024-03'],
    ['peserta_sejak', '16/03/2024', 'memberSince', '2024-03'],
    ['member_since', 'Mar-24', 'memberSince', '2024-03'],
    ['member_since', '-', 'memberSince', null],
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
