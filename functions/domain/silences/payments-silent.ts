import {
  addDays,
  addSeconds,
  type CalendarDate,
  type Instant,
  instantAt,
  localDate,
} from '#domain/calendar/dates';
import { type Calendar, isWorkingDay } from '#domain/calendar/holidays';

/** Most people are in this zone, and payments are listed by its days. */
export const paymentZone = 'Asia/Jakarta';

type Span = Readonly<{ from: Instant; to: Instant }>;

/** 08:00 to 20:00 up to the last full hour; null under four. `last`: today's latest payment. */
export function silentHours(
  { now, last }: Readonly<{ now: Instant; last: Instant | null }>,
  calendar: Calendar,
): Span | null {
  const today = localDate(paymentZone, now);
  const [opens, closes] = ['08:00', '20:00'].map((time) => instantAt(paymentZone, today, time));
  if (!opens || !closes || !isWorkingDay(today, calendar) || now >= closes) return null;
  const from = last && last > opens ? last : opens;
  const to = `${now.slice(0, 13)}:00:00.000Z`;
  return addSeconds(from, 4 * 3_600) <= to ? { from, to } : null;
}

/** The same hours of the working days among the 28 before, the latest first. */
export function* sameHoursBefore({ from, to }: Span, calendar: Calendar): Generator<Span> {
  for (let days = 1; days <= 28; days++)
    if (isWorkingDay(dayBefore(to, days), calendar))
      yield { from: earlier(from, days), to: earlier(to, days) };
}

/**
 * Whether these hours should have brought payments: on all but two of the days before they brought
 * eight or more. With eight expected none at all is chance once in 3,000 (e⁻⁸), and two days may
 * have been outages. A stage whose payments are few, or come once a day in a file, is never silent.
 */
export const wereBusy = (payments: readonly number[]): boolean =>
  payments.filter((count) => count < 8).length <= 2;

const dayBefore = (at: Instant, days: number): CalendarDate =>
  addDays(localDate(paymentZone, at), -days);
const earlier = (at: Instant, days: number): Instant => addSeconds(at, -days * 86_400);
