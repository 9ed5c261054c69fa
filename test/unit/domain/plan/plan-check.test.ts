import { describe, expect, test } from 'vitest';
import { languages } from '#domain/people/worker';
import type { Plan, Step } from '#domain/plan/plan';
import { checkPlan } from '#domain/plan/plan-check';
import { sentenceOf } from '#domain/problem';
import { settings } from '../../../builders.ts';
import { plan } from '../../../plan.ts';

const context = { earlier: [plan], settings, today: '2026-11-11' };
const faultsOf = (
  draft: unknown,
  earlier: readonly Plan[] = [plan],
): Readonly<Record<string, string>> => {
  const checked = checkPlan(draft, { ...context, earlier });
  const byPath = Map.groupBy('faults' in checked ? checked.faults : [], ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, each]) => [path, each.map(sentenceOf).join('; ')]),
  );
};
/** The first plan with other facts about its first step, `before`. */
const withFirst = (facts: Partial<Step>): Plan => ({
  ...plan,
  steps: plan.steps.map((step, index) => (index === 0 ? { ...step, ...facts } : step)),
});
const withStep = (facts: Partial<Step>): Plan => ({
  ...plan,
  steps: [...plan.steps, { ...(plan.steps[0] as Step), id: 'new', ...facts }],
});
const saying = (id: string): Plan => withFirst({ texts: { id } });

test('the first plan has no fault', () =>
  expect(checkPlan(plan, context)).toEqual({
    plan: expect.objectContaining({ steps: plan.steps }),
  }));

