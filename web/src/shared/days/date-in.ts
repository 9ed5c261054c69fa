import { isDate } from '#domain/calendar/dates';

/**
 * The date or month that somebody wrote: `16/11/2026`, `16 Nov 2026`, `2026-11-16`. Null where it
 * is none: the American order and years of two figures are not guessed at.
 */
export function dateIn(text: string, of: 'day' | 'month'): string | null {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s/.,-]+/);
  if (parts.length !== (of === 'day' ? 3 : 2)) return null;
  const isYearFirst = /^\d{4}$/.test(parts[0] ?? '');
  const [year, month = '', day = '1'] = isYearFirst ? parts : parts.reverse();
  const date = `${year}-${monthIn(month)}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return null;
  return of === 'day' ? date : date.slice(0, 7);
}

const namesIn = (locale: string): readonly string[] => {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2026, month)).toLowerCase());
};

const names = [...namesIn('id-ID'), ...namesIn('en-GB')];

/** In figures, or a name's first three letters or more. */
const monthIn = (word: string): string =>
  /^\d/.test(word) || word.length < 3
    ? word.padStart(2, '0')
    : String((names.findIndex((name) => name.startsWith(word)) % 12) + 1).padStart(2, '0');
