import { localDate, localTime } from '#domain/calendar/dates';
import { abbreviationOf, type Zone } from '#domain/calendar/zones';
import { dialled } from '#domain/people/call-list/dialled';

export type Formats = ReturnType<typeof formatsOf>;

const locales = { id: 'id-ID', en: 'en-GB' } as const;

const none = '–';

/** A calendar date has no zone: it is formatted as that UTC day. */
function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

/** A half-typed date is shown as typed. */
function said(format: Intl.DateTimeFormat, date: string, text = date): string {
  const at = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? text : format.format(at);
}

/** With a true minus, and none before what rounds to nothing. */
function numbers(locale: string, options: Intl.NumberFormatOptions) {
  const { format } = new Intl.NumberFormat(locale, { ...options, signDisplay: 'negative' });
  return { format: (value: number): string => format(value).replace('-', '−') };
}

function formatsOf(language: keyof typeof locales) {
  const locale = locales[language];
  const whole = numbers(locale, { maximumFractionDigits: 0 });
  const tenths = numbers(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const large = numbers(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const share = numbers(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const wholeShare = numbers(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = dates(locale, { dateStyle: 'long' });
  const dayOfWeek = dates(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const dayOfYear = dates(locale, { weekday: 'long', day: 'numeric', month: 'short' });
  const shortDay = dates(locale, { dateStyle: 'medium' });
  const month = dates(locale, { month: 'long', year: 'numeric' });
  const shortMonth = dates(locale, { month: 'short', year: 'numeric' });
  const clock = (hoursAndMinutes: string): string =>
    language === 'id' ? hoursAndMinutes.replace(':', '.') : hoursAndMinutes;
  const time = (instant: string, zone: Zone): string => clock(localTime(zone, instant));
  const momentOn = (days: Intl.DateTimeFormat, instant: string, zone: Zone): string =>
    `${said(days, localDate(zone, instant))}, ${time(instant, zone)} ${abbreviationOf(zone)}`;
  return {
    locale,
    number: (value: number | null): string => (value === null ? none : whole.format(value)),
    /** From a million on `21,6 juta`, where there is little room. */
    shortNumber: (value: number): string => (value < 1e6 ? whole : large).format(value),
    /** With one decimal place: percentage points, averages. */
    decimal: (value: number | null): string => (value === null ? none : tenths.format(value)),
    /** Of a fraction: 0.61 is `61,0%`. */
    percent: (fraction: number | null): string =>
      fraction === null ? none : share.format(fraction),
    /** `61%`, for the axes of charts. */
    wholePercent: (fraction: number): string => wholeShare.format(fraction),
    rupiah: (value: number | null): string =>
      value === null
        ? none
        : `${Math.round(value) < 0 ? '−' : ''}Rp${whole.format(Math.abs(Math.round(value)))}`,
    /** A difference: `+3` or `−3`; what rounds to nothing has no sign. */
    signed: (write: (value: number) => string, value: number): string =>
      `${value > 0 && write(value) !== write(0) ? '+' : ''}${write(value)}`,
    /** From a billion on `Rp91,0 miliar`, never in two lines, where a figure has little room. */
    shortRupiah: (value: number): string => {
      const size = Math.abs(value);
      const written = size < 1e9 ? whole.format(size) : large.format(size);
      return `${value < 0 ? '−' : ''}Rp${written.replaceAll(' ', '\u00a0')}`;
    },
    /** `2026-11-16` → `16 November 2026`. */
    date: (date: string | null): string => (date === null ? none : said(day, date)),
    /** `2026-11-16` → `16 Nov 2026`, for columns. */
    shortDate: (date: string | null): string => (date === null ? none : said(shortDay, date)),
    /** `2026-11-16` → `Senin, 16 November 2026`. */
    weekday: (date: string): string => said(dayOfWeek, date),
    /** `2026-11-16` → `Senin, 16 Nov`. */
    weekdayAndDay: (date: string): string => said(dayOfYear, date),
    /** `2026-11` → `November 2026`. */
    month: (value: string | null): string =>
      value === null ? none : said(month, `${value}-01`, value),
    /** `2026-11` → `Nov 2026`, below charts. */
    shortMonth: (value: string): string => said(shortMonth, `${value}-01`, value),
    phone: dialled,
    /** A moment in its zone: `11 Nov 2026, 09.00 WIB`. */
    moment: (instant: string | null, zone: Zone = 'Asia/Jakarta'): string =>
      instant === null ? none : momentOn(shortDay, instant, zone),
    /** With the full month: `11 November 2026, 09.00 WIB`. */
    longMoment: (instant: string, zone: Zone = 'Asia/Jakarta'): string =>
      momentOn(day, instant, zone),
    /** The time in this zone at that moment: `09.00`. */
    time,
    /** `09:00` of a plan or a run → `09.00`. */
    clock,
  };
}

/** Write `Rp16.800`, `61,0%`, `16 November 2026`. Null is a dash everywhere. */
export const formats = { id: formatsOf('id'), en: formatsOf('en') } as const;
