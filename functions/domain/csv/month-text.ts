import { firstDay, isDate, isMonth, type Month, monthOf } from '#domain/calendar/dates';

/**
 * `2026-10`, `10/2026`, `Okt-26`, `Oktober 2026`, and `2026-10-01`, which Excel makes of `2026-10`.
 * Null for others: 01/10/2026 would be a guess, and a day does not say that its month is paid.
 */
export function monthIn(text: string): Month | null {
  return byDay(text) ?? byNumbers(text) ?? byName(text);
}

/** 1 to 12 for a name in Indonesian or English, full or as Excel shortens it. */
const monthNumber = (name: string): number =>
  names.findIndex((each) => each.includes(name.toLowerCase())) + 1;

const names: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february', 'peb', 'pebruari'],
  ['mar', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'ags', 'agust', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november', 'nop', 'nopember'],
  ['des', 'desember', 'dec', 'december'],
];

function byDay(text: string): Month | null {
  const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text) ?? [];
  return isDate(day) && day === firstDay(monthOf(day)) ? monthOf(day) : null;
}

function byNumbers(text: string): Month | null {
  const [, year, month, monthFirst, yearLast] =
    /^(?:(20\d{2})[-/](\d{1,2})|(\d{1,2})[-/](20\d{2}))$/.exec(text) ?? [];
  return monthOfYear(year ?? yearLast, month ?? monthFirst);
}

function byName(text: string): Month | null {
  const [, name = '', year] = /^([a-z]{3,9})\.?[-/ ]'?((?:20)?\d{2})$/i.exec(text) ?? [];
  return monthOfYear(year?.padStart(4, '20'), String(monthNumber(name)));
}

function monthOfYear(year = '', month = ''): Month | null {
  const value = `${year}-${month.padStart(2, '0')}`;
  return isMonth(value) ? value : null;
}
