import pMap from 'p-map';
import { addDays, type Instant, localDate } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import type { Plan } from '#domain/plan/plan';
import type { Slice } from '#domain/sending/slice';
import { isLeaving } from '#domain/sending/turn';
import type { Clock } from '#flows/ports';
import type { SliceStore } from '#flows/sending/slice-store';

type Ports = Readonly<{ slices: Pick<SliceStore, 'anyReminder'>; clock: Clock }>;

/**
 * All zones share one rate limit. A reminder has its day, a confirmation can wait. On a busy day
 * this is answered by today, so earlier days are asked one after another.
 */
export async function remindersGoFirst(
  { slices, clock }: Ports,
  { catchUpDays }: Pick<Plan, 'catchUpDays'>,
): Promise<boolean> {
  const now = clock.now();
  for (let ago = 0; ago <= catchUpDays; ago++) {
    const asked = await pMap(daysAgo(now, ago), ({ zone, date }) =>
      slices.anyReminder(zone, date, (turn) => isLeaving(turn, now)),
    );
    if (asked.includes(true)) return true;
  }
  return false;
}

/** Of today and of so many days before, in all zones. */
export async function slicesOfDays(
  slices: Pick<SliceStore, 'list'>,
  now: Instant,
  daysBefore: number,
): Promise<readonly Slice[]> {
  const days = Array.from({ length: daysBefore + 1 }, (_, ago) => daysAgo(now, ago)).flat();
  return (await pMap(days, ({ zone, date }) => slices.list(zone, date))).flat();
}

const daysAgo = (now: Instant, ago: number) =>
  zones.map((zone) => ({ zone, date: addDays(localDate(zone, now), -ago) }));
