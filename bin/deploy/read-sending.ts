import type { Database } from '#aws/database';
import { planStore } from '#aws/plan/plan-store';
import { sliceStore } from '#aws/sending/slice-store';
import { addDays, type Instant, localDate } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import type { Sending } from './sending.ts';

/** From the table, since the API may be what has to be repaired. Null before the first plan. */
export async function readSending(database: Database, now: Instant): Promise<Sending | null> {
  const current = await planStore(database).current();
  if (!current) return null;
  const { plan } = current;
  const daysBack = Array.from({ length: plan.catchUpDays + 1 }, (_, days) => days);
  const lists = zones.flatMap((zone) =>
    daysBack.map((days) => sliceStore(database).list(zone, addDays(localDate(zone, now), -days))),
  );
  return { now, plan, slices: (await Promise.all(lists)).flat() };
}
