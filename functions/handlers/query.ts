import { type CalendarDate, isDate, localDate } from '#domain/calendar/dates';
import { Refused } from '#domain/refused';
import { clock } from '#handlers/wiring';

/** The day that a call asks for with `?date=`; without it today in Jakarta. */
export function dayIn({ date }: Readonly<Record<string, string | undefined>>): CalendarDate {
  if (!date) return localDate('Asia/Jakarta', clock.now());
  if (isDate(date)) return date;
  throw new Refused('invalid', `date=${date} is not a date such as 2026-11-16`, {
    date: 'is not a date such as 2026-11-16',
  });
}
