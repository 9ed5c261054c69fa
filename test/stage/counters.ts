import pMap from 'p-map';
import type { Database } from '#aws/database';
import { countStore } from '#aws/renewals/count-store';
import { monthRange } from '#domain/calendar/dates';
import { type CounterItem, dimensions } from '#domain/renewals/counting/counts';

/** All counters there can be of a test's workers, live and kept. A few at a time: a machine that is busy opens no hundred connections within a second. */
export async function countersIn(database: Database): Promise<readonly CounterItem[]> {
  const store = countStore(database);
  const places = monthRange('2026-08', '2027-03').flatMap((month) =>
    dimensions.map((dimension) => [month, dimension] as const),
  );
  const cohorts = await pMap(places, ([month, dimension]) => store.cohort(month, dimension), {
    concurrency: 2,
  });
  return [...cohorts.flat(), ...(await store.members())];
}
