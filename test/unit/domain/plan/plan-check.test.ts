import { describe, expect, test } from 'vitest';
import { checkPlan } from '#domain/plan/checks/plan-check';
import { plan } from '../../../plan.ts';
import { context, expectFault, faultsOf, saying, withFirst, withStep } from './plan-faults.ts';

test('the first plan has no fault', () =>
  expect(checkPlan(plan, context)).toEqual({
    plan: expect.objectContaining({ steps: plan.steps }),
  }));

describe('one fault, its place, and what is said of it', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['no plan at all', null, '', /^null is not a plan$/],
    ['a word that no plan has', { ...plan, pausd: true }, 'pausd', /not a field/],
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
  ])('%s', (_, draft, place, sentence) => expectFault(draft, place, sentence));
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
