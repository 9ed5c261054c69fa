import { dateOfDay, dayNumber, digits } from '#domain/calendar/days';

export const dayMilliseconds = 86_400_000;

/** Since 1970, of a time with its offset; null where there is no such time. */
export function millisecondsOf(text: string): number | null {
  const [, date = '', hour, minute, second = 0, fraction = '', sign, hours = 0, minutes = 0] =
    written.exec(text) ?? [];
  const day = dayNumber(date);
  if (day === null) return null;
  const ahead = 60_000 * (60 * Number(hours) + Number(minutes));
  // A leap second reads as the second before it.
  const seconds = 60 * (60 * Number(hour) + Number(minute)) + Math.min(Number(second), 59);
  const milliseconds = 1_000 * seconds + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return day * dayMilliseconds + milliseconds + (sign === '-' ? ahead : -ahead);
}

/** As `Date.toISOString()` writes it. Throws for a fraction of a millisecond. */
export function instantOf(milliseconds: number): string {
  if (!Number.isInteger(milliseconds))
    throw new RangeError(`${milliseconds} are not whole milliseconds`);
  const day = Math.floor(milliseconds / dayMilliseconds);
  const rest = milliseconds - day * dayMilliseconds;
  const part = (unit: number, most: number) => digits(Math.floor(rest / unit) % most);
  const time = `${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1_000, 60)}`;
  return `${dateOfDay(day)}T${time}.${digits(rest % 1_000, 3)}Z`;
}

const written =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))$/;