describe('one fault, its place, and what is said of it', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['no plan at all', null, '', /^null is not a plan$/],
    ['a word that no plan has', { ...plan, pausd: true }, 'pausd', /not a field/],
    [
      'a word that no step has',
      withFirst({ priceChangeText: {} } as never),
      'steps.0.priceChangeText',
      /not a field/,
    ],
    [
      'a time that no clock shows',
      withFirst({ at: '25:00' }),
      'steps.0.at',
      /^"25:00" is not a time such as 09:00$/,
    ],
    [
      '61 days',
      withFirst({ offsetDays: 61 }),
      'steps.0.offsetDays',
      /^61 is not a whole number from -60 to 60$/,
    ],
    [
      'half a day',
      withFirst({ offsetDays: -1.5 }),
      'steps.0.offsetDays',
      /^-1.5 is not a whole number/,
    ],
    [
      'a step at nine in the evening',
      withFirst({ at: '21:00' }),
      'steps.0.at',
      /^"21:00" falls within quiet hours, 20:00 to 08:00/,
    ],
    ['a step before eight in the morning', withFirst({ at: '07:59' }), 'steps.0.at', /quiet hours/],
    [
      'a step at the minute in which the night begins',
      withFirst({ at: '20:00' }),
      'steps.0.at',
      /quiet hours/,
    ],
    [
      'the day and time of another step',
      withStep({}),
      'steps.5',
      /same time as steps\.0 \("before"\): 2026-11-11 09:00, for 2026-11/,
    ],
    [
      'an id twice',
      { ...plan, steps: [...plan.steps, { ...plan.steps[0], at: '10:00' }] },
      'steps.5.id',
      /^"before" is the id of steps\.0 as well/,
    ],
    [
      'an id of a due step for a lapse step',
      withFirst({ anchor: 'lapse', offsetDays: -20 }),
      'steps.0.id',
      /^"before" was a step about the due date \(version 1\)/,
    ],
    [
      'no Indonesian',
      withFirst({ texts: { en: 'Dear {name}' } }),
      'steps.0.texts.id',
      /^is missing/,
    ],
    ['nothing in Indonesian but blanks', saying('  '), 'steps.0.texts.id', /^is missing/],
    [
      'an empty text',
      withFirst({ texts: { ...plan.steps[0]?.texts, jv: '' } }),
      'steps.0.texts.jv',
      /^is empty/,
    ],
    [
      'no Indonesian news of the price',
      withFirst({ priceChangeTexts: { en: 'Dear {name}' } }),
      'steps.0.priceChangeTexts.id',
      /^is missing/,
    ],
    [
      'a language that nobody chose',
      withFirst({ texts: { id: 'Halo', fr: 'Salut' } as never }),
      'steps.0.texts.fr',
      /not a field/,
    ],
    [
      'an unknown placeholder',
      saying('Yth. {nama}'),
      'steps.0.texts.id',
      /^\{nama\} is not a placeholder; there are \{name\} \{months\}/,
    ],
    [
      'a brace alone',
      saying('Yth. {name'),
      'steps.0.texts.id',
      /^has a \{ that belongs to no placeholder/,
    ],
    [
      'a link',
      saying('Bayar di https://bpjs.example/x'),
      'steps.0.texts.id',
      /^has “https:”: links/,
    ],
    ['a site', saying('Bayar di www.bpjs.go.id ya'), 'steps.0.texts.id', /links/],
    ['a short link', saying('Bayar: bit.ly'), 'steps.0.texts.id', /^has “bit.ly”: links/],
    [
      'a mobile number',
      saying('Hubungi kami: 0870 0000 0000'),
      'steps.0.texts.id',
      /^has “0870 0000 0000”: a text may hold no phone number/,
    ],
    [
      'a number abroad writes as ours',
      saying('Telepon +62 21'),
      'steps.0.texts.id',
      /a text may hold no phone number/,
    ],
    ['a NIK', saying('NIK 3372015708950000'), 'steps.0.texts.id', /NIK or other long number/],
    [
      'the call centre',
      saying('Hubungi 175'),
      'steps.0.texts.id',
      /^has “Hubungi 175”: a text may hold no number to call/,
    ],
    [
      'a holdout of more than half',
      { ...plan, holdoutPercent: 51 },
      'holdoutPercent',
      /^51 is not a percentage from 0 to 50$/,
    ],
    [
      'eight days of catching up',
      { ...plan, catchUpDays: 8 },
      'catchUpDays',
      /^8 is not a whole number from 0 to 7$/,
    ],
    [
      'a budget of nothing',
      { ...plan, monthlyBudgetRupiah: 0 },
      'monthlyBudgetRupiah',
      /^0 is not an amount of whole rupiah above 0/,
    ],
    [
      'no word about a budget',
      { ...plan, monthlyBudgetRupiah: undefined },
      'monthlyBudgetRupiah',
      /^is missing$/,
    ],
    [
      'the 30th of February',
      { ...plan, holidays: { add: ['2027-02-30'], remove: [] } },
      'holidays.add.0',
      /^"2027-02-30" is not a date/,
    ],
    [
      'a holiday twice',
      { ...plan, holidays: { add: ['2027-03-01', '2027-03-01'], remove: [] } },
      'holidays.add.1',
      /twice/,
    ],
    [
      'a holiday and none',
      { ...plan, holidays: { add: ['2027-03-01'], remove: ['2027-03-01'] } },
      'holidays.remove.0',
      /either it is a holiday or it is not/,
    ],
    [
      'a landline on the list',
      { ...plan, onlyTo: ['021 555 1234'] },
      'onlyTo.0',
      /^"021 555 1234" is a landline/,
    ],
    [
      'quiet hours that say nothing',
      { ...plan, quietHours: { from: '08:00', to: '08:00' } },
      'quietHours',
      /leaves 0 minutes/,
    ],
    [
      'half an hour a day',
      { ...plan, steps: [], quietHours: { from: '09:00', to: '08:30' } },
      'quietHours',
      /leaves 30 minutes/,
    ],
    [
      'a day that is no kind of day',
      { ...plan, quietDays: ['monday'] },
      'quietDays.0',
      /^"monday" is not one of sunday, national-holiday$/,
    ],
    [
      'thanks without Indonesian',
      { ...plan, paidText: { enabled: true, texts: {} } },
      'paidText.texts.id',
      /^is missing/,
    ],
    [
      'thanks of two parts',
      { ...plan, paidText: { enabled: false, texts: { id: 'x'.repeat(161) } } },
      'paidText.texts.id',
      /takes 2 SMS parts/,
    ],
    [
      '21 steps',
      {
        ...plan,
        steps: Array.from({ length: 21 }, (_, i) => ({
          ...plan.steps[0],
          id: `s${i}`,
          enabled: false,
        })),
      },
      'steps',
      /at most 20 steps$/,
    ],
  ])('%s', (_, draft, place, sentence) => {
    const faults = faultsOf(draft);
    expect(Object.keys(faults)).toEqual([place]);
    expect(faults[place]).toMatch(sentence);
  });
});

