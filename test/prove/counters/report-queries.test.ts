import { expect, it } from 'vitest';
import { countStore } from '#aws/renewals/count-store';
import { addMonths, type Month, monthRange } from '#domain/calendar/dates';
import type { Dimension } from '#domain/renewals/counting/counter';
import { members, type RenewalPorts, renewals } from '#flows/renewals/show-renewals';
import { inMemoryPorts } from '#local/memory/in-memory-ports';
import { planWith } from '../../unit/flows/given.ts';
import { settings } from '../../unit/flows/settings.ts';
import { tableOf } from './metered-table.ts';
import { cohortsOfTwoYears, countersOf, rowOf } from './two-years.ts';

const now = '2026-11';
const cohorts = cohortsOfTwoYears(now);
/** The texts of the first year have expired: what they added is kept. */
const rowsIn = (dimension: Dimension, months: readonly Month[]) =>
  months.flatMap((month) =>
    [...countersOf(month, dimension)].flatMap((counts) => [
      ...rowOf(counts, 'counted'),
      ...(month < addMonths(now, -12) && counts[0]?.name.includes('delivered')
        ? rowOf(counts, 'kept')
        : []),
    ]),
  );
const bySector = tableOf(rowsIn('sector', cohorts));

async function requestsFor(
  metered: typeof bySector,
  ask: (ports: RenewalPorts) => Promise<unknown>,
): Promise<number> {
  const { database, asked } = metered();
  const memory = inMemoryPorts();
  memory.state.plans.push({ plan: planWith(), savedAt: '2024-10-01T00:00:00.000Z', savedBy: 'x' });
  await ask({ counts: countStore(database), plans: memory.plans });
  return asked.requests;
}

const asOf = '2026-11-30';
const spanOf = (months: number) => ({ from: addMonths(now, 1 - months), to: now, asOf });

it.each([
  [1, 13],
  [12, 13],
  [36, 15],
])('members of %i months are %i requests at most', async (months, most) =>
  expect(
    await requestsFor(bySector, (ports) => members(spanOf(months), ports, settings)),
  ).toBeLessThanOrEqual(most),
);

it.each([1, 12, 36])('renewals of %i months are 13 requests at most', async (months) =>
  expect(
    await requestsFor(bySector, (ports) =>
      renewals({ ...spanOf(months), by: null }, ports, settings),
    ),
  ).toBeLessThanOrEqual(13),
);

it('renewals of four months by province are 30 requests at most', async () => {
  const byProvince = tableOf(rowsIn('province', monthRange(addMonths(now, -3), now)));
  expect(
    await requestsFor(byProvince, (ports) =>
      renewals({ ...spanOf(4), by: 'province' }, ports, settings),
    ),
  ).toBeLessThanOrEqual(30);
});
