import type { CalendarDate, Month } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { isDeadNumber } from '#domain/people/phone';
import { type Language, type Sector, type Worker, zoneOfWorker } from '#domain/people/worker';

/** What decides whom a step texts. Counted, so that a preview need not read every worker. */
export type Segment = Readonly<{
  coveredThrough: Month;
  zone: Zone;
  language: Language;
  sector: Sector;
  heldOut: boolean;
  /** A day: stopped until then. */
  reach: 'text' | 'no-phone' | 'dead-number' | 'stopped' | CalendarDate;
}>;

export function segmentOf(worker: Worker): Segment {
  const { coveredThrough, language, sector, cycle } = worker;
  return {
    coveredThrough,
    zone: zoneOfWorker(worker),
    language,
    sector,
    heldOut: cycle.heldOut,
    reach: reachOf(worker),
  };
}

function reachOf(worker: Worker): Segment['reach'] {
  const { phone, stopped } = worker;
  if (stopped) return stopped.until ?? 'stopped';
  if (phone === null) return 'no-phone';
  return isDeadNumber(worker) ? 'dead-number' : 'text';
}
