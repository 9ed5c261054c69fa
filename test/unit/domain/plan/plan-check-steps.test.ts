import { describe, expect, test } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { plan } from '../../../plan.ts';
import { expectFault, faultsOf, withFirst, withStep } from './plan-faults.ts';

describe('one fault, its place, and what is said of it', () => {
  test.each<[string, unknown, string, RegExp]>([
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
  ])('%s', (_, draft, place, sentence) => expectFault(draft, place, sentence));
});

describe('due and lapse steps', () => {
  test('that meet are named: 16 November + 60 days is 17 days before 1 February', () =>
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
