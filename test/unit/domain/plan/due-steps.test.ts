import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, daysBetween, monthRange } from '#domain/calendar/dates';
import { dueDate, lapseDate } from '#domain/calendar/due-date';
import { dueSteps, firingTimes, isTextingTime, stepDate } from '#domain/plan/due-steps';
import type { Plan, Step } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { rules, settings } from '../../../builders.ts';
import { plan, stepOf } from '../../../plan.ts';

/** Every step of a plan from one day to another, as `date step month`. */
function diary(from: CalendarDate, to: CalendarDate, of: Plan = plan): string[] {
  const lines: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    for (const { step, month, supersededBy } of dueSteps(of, date, rulesOf(of, settings)))
      lines.push(
        [`${date} ${step.id} ${month}`, ...supersededBy.map(({ id }) => id)].join(', not with '),
      );
  return lines;
}

describe('when the first plan sends what', () => {
  test.each([
    ['before', '2026-10', '2026-10-10', 'Saturday'],
    ['eve', '2026-10', '2026-10-14', 'Wednesday'],
    ['after', '2026-10', '2026-10-22', 'Thursday'],
    ['last-call', '2026-10', '2026-12-17', 'Thursday'],
    ['before', '2026-11', '2026-11-11', 'Wednesday'],
    ['eve', '2026-11', '2026-11-14', 'Saturday, as the 15th is a Sunday'],
    ['after', '2026-11', '2026-11-23', 'Monday'],
    ['last-call', '2026-11', '2027-01-16', 'Saturday, as the 17th is a Sunday'],
    ['before', '2027-01', '2027-01-09', 'Saturday, as the 10th is a Sunday'],
    ['eve', '2027-01', '2027-01-14', 'Thursday'],
    [
      'last-call',
      '2026-06',
      '2026-08-15',
      'Saturday, as the 17th is Independence Day and the 16th a Sunday',
    ],
  ])('%s of %s goes out on %s, a %s', (id, month, date) => {
    expect(stepDate(stepOf(id), month, plan, rules)).toBe(date);
    expect(dueSteps(plan, date, rules).map(({ step, month }) => `${step.id} ${month}`)).toContain(
      `${id} ${month}`,
    );
  });

  test('October, November and December 2026, whole', () =>
    expect(diary('2026-10-01', '2026-12-31')).toEqual([
      '2026-10-10 before 2026-10',
      '2026-10-14 eve 2026-10',
      '2026-10-17 last-call 2026-08',
      '2026-10-22 after 2026-10',
      '2026-11-11 before 2026-11',
      '2026-11-14 eve 2026-11',
      '2026-11-16 last-call 2026-09',
      '2026-11-23 after 2026-11',
      '2026-12-10 before 2026-12',
      '2026-12-14 eve 2026-12',
      '2026-12-17 last-call 2026-10',
      '2026-12-22 after 2026-12',
    ]));

  test('every step comes once a month for two years, never on a Sunday or holiday', () => {
    const lines = diary('2026-01-01', '2027-12-31');
    for (const id of ['before', 'eve', 'after', 'last-call'])
      expect(lines.filter((line) => line.includes(` ${id} `))).toHaveLength(24);
    expect(new Set(lines.map((line) => line.slice(11))).size).toBe(lines.length);
    for (const line of lines)
      expect(isTextingTime(plan, rules, { date: line.slice(0, 10), time: '09:00' }), line).toBe(
        true,
      );
  });

  test('a step that is switched off goes out on no day', () =>
    expect(diary('2026-01-01', '2026-12-31').join()).not.toContain('lapsed'));
});

const withSteps = (...steps: readonly Partial<Step>[]): Plan => ({
  ...plan,
  steps: steps.map((step, index) => ({ ...stepOf('before'), id: `step-${index}`, ...step })),
});

describe('nobody reads of their due or lapse date on the wrong side of it', () => {
  test.each<[string, Step['anchor'], number, string, CalendarDate]>([
    [
      'a step 1 day before Monday 16 November leaves Saturday 14',
      'due',
      -1,
      '2026-11',
      '2026-11-14',
    ],
    [
      'of August 2027, due on Monday 16, the step a day after, on Tuesday 17 (Independence Day), leaves Wednesday 18',
      ...(['due', 1, '2027-08', '2027-08-18'] as const),
    ],
    [
      'the step 6 days after Monday 16 November, on Sunday 22, leaves Monday 23',
      ...(['due', 6, '2026-11', '2026-11-23'] as const),
    ],
    [
      'the step of the due date, Monday 16 November, leaves that day',
      'due',
      0,
      '2026-11',
      '2026-11-16',
    ],
    [
      'who lapses on Saturday 1 May 2027 (Labour Day) is told on Monday 3 May that they lapsed yesterday',
      ...(['lapse', 1, '2027-02', '2027-05-03'] as const),
    ],
    [
      'who lapses on Saturday 1 May 2027 is told so on Monday 3 May, as the 2nd is a Sunday',
      ...(['lapse', 0, '2027-02', '2027-05-03'] as const),
    ],
    [
      'who lapses on Friday 1 January 2027 (New Year) is told so on Saturday 2 January',
      ...(['lapse', 0, '2026-10', '2027-01-02'] as const),
    ],
    [
      'the last call a day before Monday 1 February 2027, on Sunday 31 January, leaves Saturday 30',
      ...(['lapse', -1, '2026-11', '2027-01-30'] as const),
    ],
  ])('%s', (_, anchor, offsetDays, month, date) => {
    const one = withSteps({ id: 'one', anchor, offsetDays });
    expect(stepDate(one.steps[0] ?? stepOf('before'), month, one, rules)).toBe(date);
    expect(diary(addDays(date, -9), addDays(date, 9), one)).toEqual([`${date} one ${month}`]);
  });

  test.each(['due', 'lapse'] as const)(
    'nor with any offset from the %s date, in three years, whatever is declared a holiday',
    (anchor) => {
      const fortnight = Array.from({ length: 14 }, (_, day) => addDays('2027-04-24', day));
      const holidays = { add: fortnight, remove: [] };
      for (let offsetDays = -60; offsetDays <= 60; offsetDays++) {
        const of = { ...withSteps({ anchor, offsetDays }), holidays };
        const [step = stepOf('before')] = of.steps;
        for (const month of monthRange('2026-01', '2028-12')) {
          const its = rulesOf(of, settings);
          const on = anchor === 'due' ? dueDate(month, its.calendar) : lapseDate(month, 3);
          const days = daysBetween(on, stepDate(step, month, of, its));
          expect(Math.sign(days), `${offsetDays} of ${month}`).toSatisfy((side) =>
            offsetDays === 0 ? side >= 0 : side === Math.sign(offsetDays),
          );
        }
      }
    },
  );
});

