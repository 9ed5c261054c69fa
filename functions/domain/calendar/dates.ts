import { Temporal } from 'temporal-polyfill';
import type { Zone } from '#domain/calendar/provinces';

/** `YYYY-MM-DD`, a day on somebody's calendar. Compare with `<`. */
export type CalendarDate = string;
/** `YYYY-MM`. Compare with `<`. */
export type Month = string;
/** A moment as `Date.toISOString()` writes it: UTC, milliseconds, `Z`. Compare with `<`. */
export type Instant = string;

export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  isMonth(monthOf(text)) &&
  dayOf(text) >= 1 &&
  dayOf(text) <= daysInMonth(monthOf(text));

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (date: CalendarDate): Month => date.slice(0, 7);

export const firstDay = (month: Month): CalendarDate => `${month}-01`;

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Days from `start` to `end`; negative where `end` is earlier. */
export const daysBetween = (start: CalendarDate, end: CalendarDate): number =>
  Temporal.PlainDate.from(start).until(end, { largestUnit: 'day' }).days;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: CalendarDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const isSunday = (date: CalendarDate): boolean => weekday(date) === 7;

export const isWeekend = (date: CalendarDate): boolean => weekday(date) >= 6;

/** Plain arithmetic, not Temporal: it is called several times for every worker. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** All months from the first to the last, both included; none where the last is earlier. */
export function monthRange(from: Month, to: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** What the calendar on the wall says in this zone. */
export const localDate = (zone: Zone, instant: Instant): CalendarDate =>
  onTheWall(zone, instant).slice(0, 10);

/** What the clock on the wall says in this zone: `HH:MM`. */
export const localTime = (zone: Zone, instant: Instant): string =>
  onTheWall(zone, instant).slice(11, 16);

/** A time with its offset from UTC, such as `2026-11-11T09:30:00+07:00`; null where there is no such time. */
export function instantIn(text: string): Instant | null {
  try {
    return toInstant(Temporal.Instant.from(text));
  } catch {
    return null;
  }
}

/** The moment at which the clock in this zone shows `time` (`HH:MM`) on `date`. */
export const instantAt = (zone: Zone, date: CalendarDate, time: string): Instant =>
  toInstant(
    Temporal.Instant.from(`${date}T${time}:00Z`).subtract({ hours: hoursAheadOfUtc[zone] }),
  );

/** Whole milliseconds: Temporal takes no fraction of one. */
export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  toInstant(Temporal.Instant.from(instant).add({ milliseconds }));

export const addSeconds = (instant: Instant, seconds: number): Instant =>
  addMilliseconds(instant, seconds * 1000);

/** Seconds from `start` to `end`, with their fraction; negative where `end` is earlier. */
export const secondsBetween = (start: Instant, end: Instant): number =>
  (Temporal.Instant.from(end).epochMilliseconds - Temporal.Instant.from(start).epochMilliseconds) /
  1000;

/** Indonesia has no daylight saving and has not moved a zone since 1988. A test holds this against the tz database. */
const hoursAheadOfUtc = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
} as const satisfies Record<Zone, number>;

const onTheWall = (zone: Zone, instant: Instant): string =>
  Temporal.Instant.from(instant).add({ hours: hoursAheadOfUtc[zone] }).toString();

const toInstant = (instant: Temporal.Instant): Instant =>
  instant.toString({ fractionalSecondDigits: 3 });

const dayOf = (date: CalendarDate): number => Number(date.slice(8, 10));

const daysInMonth = (month: Month): number => Temporal.PlainYearMonth.from(month).daysInMonth;
