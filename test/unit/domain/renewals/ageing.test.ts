import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#domain/calendar/dates';
import { type Aged, ageingOf, cohortsOfAgeing, owingOf } from '#domain/renewals/ageing';
import type { CountedRow } from '#domain/renewals/counting/counts';
import { countedMonths, leftCycle, nameOfDay, openCycle, paidCycle, rules } from './counted.ts';

const aged = (rows: readonly CountedRow[], asOf: CalendarDate): readonly Aged[] =>
  ageingOf(owing(rows, asOf), asOf, rules);

const owing = (rows: readonly CountedRow[], asOf: CalendarDate) =>
  owingOf(countedMonths(rows, cohortsOfAgeing(asOf, rules)), asOf, rules);

/** `workers × amount` in the order of the buckets: not due, 1–30, 31–60, 61 days to lapse. */
const inShort = (rows: readonly CountedRow[], asOf: CalendarDate): string =>
  aged(rows, asOf)
    .map(({ workers, amount }) => `${workers}:${amount}`)
    .join(' ');

describe('what Siti owes who is covered through October 2026 (Rp8.400, in 2027 Rp16.800)', () => {
  test.each([
    ['2026-10-31', 'Saturday', '0:0 0:0 0:0 0:0', 'she has paid ahead'],
    ['2026-11-01', 'Sunday', '1:8400 0:0 0:0 0:0', 'November has begun'],
    ['2026-11-16', 'Monday', '1:8400 0:0 0:0 0:0', 'November is due'],
    ['2026-11-17', 'Tuesday', '0:0 1:8400 0:0 0:0', 'November is a day late'],
    [
      '2026-12-01',
      'Tuesday',
      '0:0 1:16800 0:0 0:0',
      'December has begun, and it stands where November does',
    ],
    ['2026-12-16', 'Wednesday', '0:0 1:16800 0:0 0:0', 'November is 30 days late, December a day'],
    ['2026-12-17', 'Thursday', '0:0 0:0 1:16800 0:0', 'November is 31 days late'],
    [
      '2027-01-15',
      'Friday',
      '0:0 0:0 1:33600 0:0',
      'November is 60 days late, December 31, January is due at full price',
    ],
    ['2027-01-16', 'Saturday', '0:0 0:0 0:0 1:33600', 'November is 61 days late'],
    ['2027-01-31', 'Sunday', '0:0 0:0 0:0 1:33600', 'the last day of membership'],
    ['2027-02-01', 'Monday', '0:0 0:0 0:0 0:0', 'membership has lapsed, and she owes none of this'],
  ])('%s, a %s: %s, for %s', (asOf, day, expected) => {
    expect(nameOfDay(asOf)).toBe(day);
    expect(inShort([openCycle()], asOf)).toBe(expected);
  });
});

describe('who is in it', () => {
  test('who paid or left by that day is not, from that day on', () => {
    const rows = [paidCycle('2026-11-20'), leftCycle('2026-11-21')];
    expect(inShort(rows, '2026-11-19')).toBe('0:0 2:16800 0:0 0:0');
    expect(inShort(rows, '2026-11-20')).toBe('0:0 1:8400 0:0 0:0');
    expect(inShort(rows, '2026-11-21')).toBe('0:0 0:0 0:0 0:0');
  });

  test('who came when already late is, by the age of the month all the same', () =>
    expect(inShort([openCycle({ since: '2026-12-20', origin: 'joined' })], '2026-12-20')).toBe(
      '0:0 0:0 1:16800 0:0',
    ));

  test('who stands in one bucket with her money stands in her first unpaid month with it', () => {
    const late = openCycle({ since: '2026-12-20', origin: 'joined' });
    expect(owing([openCycle(), late, openCycle({ month: '2026-12' })], '2026-12-20')).toEqual([
      { month: '2026-10', workers: 0, amount: 0 },
      { month: '2026-11', workers: 2, amount: 2 * 16_800 },
      { month: '2026-12', workers: 1, amount: 8_400 },
    ]);
  });

  test('a driver pays half in January still, and JHT is never halved', () => {
    const rows = [
      openCycle({ month: '2027-01', sector: 'transport', jht: true }),
      openCycle({ month: '2027-01', jht: true }),
    ];
    expect(inShort(rows, '2027-01-10')).toBe(`2:${8400 + 20_000 + 16_800 + 20_000} 0:0 0:0 0:0`);
  });

  test('cohorts that have lapsed or are paid ahead add nothing where they are handed in', () => {
    const rows = [openCycle(), openCycle({ month: '2027-03' })];
    expect(owingOf(countedMonths(rows, ['2026-11', '2027-03']), '2027-02-01', rules)).toEqual([]);
  });

  test('the buckets stand there for nobody, too', () =>
    expect(aged([], '2026-11-20').map(({ bucket }) => bucket)).toEqual([
      'not-due',
      '1-30',
      '31-60',
      '61-to-lapse',
    ]));
});