describe('a text is measured where it is longest', () => {
  const fits = (text: string, language: (typeof languages)[number] = 'id') =>
    Object.keys(faultsOf(withFirst({ texts: { id: 'Halo', [language]: text } }))).length === 0;

  test.each(languages)(
    'in %s, with a name of 20, four months of 17, Rp2.511.200 of 11, 12 and 11 characters',
    (language) => {
      for (const [placeholder, length] of [
        ['{name}', 20],
        ['{months}', 17],
        ['{amount}', 11],
        ['{dueDate}', 12],
        ['{lapseDate}', 11],
      ] as const) {
        expect(fits(placeholder + 'x'.repeat(160 - length), language), placeholder).toBe(true);
        expect(fits(placeholder + 'x'.repeat(161 - length), language), placeholder).toBe(false);
      }
    },
  );

  test('with a letter outside GSM-7 only 70 fit', () => {
    expect([fits(`ő${'x'.repeat(69)}`), fits(`ő${'x'.repeat(70)}`)]).toEqual([true, false]);
  });

  test('two parts, where the step allows two', () => {
    expect(faultsOf(withFirst({ maxParts: 2, texts: { id: `{name}${'x'.repeat(286)}` } }))).toEqual(
      {},
    );
    expect(
      faultsOf(withFirst({ maxParts: 2, texts: { id: `{name}${'x'.repeat(287)}` } }))[
        'steps.0.texts.id'
      ],
    ).toContain('takes 3 SMS parts');
  });

  test('the sentence quotes it', () =>
    expect(faultsOf(saying(`{name}${'x'.repeat(141)}`))['steps.0.texts.id']).toMatch(
      /^takes 2 SMS parts where it is longest \(161 characters: “Siti Nurhalimah Tarixxx/,
    ));
});

describe('what is no fault', () => {
  test.each<[string, unknown]>([
    ['an amount written out', saying('Iuran Rp16.800 atau Rp36800')],
    ['years, days and a time', saying('Sejak 2026-2027, 15-11-2026 pukul 09.00, s.d. 15.')],
    ['a step switched off at the time of another', withStep({ enabled: false })],
    ['two steps on one day at two times', withStep({ at: '16:00' })],
    [
      'a due and a lapse step that never meet',
      withStep({ id: 'late', anchor: 'lapse', offsetDays: -16 }),
    ],
    ['quiet hours by day', { ...plan, steps: [], quietHours: { from: '08:00', to: '20:00' } }],
    ['no step at all', { ...plan, steps: [] }],
    ['a list with nobody on it', { ...plan, onlyTo: [] }],
    ['no thanks', { ...plan, paidText: { enabled: false, texts: {} } }],
    ['no news of the price', withFirst({ priceChangeTexts: {} })],
    ['what our own answers carry', { ...plan, status: 'current', warning: 'x' }],
    ['another version, or none', { ...plan, version: undefined }],
  ])('%s', (_, draft) => expect(faultsOf(draft)).toEqual({}));
});

describe('due and lapse steps', () => {
  test('that meet in some month are named with it: 16 November + 60 days is 15 January, 17 days before 1 February 2027', () =>
    expect(
      faultsOf({
        ...plan,
        steps: [
          { ...plan.steps[0], offsetDays: 60 },
          { ...plan.steps[3], offsetDays: -17 },
        ],
      })['steps.1'],
    ).toMatch(/2027-01-15 09:00, for 2026-11/));
});

describe('an id', () => {
  const without: Plan = { ...plan, version: 2, steps: plan.steps.slice(1) };

  test('of a step that was deleted may come back as that step', () =>
    expect(faultsOf(plan, [without, plan])).toEqual({}));
  test('and moves earlier and later with it', () =>
    expect(faultsOf(withFirst({ offsetDays: 3 }), [without, plan])).toEqual({}));
  test('never becomes another step, however long ago it was deleted', () =>
    expect(
      faultsOf(withFirst({ anchor: 'lapse', offsetDays: -20 }), [without, plan])['steps.0.id'],
    ).toContain('version 1'));
});

test('all is said at once, in the same place one after the other', () => {
  const faults = faultsOf({
    ...saying('{nama} hubungi 175'),
    catchUpDays: 'two',
    steps: [
      { ...plan.steps[0], at: '25:00', texts: { id: '{nama} hubungi 175' } },
      5,
      { ...plan.steps[1], enabled: 'yes', at: '23:00' },
    ],
  });
  expect(Object.keys(faults).sort()).toEqual([
    'catchUpDays',
    'steps.0.at',
    'steps.0.texts.id',
    'steps.1',
    'steps.2.at',
    'steps.2.enabled',
  ]);
  expect(faults['steps.0.texts.id']).toMatch(/^\{nama\} is not a placeholder.*; has “hubungi 175”/);
});

test('phones are written as the table has them, each once', () =>
  expect(
    checkPlan({ ...plan, onlyTo: ['0870 0000 0001', '+6287000000001', '6287000000002'] }, context),
  ).toMatchObject({
    plan: { onlyTo: ['+6287000000001', '+6287000000002'] },
  }));
