import pMap from 'p-map';
import type { Database } from '#aws/database';
import { countStore } from '#aws/renewals/count-store';
import { type CounterItem, dimensions } from '#domain/renewals/counting/counter';
import { receiptsIn } from '../unit/flows/renewals/any-year-counted.ts';

/**
 * All counters there can be of a test's workers, live and kept. A few at a time: a machine that is
 * busy opens no hundred connections within a second.
 */
export async function countersIn(database: Database): Promise<readonly CounterItem[]> {
  const store = countStore(database);
  const span = { from: '2026-08', to: '2027-03' } as const;
  const cohorts = await pMap(dimensions, (dimension) => store.cohorts(span, dimension), {
    concurrency: 2,
  });
  return [...cohorts.flat(), ...(await store.members()), ...(await receiptsIn(store, span))];
}
