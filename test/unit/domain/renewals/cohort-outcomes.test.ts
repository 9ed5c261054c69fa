import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar/dates';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { outcomes, renewals, sample } from './cohort-given.ts';
import { leftCycle, nameOfDay, openCycle, paidCycle, rules } from './counted.ts';

describe('what becomes of a cycle due on Monday 16 November 2026, lapsing on 1 February', () => {
  type Case = readonly [
    fact: string,
    asOf: CalendarDate,
    day: string,
    row: CountedRow,
    becomes: (typeof outcomes)[number] | 'not there',
  ];
  const cases: readonly Case[] = [
    ['paid a month ahead', '2026-11-16', 'Monday', paidCycle('2026-10-15'), 'onTime'],
    ['paid on the due date', '2026-11-16', 'Monday', paidCycle('2026-11-16'), 'onTime'],
    ['paid the day after', '2026-11-17', 'Tuesday', paidCycle('2026-11-17'), 'inArrears'],
    [
      'paid the day after, seen the day before',
      '2026-11-16',
      'Monday',
      paidCycle('2026-11-17'),
      'open',
    ],
    [
      'paid on the last day of membership',
      '2027-01-31',
      'Sunday',
      paidCycle('2027-01-31'),
      'inArrears',
    ],
    ['paid on the lapse date', '2027-02-01', 'Monday', paidCycle('2027-02-01'), 'recovered'],
    ['paid years later, seen before', '2029-01-31', 'Wednesday', paidCycle('2029-02-01'), 'lapsed'],
    ['paid years later', '2029-02-01', 'Thursday', paidCycle('2029-02-01'), 'recovered'],
    ['unpaid on the last day of membership', '2027-01-31', 'Sunday', openCycle(), 'open'],
    ['unpaid on the lapse date', '2027-02-01', 'Monday', openCycle(), 'lapsed'],
    ['found an employer while unpaid', '2026-12-01', 'Tuesday', leftCycle('2026-12-01'), 'left'],
    ['found an employer tomorrow', '2026-11-30', 'Monday', leftCycle('2026-12-01'), 'open'],
    ['died after the lapse date', '2027-02-10', 'Wednesday', leftCycle('2027-02-10'), 'left'],
    [
      'died after the lapse date, seen before',
      '2027-02-09',
      'Tuesday',
      leftCycle('2027-02-10'),
      'lapsed',
    ],
    ['came on the due date', '2026-11-16', 'Monday', openCycle({ since: '2026-11-16' }), 'open'],
    [
      'came the day after',
      '2026-11-17',
      'Tuesday',
      openCycle({ since: '2026-11-17' }),
      'startedLate',
    ],
    [
      'came the day after and paid',
      '2026-11-20',
      'Friday',
      paidCycle('2026-11-20', { since: '2026-11-17' }),
      'startedLate',
    ],
    [
      'came the month after and paid',
      '2026-12-03',
      'Thursday',
      paidCycle('2026-12-03', { since: '2026-12-01' }),
      'startedLate',
    ],
    ['came tomorrow', '2026-11-09', 'Monday', openCycle({ since: '2026-11-10' }), 'not there'],
  ];

  test.each(cases)('%s, as of %s, a %s', (_fact, asOf, day, row, becomes) => {
    expect(nameOfDay(asOf)).toBe(day);
    const cohort = renewals([row], { asOf });
    expect(outcomes.filter((outcome) => cohort[outcome] !== 0)).toEqual(
      becomes === 'not there' ? [] : [becomes],
    );
    expect(cohort.due).toBe(['left', 'startedLate', 'not there'].includes(becomes) ? 0 : 1);
  });

  test('August 2026 is due on Tuesday 18: the 15th is a Saturday, the 17th a holiday', () => {
    const rows = [paidCycle('2026-08-18', { month: '2026-08', since: '2026-07-10' })];
    expect(renewals(rows, { month: '2026-08', asOf: '2026-09-01' })).toMatchObject({
      dueOn: '2026-08-18',
      onTime: 1,
      finalOn: '2026-11-04',
    });
    expect(nameOfDay('2026-08-18')).toBe('Tuesday');
  });

  test('a due date moved to Tuesday 17 brings workers who came that day into the cohort', () => {
    const decreed = { ...rules, calendar: { ...rules.calendar, daysOff: new Set(['2026-11-16']) } };
    const rows = [
      openCycle({ since: '2026-11-17' }),
      paidCycle('2026-11-17', { since: '2026-11-17' }),
    ];
    expect(renewals(rows, { rules: decreed })).toMatchObject({
      dueOn: '2026-11-17',
      due: 2,
      onTime: 1,
      startedLate: 0,
    });
    expect(renewals(rows)).toMatchObject({ due: 0, startedLate: 2 });
  });

  test('it is final three days after the lapse date, on Thursday 4 February', () => {
    expect(['2027-02-03', '2027-02-04'].map((asOf) => renewals(sample, { asOf }).final)).toEqual([
      false,
      true,
    ]);
    expect(nameOfDay('2027-02-04')).toBe('Thursday');
  });
});

describe('what counts once', () => {
  test('a year paid at once is one renewal, and one month of money here', () => {
    const year = Array.from({ length: 12 }, (_, ahead) =>
      ahead < 2 ? `2026-${11 + ahead}` : `2027-${String(ahead - 1).padStart(2, '0')}`,
    );
    expect(renewals([paidCycle('2026-11-10', {}, year)])).toMatchObject({
      due: 1,
      onTime: 1,
      amountReceived: 8400,
    });
  });

  test('a lapsed worker who paid only the current month recovered, with no money here', () =>
    expect(
      renewals([paidCycle('2027-03-10', {}, ['2027-03'])], { asOf: '2027-03-10' }),
    ).toMatchObject({
      ...{ recovered: 1, amountDue: 8400, amountReceived: 0 },
      rates: { onTime: 0, renewal: 0, lapse: 1, recovery: 1 },
    }));

  test('a cycle that a reversal opened again counts as the open one it is', () => {
    const paid = paidCycle('2026-11-10');
    const voided: CountedRow =
      paid.kind === 'cycle' ? { kind: 'cycle', cycle: { ...paid.cycle, voided: true } } : paid;
    expect(renewals([voided, openCycle()])).toMatchObject({
      due: 1,
      onTime: 0,
      open: 1,
      amountReceived: 0,
    });
  });
});
