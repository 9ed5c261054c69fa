import { dateOfDay, dayNumber } from '#domain/calendar/days';
import { dayMilliseconds, instantOf, millisecondsOf } from '#domain/calendar/instants';
import type { Zone } from '#domain/calendar/zones';

/** `YYYY-MM-DD`, a local day. Compare with `<`. */
export type CalendarDate = string;
/** `YYYY-MM`. Compare with `<`. */
export type Month = string;
/** A moment as `Date.toISOString()` writes it: UTC, milliseconds, `Z`. Compare with `<`. */
export type Instant = string;

export const isDate = (text: string): boolean => dayNumber(text) !== null;

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (date: CalendarDate): Month => date.slice(0, 7);

export const firstDay = (month: Month): CalendarDate => `${month}-01`;

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOfDay(dayOf(date) + days);

/** Negative where `end` is earlier. */
export const daysBetween = (start: CalendarDate, end: CalendarDate): number =>
  dayOf(end) - dayOf(start);

/** Monday is 1, Sunday 7. */
export const weekday = (date: CalendarDate): number =>
  // Day 0, 1 January 1970, was a Thursday.
  ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;

export const isSunday = (date: CalendarDate): boolean => weekday(date) === 7;

export const isWeekend = (date: CalendarDate): boolean => weekday(date) >= 6;

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Both months included; empty where `to` is earlier. */
export function monthRange(from: Month, to: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export const localDate = (zone: Zone, instant: Instant): CalendarDate =>
  dateOfDay(Math.floor(onTheWall(zone, instant) / dayMilliseconds));

/** `HH:MM`. */
export const localTime = (zone: Zone, instant: Instant): string =>
  instantOf(onTheWall(zone, instant)).slice(11, 16);

/** Of a time with its offset, `2026-11-11T09:30:00+07:00`; null where there is no such time. */
export function instantIn(text: string): Instant | null {
  try {
    return addMilliseconds(text, 0);
  } catch {
    return null;
  }
}

export const instantAt = (zone: Zone, date: CalendarDate, time: string): Instant =>
  addMilliseconds(`${date}T${time}:00Z`, -millisecondsAhead(zone));

export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  instantOf(sinceEpoch(instant) + milliseconds);

export const addSeconds = (instant: Instant, seconds: number): Instant =>
  addMilliseconds(instant, seconds * 1000);

/** With their fraction; negative where `end` is earlier. */
export const secondsBetween = (start: Instant, end: Instant): number =>
  (sinceEpoch(end) - sinceEpoch(start)) / 1000;

/** Indonesia has no daylight saving and has moved no zone since 1988; a test holds it. */
const hoursAheadOfUtc = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
} as const satisfies Record<Zone, number>;

const millisecondsAhead = (zone: Zone): number => hoursAheadOfUtc[zone] * 3_600_000;

const onTheWall = (zone: Zone, instant: Instant): number =>
  sinceEpoch(instant) + millisecondsAhead(zone);

const sinceEpoch = (instant: Instant): number => known(millisecondsOf(instant), instant);

const dayOf = (date: CalendarDate): number => known(dayNumber(date), date);

function known(value: number | null, text: string): number {
  if (value === null) throw new RangeError(`"${text}" is not in the calendar`);
  return value;
}
