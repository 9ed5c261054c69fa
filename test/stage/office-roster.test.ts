import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, csvOf, header, people, rowOf } from '#local/made-up';
import { startTestStage, type TestStage } from './stage.ts';

/** Seven workers owe November, and the office's roster says that all but the last have paid. */
const [nobodys, marked, zeroWidth, noBreak, none, landline, owing] = people(7);
const known = [nobodys, marked, zeroWidth, noBreak, none, landline, owing];

let stage: TestStage;
beforeAll(async () => {
  stage = await startTestStage({ now: '2026-11-10T12:00+07:00' });
  expect(await stage.importCsv(csvOf(known.flatMap((each) => each ?? [])))).toMatchObject({
    created: 7,
  });
});
afterAll(() => stage.stop());

/** The month has a direction mark, and a hyphen that does not break. */
const paid = (person = aPerson(1), phone = '') =>
  rowOf({ ...person, phone, coveredThrough: '\u200eNov\u201126' });

// OpenSID #10930; notifications-utils #1222; cht-core #7654
it('who has paid is not reminded, however the office wrote month and phone', async () => {
  const roster = [
    header,
    paid(nobodys, '-'),
    paid(marked, '\u202a+62 870 0000 0002\u202c'),
    paid(zeroWidth, '\u200b087000000003'),
    paid(noBreak, '0870\u20110000\u20110004'),
    paid(none, 'tidak ada'),
    paid(landline, '0271 714001'),
  ].join('\n');
  expect(await stage.importCsv(roster)).toMatchObject({
    ...{ accepted: 6, updated: 6, rejected: [], conflicts: [] },
    warnings: [{ line: 7, field: 'phone', value: '0271 714001', code: 'phone-landline' }],
  });
  await stage.clockTo('2026-11-11T09:10+07:00');
  expect((await stage.outbox()).map(({ to }) => to)).toEqual([owing?.phone]);

  const stored = await Promise.all(
    known.map(async (person) => {
      const { phone, coveredThrough } = await stage.worker(person?.nik ?? '');
      return [phone, coveredThrough];
    }),
  );
  expect(stored).toEqual([
    [null, '2026-11'],
    ['+6287000000002', '2026-11'],
    ['+6287000000003', '2026-11'],
    ['+6287000000004', '2026-11'],
    [null, '2026-11'],
    // The cell could not be used: what was known stays.
    [landline?.phone, '2026-11'],
    [owing?.phone, '2026-10'],
  ]);
});

it('a new worker without a phone is there, and their payment counts', async () => {
  const person = aPerson(20, { phone: 'tidak ada' });
  expect(await stage.importCsv(csvOf([person]))).toMatchObject({ created: 1, warnings: [] });
  expect(await stage.pay({ reference: 'P-20', nik: person.nik, amount: 8_400 })).toMatchObject({
    status: 'recorded',
  });
});

// OpenSID #1817; orangelight #2695
it('NIKs that Excel has rounded make no second persons, and their payments are kept', async () => {
  const rounded = people(10, {}, 1).map((person) => ({ ...person, nik: roundedNik(person.nik) }));
  const { status, message } = await stage.refusal('POST', '/api/workers/import', {
    role: 'admin',
    body: csvOf(rounded),
  });
  expect([status, message]).toEqual([
    400,
    expect.stringMatching(/^10 of the 10 NIKs end in 0: Excel keeps 15 digits/),
  ]);
  expect(await stage.importCsv(csvOf(rounded.slice(0, 3)))).toMatchObject({
    accepted: 0,
    rejected: [2, 3, 4].map((line) => ({ line, field: 'nik', code: 'nik-serial' })),
  });
  const [ghost] = rounded;
  const payment = { reference: 'P-0', nik: ghost?.nik ?? '', amount: 8_400 };
  expect(await stage.pay(payment)).toMatchObject({ status: 'unmatched' });
  expect(await stage.attention('unmatched')).toMatchObject([{ reference: 'P-0' }]);
});

const roundedNik = (nik: string): string => nik.replace(/\d$/, '0');

// PowerShell #7776; arlo #525; notifications-api #142
it('the roster of an office with a column of its own brings everybody in it', async () => {
  const file = [
    'sep=;',
    'no;nik;nama;no_hp;provinsi;sektor;penghasilan;jht;bahasa;lunas_sampai;;',
    `1;${aPerson(30).nik};Ani;-;Jawa Tengah;lainnya;1.000.000;tidak;id;Okt-26;;;`,
    `2;${aPerson(31).nik};Budi;="087000000031";Bali;transportasi;Rp 1.000.000;ya;jv;Oktober 2026`,
    '',
  ].join('\r\n');
  expect(await stage.importCsv(file)).toMatchObject({
    ...{ accepted: 2, created: 2, rejected: [] },
    warnings: [{ line: 2, field: 'no', code: 'unknown-column' }],
  });
  expect(await stage.worker(aPerson(31).nik)).toMatchObject({
    phone: '+6287000000031',
    coveredThrough: '2026-10',
  });
});

it('a line of a megabyte is one refused line, and those after it keep their numbers', async () => {
  const long = `${rowOf(aPerson(40))},${'x'.repeat(900_000)}`;
  const bad = rowOf(aPerson(41, { province: 'Jawa' }));
  expect(await stage.importCsv([header, long, bad].join('\n'))).toMatchObject({
    accepted: 0,
    rejected: [
      { line: 2, field: 'line', code: 'line-too-long' },
      { line: 3, field: 'province' },
    ],
  });
});
