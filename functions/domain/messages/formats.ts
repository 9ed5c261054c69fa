import { type CalendarDate, type Month, monthOf } from '#domain/calendar/dates';
import type { Language } from '#domain/people/worker';

/** `Nov 2026`, `Okt-Des 2026`, `Des 2026-Feb 2027`: consecutive months in few characters. */
export function formatMonths(months: readonly Month[], language: Language): string {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return '';
  const [from, to] = [shortName(first, language), shortName(last, language)];
  if (first === last) return `${to} ${yearOf(last)}`;
  return yearOf(first) === yearOf(last)
    ? `${from}-${to} ${yearOf(last)}`
    : `${from} ${yearOf(first)}-${to} ${yearOf(last)}`;
}

/** `16 November`. A text names no day more than four months off, so it saves the year. */
export const formatDay = (date: CalendarDate, language: Language): string =>
  `${Number(date.slice(8))} ${nameOf(monthOf(date), language)}`;

/** `Rp8.400`, as Indonesians write it: no space, a dot between thousands, no cents. */
export const formatRupiah = (amount: number): string => `Rp${whole.format(amount)}`;

const whole = new Intl.NumberFormat('id-ID');

const indonesian =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );
const english =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** In Javanese and Sundanese the civil months have their Indonesian names. */
const names = {
  id: indonesian,
  jv: indonesian,
  su: indonesian,
  en: english,
} as const satisfies Record<Language, readonly string[]>;

const nameOf = (month: Month, language: Language): string =>
  names[language][Number(month.slice(5)) - 1] ?? month;

/** In official Indonesian, too, the first three letters: Agustus is Agu. */
const shortName = (month: Month, language: Language): string => nameOf(month, language).slice(0, 3);

const yearOf = (month: Month): string => month.slice(0, 4);
