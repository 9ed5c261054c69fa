import { describe, expect, it } from 'vitest';
import { parsePayments } from '#domain/payments/files/payment-file';
import { correctionSchema } from '#domain/people/correction';
import { parseRoster } from '#domain/people/roster/roster-csv';
import { checkPlan } from '#domain/plan/checks/plan-check';
import { firstPlan } from '#domain/plan/first-plan';
import { type Problem, problem } from '#domain/problem';
import { Refused } from '#domain/refused';
import { issuesOf } from '#domain/schema-issues';
import type { Said, Words } from '#web/src/shared/problems/said';
import { inWords } from '#web/src/shared/problems/words';
import { settings } from '../flows/settings.ts';

const said: Said = {
  date: (day) => `<${day}>`,
  month: (month) => `<${month}>`,
  clock: (time) => `<${time}>`,
  step: (index) => `tahap ${index + 1}`,
  column: (name) => name,
};

const header =
  'nik,name,phone,province,sector,income,jht,language,covered_through,government_paid,group,ended_on,ended_reason';
const good =
  '9972016305830001,Siti Aminah,087000000100,Jawa Tengah,other,1000000,no,id,2026-10,,,,'.split(
    ',',
  );
const line = (column: string, value: string): string =>
  good.map((cell, at) => (header.split(',')[at] === column ? value : cell)).join(',');

/** Each of these breaks another rule. */
const faults: readonly (readonly [column: string, value: string])[] = [
  ['nik', '3,37202E+15'],
  ['nik', ''],
  ['nik', '99720x6305830000'],
  ['nik', '997201630583000'],
  ['nik', '9972019905830001'],
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

const lines = faults.map(([column, value]) =>
  line(column, value.includes(',') ? `"${value}"` : value),
);
const paid = 'X-1,bank,9972016305830001,16800,2026-11-11 09:30,1'.split(',');
const payments = paid.map((_, broken) =>
  paid.map((cell, at) => (at === broken ? (at === 0 ? '' : '?') : cell)).join(','),
);

const refusalOf = (text: string): readonly Problem[] => {
  try {
    parseRoster(text);
    return [];
  } catch (error) {
    return error instanceof Refused ? error.issues : [];
  }
};

const base = firstPlan({ paused: false });
function planFaults(): readonly Problem[] {
  const text = 'Bayar {amout} di www.bayar.com atau 0870123456, hubungi 14045 {name';
  const bad = {
    ...base,
    steps: [
      { ...base.steps[0], at: '25:00', texts: { id: text, jv: ' ' } },
      { ...base.steps[1], at: '21:00', texts: { id: 'Bayar '.repeat(40) } },
      { ...base.steps[2], offsetDays: 61, texts: { jv: 'Kagem' } },
      { ...base.steps[3], id: 'twice', anchor: 'due', offsetDays: -1, at: '21:00' },
      { ...base.steps[3], id: 'twice' },
      { ...base.steps[3], id: 'before' },
      { ...base.steps[3], id: 'paid' },
      ...Array.from({ length: 15 }, () => base.steps[3]),
    ],
    quietHours: { from: '20:00', to: '19:30' },
    holdoutPercent: 51,
    monthlyBudgetRupiah: 0,
    holidays: { add: ['2026-13-01'], remove: [] },
    onlyTo: ['021 5550000', 'x', '+65 8700 0000', '0870', '0899', '6,287E+11'],
  };
  const checked = checkPlan(bad, { earlier: [base], settings, today: '2026-11-11' });
  return 'faults' in checked ? checked.faults : [];
}

const correction = {
  name: '',
  phone: '0212345678',
  province: 'x',
  income: null,
  group: 'S'.repeat(101),
  ended: { on: 'x', reason: 'died' },
};

const roster = parseRoster([header, ...lines, '1,2', '"'].join('\n'));
const problems: readonly Problem[] = [
  ...roster.rejected,
  ...roster.warnings,
  ...parsePayments(['reference,channel,nik,amount,paid_at,months', ...payments].join('\n'))
    .rejected,
  ...['', 'a,b', header.replace(',phone', ''), `${header},nik`, '\uFFFD'].flatMap(refusalOf),
  ...planFaults(),
  ...issuesOf(correctionSchema.safeParse(correction).error as never, correction),
  ...[
    problem('ends-in-future', { on: '2027-01-01', today: '2026-11-11' }),
    problem('ends-before-beginning', { on: '2026-01-01', since: '2026-03' }),
    problem('stop-over', { until: '2026-11-10', today: '2026-11-11' }),
    problem('behind-paid', { line: '2026-05', paid: '2026-10' }),
    problem('not-final', { month: '2026-09', finalOn: '2026-12-04' }),
    problem('still-to-come', { today: '2026-11-11' }),
    problem('has-passed', { today: '2026-11-11' }),
  ],
];

it('has words for every code: missing words or unknown values do not compile', () => {
  // @ts-expect-error: nik-length has no words
  const incomplete: Words<'nik-empty' | 'nik-length'> = { 'nik-empty': 'kosong' };
  // @ts-expect-error: nik-length has digits, no letters
  const mistaken: Words<'nik-length'> = { 'nik-length': ({ letters }) => `${letters}` };
  expect([incomplete, mistaken]).toHaveLength(2);
});

describe('what is wrong is said in Indonesian', () => {
  it('whatever it is: this many things are', () => {
    expect(problems.length).toBeGreaterThan(75);
    expect(new Set(problems.map(({ code }) => code)).size).toBeGreaterThan(50);
  });

  it.each(problems)('$code: $reason', (each) => {
    const words = inWords('id', each, said);
    expect(words).not.toBe(each.reason);
    expect(words).not.toMatch(/undefined|object|\b(is|are|has|that|takes|leaves)\b/);
    const english = inWords('en', each, said);
    expect(english).not.toMatch(/undefined|object Object|steps\.\d/);
    for (const day of words.match(/<\d{4}-.+?>/g) ?? []) expect(english).toContain(day);
  });

  it('with dates, times and steps as people say them', () => {
    const at = { other: 1, id: 'eve', date: '2026-11-13', time: '09:00', month: '2026-11' };
    expect(inWords('id', problem('steps-at-once', at), said)).toBe(
      'bersamaan dengan tahap “tahap 2”: <2026-11-13> pukul <09:00>, untuk iuran <2026-11>; pindahkan salah satunya',
    );
  });

  it('as the API says it where the code is newer than the console', () =>
    expect(
      inWords('id', { code: 'of-tomorrow' as never, values: {}, reason: 'is odd' }, said),
    ).toBe('is odd'));
});
