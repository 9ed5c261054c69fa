/** 0 is 1970-01-01. `days_from_civil` (Howard Hinnant): a year begins in March, leap day last. */
export function dayNumber(date: string): number | null {
  if (!written.test(date)) return null;
  const year = 100 * twoDigits(date, 0) + twoDigits(date, 2);
  const month = twoDigits(date, 5);
  const number = numberOf(year, month, twoDigits(date, 8));
  return number < numberOf(year, month + 1, 1) ? number : null;
}

/** The inverse. Throws for a fraction of a day and outside of the years 0000 to 9999. */
export function dateOfDay(number: number): string {
  if (!Number.isInteger(number) || number < firstDay || number > lastDay)
    throw new RangeError(`Day ${number} since 1970 is not a day of the years 0000 to 9999`);
  const era = Math.floor((number - marchOfYear0) / daysInEra);
  const dayOfEra = number - marchOfYear0 - era * daysInEra;
  const yearOfEra = yearAt(dayOfEra);
  const dayOfYear = dayOfEra - daysBeforeYear(yearOfEra);
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const year = 400 * era + yearOfEra + (month < 10 ? 0 : 1);
  const day = dayOfYear - daysBeforeMonth(month) + 1;
  return `${digits(year, 4)}-${digits(month < 10 ? month + 3 : month - 9)}-${digits(day)}`;
}

export const digits = (value: number, width = 2): string => String(value).padStart(width, '0');

const written = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const zero = '0'.charCodeAt(0);

/** Each text, each round and each preview reckon many days: half the time of `Number(slice)`. */
const twoDigits = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - zero) + text.charCodeAt(at + 1) - zero;

const numberOf = (year: number, month: number, day: number): number =>
  marchOfYear0 +
  daysBeforeYear(month > 2 ? year : year - 1) +
  daysBeforeMonth((month + 9) % 12) +
  day -
  1;

const daysBeforeYear = (year: number): number =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/** March is 0: 153 days are five months of 31, 30, 31, 30 and 31. */
const daysBeforeMonth = (month: number): number => Math.floor((153 * month + 2) / 5);

function yearAt(dayOfEra: number): number {
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  return Math.floor((dayOfEra - leapDays) / 365);
}

/** An era is 400 years. */
const daysInEra = 146_097;
const marchOfYear0 = -719_468;
const firstDay = numberOf(0, 1, 1);
const lastDay = numberOf(9999, 12, 31);
