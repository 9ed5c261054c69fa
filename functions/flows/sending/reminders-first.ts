import pMap from 'p-map';
import { addDays, localDate } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import type { Plan } from '#domain/plan/plan';
import type { Slice } from '#domain/sending/slice';
import { remindersAreLeaving } from '#domain/sending/turn';
import type { Clock } from '#flows/ports';
import type { SliceStore } from '#flows/sending/slice-store';

type Ports = Readonly<{ slices: Pick<SliceStore, 'list'>; clock: Clock }>;

/** All zones share one rate limit. A reminder has its day, a confirmation can wait. */
export async function remindersGoFirst(
  { slices, clock }: Ports,
  { catchUpDays }: Pick<Plan, 'catchUpDays'>,
): Promise<boolean> {
  const now = clock.now();
  const listed = await slicesOfDays(slices, now, catchUpDays);
  return remindersAreLeaving(listed, now);
}

/** Of today and of so many days before, in all zones. */
export async function slicesOfDays(
  slices: Pick<SliceStore, 'list'>,
  now: string,
  daysBefore: number,
): Promise<readonly Slice[]> {
  const days = zones.flatMap((zone) =>
    Array.from({ length: daysBefore + 1 }, (_, ago) => ({
      zone,
      date: addDays(localDate(zone, now), -ago),
    })),
  );
  return (await pMap(days, ({ zone, date }) => slices.list(zone, date))).flat();
}
