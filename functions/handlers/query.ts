import { type CalendarDate, isDate, localDate } from '#domain/calendar/dates';
import { type Problem, problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';
import { clock } from '#handlers/wiring';

/** The day that a call asks for with `?date=`; without it today in Jakarta. */
export function dayIn({ date }: Readonly<Record<string, string | undefined>>): CalendarDate {
  if (!date) return localDate('Asia/Jakarta', clock.now());
  if (isDate(date)) return date;
  throw inQuery('date', date, problem('not-a-date'));
}

/** What a query says that it may not. */
export const inQuery = (path: string, text: string | undefined, found: Problem): Refused =>
  refused('invalid', {
    path,
    ...(text === undefined ? {} : { value: JSON.stringify(text) }),
    ...found,
  });
