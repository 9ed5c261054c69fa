import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMilliseconds,
  addMonths,
  addSeconds,
  daysBetween,
  instantAt,
  instantIn,
  isDate,
  isMonth,
  isSunday,
  isWeekend,
  localDate,
  localTime,
  secondsBetween,
  weekday,
} from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';

const { Instant, PlainDate, PlainYearMonth } = Temporal;
type AnyDate = Readonly<{ year: number; month: number; day: number }>;

/** Of the years 1900 to 2200; half of them are the last or the first days of a month. */
const dates = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1900, max: 2200 }), fc.constantFrom(1900, 2000, 2100, 2028)),
    month: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(2, 12)),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 28, 29, 30, 31)),
  })
  .map((date: AnyDate) => PlainDate.from(date, { overflow: 'constrain' }).toString());
const days = fc.oneof(
  fc.integer({ min: -400, max: 400 }),
  fc.integer({ min: -50_000, max: 50_000 }),
);
const clocks = fc.integer({ min: 0, max: 1_439 }).map((minutes) => clockOf(minutes));
const instants = fc
  .tuple(dates, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([date, milliseconds]) => written(Instant.from(`${date}T00:00Z`).add({ milliseconds })));
const offsets = { 'Asia/Jakarta': '+07:00', 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' };
const inZones = fc.constantFrom(...zones);

const two = (value: number): string => String(value).padStart(2, '0');
const clockOf = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const written = (instant: Temporal.Instant): string =>
  instant.toString({ fractionalSecondDigits: 3 });

/** Undefined where it throws. */
function answerOf<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function holds<A, B>(
  [one, other]: readonly [fc.Arbitrary<A>, fc.Arbitrary<B>],
  law: (one: A, other: B) => void,
): void {
  const property = fc.property(one, other, (...given) => void law(...given));
  fc.assert(property, { numRuns: 2_000 });
}

describe('as Temporal says:', () => {
  it('days later and earlier, and the day of the week', () =>
    holds([dates, days], (date, count) => {
      const later = PlainDate.from(date).add({ days: count });
      expect(addDays(date, count)).toBe(later.toString());
      const { dayOfWeek } = later;
      expect(weekday(later.toString())).toBe(dayOfWeek);
      expect(isSunday(later.toString())).toBe(dayOfWeek === 7);
      expect(isWeekend(later.toString())).toBe(dayOfWeek > 5);
    }));

  it('days between', () =>
    holds([dates, dates], (start, end) =>
      expect(daysBetween(start, end)).toBe(
        PlainDate.from(start).until(end, { largestUnit: 'day' }).days,
      ),
    ));

  it('months later and earlier', () =>
    holds([dates, fc.integer({ min: -600, max: 600 })], (date, months) =>
      expect(addMonths(date.slice(0, 7), months)).toBe(
        PlainYearMonth.from(date.slice(0, 7)).add({ months }).toString(),
      ),
    ));

  it('what the calendar and the clock on the wall show, and when they show it', () =>
    holds([inZones, instants], (zone, instant) => {
      const wall = Instant.from(instant).toZonedDateTimeISO(offsets[zone]);
      expect(localDate(zone, instant)).toBe(wall.toPlainDate().toString());
      expect(localTime(zone, instant)).toBe(wall.toPlainTime().toString().slice(0, 5));
    }));

  it.each(zones)('the moment of a day and time in %s', (zone) =>
    holds([dates, clocks], (date, time) =>
      expect(instantAt(zone, date, time)).toBe(
        written(Instant.from(`${date}T${time}:00${offsets[zone]}`)),
      ),
    ),
  );

  it('moments later and earlier, by milliseconds and by seconds', () =>
    holds([instants, fc.integer({ min: -1e12, max: 1e12 })], (instant, milliseconds) => {
      const later = (by: number) => written(Instant.from(instant).add({ milliseconds: by }));
      expect(addMilliseconds(instant, milliseconds)).toBe(later(milliseconds));
      const seconds = Math.trunc(milliseconds / 1_000);
      expect(addSeconds(instant, seconds)).toBe(later(1_000 * seconds));
    }));

  it('seconds between', () =>
    holds([instants, instants], (start, end) =>
      expect(secondsBetween(start, end)).toBe(
        Instant.from(start).until(end).total('millisecond') / 1_000,
      ),
    ));
});

/** Some of these days, months, times and offsets there are not. */
const number = (min: number, max: number) => fc.integer({ min, max }).map(two);
const days31 = fc
  .tuple(number(1900, 2200), number(0, 13), number(0, 32))
  .map((all) => all.join('-'));
const times61 = fc.tuple(number(0, 24), number(0, 60), number(0, 61)).map((all) => all.join(':'));
const fractions = fc.constantFrom('', '.5', '.123', '.999999999', '.1234567890', '.');
const endings = fc.constantFrom('Z', '', '+07:00', '-0330', '+23:59', '+24:00', '-00:60', '+7');

describe('as Temporal refuses and takes:', () => {
  test('days and months', () =>
    holds([days31, days], (date, count) => {
      const day = answerOf(() => PlainDate.from(date, { overflow: 'reject' }));
      expect(isDate(date)).toBe(day !== undefined);
      expect(isMonth(date.slice(0, 7))).toBe(
        answerOf(() => PlainYearMonth.from(date.slice(0, 7))) !== undefined,
      );
      expect(answerOf(() => addDays(date, count))).toBe(day?.add({ days: count }).toString());
      expect(answerOf(() => weekday(date))).toBe(day?.dayOfWeek);
      expect(answerOf(() => daysBetween(date, '2026-11-16'))).toBe(
        day?.until('2026-11-16', { largestUnit: 'day' }).days,
      );
    }));

  test('times with their offset', () =>
    holds(
      [fc.tuple(days31, times61), fc.tuple(fractions, endings)],
      ([date, time], [fraction, ending]) => {
        const text = `${date}T${time}${fraction}${ending}`;
        const instant = answerOf(() => written(Instant.from(text)));
        expect(instantIn(text) ?? undefined).toBe(instant);
        expect(answerOf(() => addMilliseconds(text, 0))).toBe(instant);
        expect(answerOf(() => secondsBetween(text, text))).toBe(
          instant === undefined ? undefined : 0,
        );
        expect(answerOf(() => localDate('Asia/Jakarta', text)) === undefined).toBe(!instant);
      },
    ));

  test.each([
    ['2026-11-31', () => addDays('2026-11-31', 1)],
    ['no date at all', () => weekday('')],
    ['half a day', () => addDays('2026-11-16', 0.5)],
    ['half a millisecond', () => addMilliseconds('2026-11-16T00:00:00.000Z', 0.5)],
    ['a time without its offset', () => secondsBetween('2026-11-16T09:00:00', '')],
    ['25:00', () => instantAt('Asia/Jakarta', '2026-11-16', '25:00')],
  ])('%s is a RangeError', (_, ask) => expect(ask).toThrow(RangeError));

  test('no day after 9999 or before the year 0', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(addDays('0000-01-02', -1)).toBe('0000-01-01');
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
  });
});
