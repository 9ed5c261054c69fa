import { describe, expect, it } from 'vitest';
import { correctionSchema } from '#domain/people/correction';
import { endsInFuture } from '#domain/people/roster';
import { parseRoster } from '#domain/people/roster-csv';
import { reasonIn, textReasonIn } from '#web/src/shared/reasons';

const header =
  'nik,name,phone,province,sector,income,jht,language,covered_through,government_paid,group,ended_on,ended_reason';
const good =
  '3372016305830000,Siti Aminah,087000000100,Jawa Tengah,other,1000000,no,id,2026-10,,,,'.split(
    ',',
  );
const line = (column: string, value: string): string =>
  good.map((cell, at) => (header.split(',')[at] === column ? value : cell)).join(',');

/** Each of these breaks another rule. */
const faults: readonly (readonly [column: string, value: string])[] = [
  ['nik', '3,37202E+15'],
  ['nik', ''],
  ['nik', '33720x6305830000'],
  ['nik', '337201630583000'],
  ['nik', '3372019905830000'],
  ['name', ''],
  ['name', '123'],
  ['name', 'S'.repeat(101)],
  ['phone', '+60123456789'],
  ['phone', 'none'],
  ['phone', '0212345678'],
  ['phone', '0870'],
  ['phone', '08400000000'],
  ['province', 'Batavia'],
  ['sector', ''],
  ['sector', 'fishing'],
  ['income', 'much'],
  ['jht', 'perhaps'],
  ['covered_through', '01/10/2026'],
  ['group', 'S'.repeat(101)],
  ['ended_on', '2026-11-10'],
  ['ended_on', 'yesterday'],
  ['ended_reason', 'died'],
];

const reasonsOf = (rows: readonly string[]) =>
  parseRoster([header, ...rows].join('\n')).rejected.map(({ reason }) => reason);

describe('what the API says is wrong with a line', () => {
  const reasons = reasonsOf([
    ...faults.map(([column, value]) => line(column, value.includes(',') ? `"${value}"` : value)),
    '1,2',
    '"',
  ]);

  it('is there for every fault', () => expect(reasons).toHaveLength(faults.length + 2));

  it.each(reasons)('is said in Indonesian: %s', (reason) => {
    const said = reasonIn('id', reason);
    expect(said).not.toBe(reason);
    expect(said).not.toMatch(/\$\d/);
    expect(reasonIn('en', reason)).toBeTruthy();
  });

  it('keeps what the reason speaks of', () => {
    expect(reasonIn('id', 'has 15 digits: a NIK has 16')).toBe(
      'terdiri dari 15 angka: NIK terdiri dari 16 angka',
    );
    const late = endsInFuture(
      { ended: { on: '2027-01-01', reason: 'died' }, province: 'Bali' },
      '2026-11-11T02:00:00.000Z',
    );
    expect(reasonIn('id', late ?? '')).toMatch(
      /^2027-01-01 masih akan datang.*hari ini 2026-11-11/,
    );
  });

  it('stays as it is where it is none that we know', () =>
    expect(reasonIn('id', 'is odd')).toBe('is odd'));
});

it.each([
  ['the sender stopped half-way', 'pengiriman terputus di tengah jalan'],
  ['TimeoutError', 'penyedia SMS tidak menjawab pada waktunya'],
  ['InvalidParameterException', 'penyedia SMS menolak nomor atau teksnya'],
  ['Phone is currently unreachable/unavailable', 'HP sedang tidak dapat dihubungi'],
  [
    'The text of step "before" takes 3 SMS parts for this worker; the step allows 2.',
    'teksnya menjadi 3 bagian SMS, melebihi batas',
  ],
  ['a carrier’s own words', 'a carrier’s own words'],
  ['EHOSTUNREACH', null],
])('says why a text went wrong, and shows nobody a code: %s', (reason, said) => {
  expect(textReasonIn('id', reason)).toBe(said);
  expect(textReasonIn('en', reason) ?? '').not.toMatch(/^\w*[a-z][A-Z]|^E[A-Z]+$/);
});

it('says what is wrong with a correction in no library’s words', () => {
  const wrong = {
    name: '',
    phone: '0212345678',
    province: 'x',
    income: null,
    group: 'S'.repeat(101),
    ended: { on: 'x', reason: 'died' },
  };
  const issues = correctionSchema.safeParse(wrong).error?.issues ?? [];
  expect(issues).toHaveLength(6);
  for (const { message } of issues) {
    expect(reasonIn('id', message)).not.toBe(message);
    expect(reasonIn('en', message)).not.toMatch(/expected|Invalid/);
  }
});