describe('quiet days push two steps onto one day', () => {
  test('Saturday 14 November and Sunday the 15th: nobody gets both', () =>
    expect(
      diary(
        '2026-11-10',
        '2026-11-16',
        withSteps({ id: 'early', offsetDays: -2 }, { id: 'late', offsetDays: -1 }),
      ),
    ).toEqual(['2026-11-14 early 2026-11, not with late', '2026-11-14 late 2026-11']));

  test('it does so at another time of the day, too', () =>
    expect(
      diary(
        '2026-11-10',
        '2026-11-16',
        withSteps(
          { id: 'late', offsetDays: -1, at: '08:00' },
          { id: 'early', offsetDays: -2, at: '17:00' },
        ),
      ),
    ).toEqual(['2026-11-14 late 2026-11', '2026-11-14 early 2026-11, not with late']));

  test('one that is switched off does not count', () =>
    expect(
      diary(
        '2026-11-10',
        '2026-11-16',
        withSteps({ id: 'early', offsetDays: -2 }, { id: 'late', offsetDays: -1, enabled: false }),
      ),
    ).toEqual(['2026-11-14 early 2026-11']));

  test('of another month it is about other workers: both stay', () =>
    expect(
      diary(
        '2026-11-14',
        '2026-11-14',
        withSteps({ id: 'eve', offsetDays: -1 }, { id: 'last', anchor: 'lapse', offsetDays: 13 }),
      ),
    ).toEqual(['2026-11-14 eve 2026-11', '2026-11-14 last 2026-08']));

  test('two that the plan itself puts on one day both stay', () =>
    expect(
      diary(
        '2026-11-14',
        '2026-11-14',
        withSteps(
          { id: 'morning', offsetDays: -1 },
          { id: 'evening', offsetDays: -1, at: '17:00' },
        ),
      ),
    ).toEqual(['2026-11-14 morning 2026-11', '2026-11-14 evening 2026-11']));

  test('a due date pushed by holidays to Tuesday 1 December still has its steps', () => {
    const fortnight = Array.from({ length: 16 }, (_, day) => addDays('2026-11-15', day));
    const moved = diary('2026-11-01', '2026-12-09', {
      ...plan,
      holidays: { add: fortnight, remove: [] },
    });
    expect(moved).toEqual([
      '2026-11-14 before 2026-11, not with eve',
      '2026-11-14 eve 2026-11',
      '2026-11-14 last-call 2026-09',
      '2026-12-08 after 2026-11',
    ]);
  });

  test('a step before a declared holiday, Monday 9 to Sunday 15 November, leaps over it', () => {
    const week = Array.from({ length: 7 }, (_, day) => addDays('2026-11-09', day));
    expect(
      diary('2026-11-01', '2026-11-15', { ...plan, holidays: { add: week, remove: [] } }),
    ).toEqual(['2026-11-07 before 2026-11, not with eve', '2026-11-07 eve 2026-11']);
  });
});

describe('quiet hours', () => {
  const at = (time: string, quietHours = plan.quietHours) =>
    isTextingTime({ ...plan, quietHours }, rules, { date: '2026-11-11', time });
  test.each([
    ['07:59', false],
    ['08:00', true],
    ['19:59', true],
    ['20:00', false],
    ['23:59', false],
    ['00:00', false],
  ])('20:00 to 08:00: a text at %s may leave: %s', (time, may) => expect(at(time)).toBe(may));
  test.each([
    ['11:59', true],
    ['12:00', false],
    ['13:00', true],
    ['00:00', true],
  ])('12:00 to 13:00: a text at %s may leave: %s', (time, may) =>
    expect(at(time, { from: '12:00', to: '13:00' })).toBe(may),
  );
  test('from a time to itself is no time at all', () =>
    expect(at('09:00', { from: '09:00', to: '09:00' })).toBe(true));
  test('nothing on Sunday 15 November, nor on Christmas', () => {
    expect(isTextingTime(plan, rules, { date: '2026-11-15', time: '09:00' })).toBe(false);
    expect(isTextingTime(plan, rules, { date: '2026-12-25', time: '09:00' })).toBe(false);
  });
});

test('schedules fire at the distinct times of the enabled steps', () => {
  const steps = [
    { ...stepOf('before'), at: '17:30' },
    { ...stepOf('eve'), at: '09:00' },
    { ...stepOf('after'), at: '09:00' },
    { ...stepOf('lapsed'), at: '12:00' },
  ];
  expect(firingTimes({ ...plan, steps })).toEqual(['09:00', '17:30']);
});
