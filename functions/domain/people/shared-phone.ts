import type { CalendarDate, Instant } from '#domain/calendar/dates';
import { stopsNothing } from '#domain/people/correction';
import type { Worker } from '#domain/people/worker';

/** Those whom a stop of their phone still stops: one that lasts as long or longer stays. */
export const toStop = (
  sharing: readonly Worker[],
  until: CalendarDate | null,
  at: Instant,
): readonly Worker[] =>
  sharing
    .filter(({ stopped }) => stopped === null || isShorter(stopped.until, until))
    .filter((worker) => stopsNothing(until, worker, at) === null);

const isShorter = (stopped: CalendarDate | null, until: CalendarDate | null): boolean =>
  stopped !== null && (until === null || stopped < until);
