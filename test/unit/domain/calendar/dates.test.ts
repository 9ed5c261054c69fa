import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addSeconds,
  daysBetween,
  instantAt,
  isDate,
  isMonth,
  localDate,
  localTime,
  monthRange,
  secondsBetween,
  weekday,
} from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';

const instants = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

test.each([
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2026-11', 14, '2028-01'],
  ['2026-03', -15, '2024-12'],
  ['2026-03', 0, '2026-03'],
])('%s and %i months is %s', (month, months, expected) =>
  expect(addMonths(month, months)).toBe(expected),
);

test('months of an arrear over New Year', () => {
  expect(monthRange('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthRange('2026-11', '2026-11')).toEqual(['2026-11']);
  expect(monthRange('2026-11', '2026-10')).toEqual([]);
});

test('days over the end of February, a leap year or not', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -15)).toBe('2026-12-17');
  expect(daysBetween('2026-11-16', '2026-11-11')).toBe(-5);
  expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
});

test('Sunday 15 November 2026 is day 7', () => expect(weekday('2026-11-15')).toBe(7));

describe('one moment on three walls', () => {
  test.each([
    ['Asia/Jakarta', '2026-11-10T23:59:00.000Z', '2026-11-11', '06:59'],
    ['Asia/Makassar', '2026-11-10T23:59:00.000Z', '2026-11-11', '07:59'],
    ['Asia/Jayapura', '2026-11-10T23:59:00.000Z', '2026-11-11', '08:59'],
    ['Asia/Jakarta', '2026-11-10T15:30:00.000Z', '2026-11-10', '22:30'],
    ['Asia/Makassar', '2026-11-10T15:30:00.000Z', '2026-11-10', '23:30'],
    ['Asia/Jayapura', '2026-11-10T15:30:00.000Z', '2026-11-11', '00:30'],
  ] as const)('in %s, %s is %s %s', (zone, instant, date, time) => {
    expect([localDate(zone, instant), localTime(zone, instant)]).toEqual([date, time]);
  });

  test('nine in the morning comes two hours earlier in Jayapura than in Jakarta', () => {
    expect(instantAt('Asia/Jakarta', '2026-11-11', '09:00')).toBe('2026-11-11T02:00:00.000Z');
    expect(instantAt('Asia/Makassar', '2026-11-11', '09:00')).toBe('2026-11-11T01:00:00.000Z');
    expect(instantAt('Asia/Jayapura', '2026-11-11', '09:00')).toBe('2026-11-11T00:00:00.000Z');
    expect(instantAt('Asia/Jayapura', '2027-01-01', '08:30')).toBe('2026-12-31T23:30:00.000Z');
  });

  test('the fixed hours are those of the tz database', () =>
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
        expect([localDate(zone, instant), localTime(zone, instant)]).toEqual([
          wall.toPlainDate().toString(),
          wall.toPlainTime().toString().slice(0, 5),
        ]);
      }),
    ));

  test('there and back again', () =>
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const minute = `${instant.slice(0, 16)}:00.000Z`;
        expect(instantAt(zone, localDate(zone, instant), localTime(zone, instant))).toBe(minute);
      }),
    ));
});

test('instants are written like Date.toISOString, so that they compare as text', () => {
  expect(addSeconds('2026-11-11T02:00:00.000Z', 90)).toBe('2026-11-11T02:01:30.000Z');
  expect(addSeconds('2026-11-11T02:00:00.000Z', -0.5)).toBe('2026-11-11T01:59:59.500Z');
  expect(secondsBetween('2026-11-11T02:00:00.000Z', '2026-11-11T01:59:58.500Z')).toBe(-1.5);
});

test.each([
  '2026-11-31',
  '2026-02-29',
  '2026-13-01',
  '2026-1-1',
  '2026-11-00',
  '11/2026',
  '',
  '2026-11-16T00:00',
])('"%s" is no date', (text) => expect(isDate(text)).toBe(false));
test.each(['2026-11-30', '2028-02-29', '2026-01-01'])('%s is a date', (text) =>
  expect(isDate(text)).toBe(true),
);
test.each(['2026-13', '2026-00', '2026-1', '2026-11-01', ''])('"%s" is no month', (text) =>
  expect(isMonth(text)).toBe(false),
);
test('2026-12 is a month', () => expect(isMonth('2026-12')).toBe(true));
