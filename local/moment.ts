import { Temporal } from 'temporal-polyfill';
import { Refused } from '#domain/refused';

/** Milliseconds since 1970 of an instant that says its offset: `2026-11-08T08:00+07:00`. */
export function parseInstant(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new Refused(
      'invalid',
      `"${text}" is not a moment with its offset, such as 2026-11-08T08:00+07:00.`,
    );
  }
}

/** `instant`, in ms since 1970, and a duration such as P3D later. */
export function addDuration(instant: number, duration: string): number {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC').add(duration)
      .epochMilliseconds;
  } catch {
    throw new Refused('invalid', `"${duration}" is not a duration such as P3D or PT2H.`);
  }
}
