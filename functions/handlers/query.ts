import { type CalendarDate, isDate, isMonth, localDate, type Month } from '#domain/calendar/dates';
import { type Problem, problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';
import { clock } from '#handlers/wiring';

/** The day that a call asks for with `?date=`; without it today in Jakarta. */
export function dayIn({ date }: Readonly<Record<string, string | undefined>>): CalendarDate {
  return date ? dateIn('date', date) : localDate('Asia/Jakarta', clock.now());
}

export function dateIn(path: string, text: string): CalendarDate {
  if (isDate(text)) return text;
  throw inQuery(path, text, problem('not-a-date'));
}

export function monthIn(path: string, text: string | undefined): Month {
  if (text && isMonth(text)) return text;
  throw inQuery(path, text, problem('not-a-month'));
}

export function oneOf<C extends string>(
  choices: readonly C[],
  path: string,
  text: string | undefined,
): C {
  const known = choices.find((choice) => choice === text);
  if (known) return known;
  throw inQuery(path, text, problem('not-one-of', { choices }));
}

/** Refuses a value of the query, the path or the headers. */
export const inQuery = (path: string, text: string | undefined, found: Problem): Refused =>
  refused('invalid', {
    path,
    ...(text === undefined ? {} : { value: JSON.stringify(text) }),
    ...found,
  });
