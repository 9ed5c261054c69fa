import { type CalendarDate, isDate, type Month } from '#domain/calendar/dates';
import type { Reading } from '#domain/csv/column';
import { monthIn } from '#domain/csv/month-text';
import { problem } from '#domain/problem';

/** Whole rupiah: `1000000`, `1.000.000`, `1,000,000`, `Rp 1.000.000,-`. NaN for other texts. */
export function rupiahIn(text: string): number {
  const amount =
    /^(?:rp\.? ?)?(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,](?:00?|-))?$/i.exec(text)?.[1];
  return Number(amount?.replace(/[.,]/g, ''));
}

export function orNothing<T>(
  read: (text: string) => Reading<T>,
): (text: string) => Reading<T | null> {
  return (text) => (text === '' ? { value: null } : read(text));
}

export function readMonth(text: string): Reading<Month> {
  const value = monthIn(text);
  return value ? { value } : problem('month-none');
}

/** `2026-11-16` or, day first as Indonesians write it, `16/11/2026`. */
export function readDate(text: string): Reading<CalendarDate> {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  const value = day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isDate(value) ? { value } : problem('date-none');
}

export function oneOf<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): (text: string) => Reading<T> {
  const values = Object.keys(words) as T[];
  const simplified = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, ' ');
  const valueByWord = new Map(
    values.flatMap((value) => [value, ...words[value]].map((word) => [word, value] as const)),
  );
  const choices = values.map((value) => [value, ...words[value].slice(0, 1)].join('/'));
  return (text) => {
    const value = valueByWord.get(simplified(text));
    if (value) return { value };
    return problem(text === '' ? 'choice-empty' : 'choice-unknown', { choices });
  };
}
