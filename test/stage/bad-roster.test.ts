import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, header, rowOf } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';

/**
 * What the API says to a roster that is not as it should be. Somebody is there already, and stays
 * as they are through all of it.
 */
const known = aPerson(1, { name: 'Siti Aminah' });

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  expect(await stage.importCsv(csvOf([known]))).toMatchObject({ accepted: 1, created: 1 });
});
afterAll(async () => {
  expect(await stage.worker(known.nik)).toMatchObject({
    name: 'Siti Aminah',
    phone: known.phone,
    coveredThrough: '2026-10',
  });
  await stage.stop();
});

const refused = (csv: string | Buffer) =>
  stage.refusal('POST', '/api/workers/import', { role: 'admin', body: csv });
const megabytes = (count: number, line: string): Buffer => Buffer.alloc(count * 1_000_000, line);
const columns = `the header row has to be ${header} and may go on with government_paid,group,ended_on,ended_reason,member_since`;

it.each([
  ['an empty file', '', 400, `The file is empty: ${columns}`],
  ['only blank lines', '\n\n  \n', 400, `The file is empty: ${columns}`],
  [
    'no header row',
    rowOf(aPerson(2)),
    400,
    /^The header row lacks .*, and names "\d{16}", "Siti .*", ".*", which is not a column: /,
  ],
  [
    'a heading that is none of ours',
    csvOf([]).replace('phone', 'fax'),
    400,
    `The header row lacks "phone", and names "fax", which is not a column: ${columns}`,
  ],
  [
    'a column too few',
    csvOf([]).replace(',jht', ''),
    400,
    `The header row lacks "jht": ${columns}`,
  ],
  [
    'Latin-1 bytes',
    Buffer.from(csvOf([aPerson(2, { name: 'José' })]), 'latin1'),
    400,
    'Line 2 is not UTF-8: save the file as "CSV UTF-8", or names with accents would be lost',
  ],
  [
    'an Excel workbook',
    Buffer.from('504b030414000600080000002100', 'hex'),
    400,
    /^(Line 1 is not UTF-8|The header row lacks)/,
  ],
  [
    '1 MB and a little',
    megabytes(1.1, `${rowOf(aPerson(2))}\n`),
    413,
    /^The file has 1100000 bytes; one call takes at most 1000000: cut it, or use npm run import$/,
  ],
  [
    '50 MB of garbage',
    megabytes(50, '\u0000;%~garbage'),
    413,
    /^A request may have 10 MB at most; send less at once\.$/,
  ],
  [
    '1,001 rows',
    csvOf(Array(1_001).fill(aPerson(2))),
    413,
    'The file has 1001 rows; one call takes at most 1000: cut it, or use npm run import',
  ],
])('%s is refused in one sentence', async (_, csv, status, message) => {
  const refusal = await refused(csv);
  expect(refusal.status).toBe(status);
  expect(refusal.message).toMatch(message);
  expect(refusal.message).not.toContain('\n');
});

it('each bad line is set aside with its field, its value and the reason, and the good ones beside it are taken in', async () => {
  const bad = [
    rowOf(aPerson(2, { nik: '997201010100000' })),
    rowOf(aPerson(3, { nik: '"3,37E+15"' })),
    rowOf(aPerson(4, { phone: '0271 714001' })),
    rowOf(aPerson(5, { phone: '"8,7E+10"' })),
    rowOf(aPerson(6, { coveredThrough: '2026-13' })),
    rowOf(aPerson(7, { coveredThrough: '01/10/2026' })),
    rowOf(aPerson(8, { province: 'Jawa' })),
    rowOf(aPerson(9, { name: '"Siti' })),
    'garbage',
    rowOf(aPerson(10, { coveredThrough: '2099-01' })),
  ];
  const answer = await stage.importCsv([header, ...bad, rowOf(aPerson(11))].join('\n'));
  expect(answer).toMatchObject({
    accepted: 3,
    created: 3,
    updated: 0,
    unchanged: 0,
    conflicts: [],
    rejected: [
      { line: 2, field: 'nik', value: '997201010100000', reason: 'has 15 digits: a NIK has 16' },
      { line: 3, field: 'nik', value: '3,37E+15', reason: excel },
      { line: 6, field: 'covered_through', value: '2026-13', reason: notAMonth },
      { line: 7, field: 'covered_through', value: '01/10/2026', reason: notAMonth },
      {
        line: 8,
        field: 'province',
        value: 'Jawa',
        reason: 'is not one of the 38 provinces, such as Jawa Tengah',
      },
      {
        line: 9,
        field: 'line',
        value: '"',
        reason: expect.stringMatching(/^has a quotation mark that is not closed/),
      },
      { line: 10, field: 'line', value: '1', reason: 'has 1 fields, but the header row names 9' },
      {
        line: 11,
        field: 'covered_through',
        value: '2099-01',
        reason: 'is more than 12 months ahead: nobody can have paid that far',
      },
    ],
    warnings: [
      {
        line: 4,
        field: 'phone',
        value: '0271 714001',
        reason: 'is a landline: a text needs a mobile number, which begins with 08',
      },
      { line: 5, field: 'phone', value: '8,7E+10', reason: excel },
    ],
  });
});

const excel =
  'was shortened by Excel, which lost its digits: format the column as text and enter it again';
const notAMonth = 'is not a month: write one such as 2026-10, 10/2026 or Oct-26';

it('the same roster again changes nothing, and one that is older takes no payment back', async () => {
  const paid = aPerson(12);
  expect(await stage.importCsv(csvOf([paid]))).toMatchObject({ created: 1 });
  expect(await stage.importCsv(csvOf([paid]))).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 1,
  });
  await stage.pay({ reference: 'JMO-12', nik: paid.nik, amount: 16_800 });
  const old = await stage.importCsv(
    csvOf([{ ...paid, name: 'Somebody Else', coveredThrough: '2026-10' }]),
  );
  const reason =
    'The line says covered through 2026-10, but 2026-12 is paid: nothing of the line was applied';
  expect(old).toMatchObject({ accepted: 0, updated: 0, conflicts: [{ line: 2, reason }] });
  expect(await stage.worker(paid.nik)).toMatchObject({
    name: paid.name,
    coveredThrough: '2026-12',
  });
});
