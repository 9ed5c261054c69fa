import { firstDay, monthRange } from '#domain/calendar/dates';
import { type CounterItem, dimensions } from '#domain/renewals/counting/counter';
import type { CountedRow } from '#domain/renewals/counting/counts';
import type { CountStore, MonthSpan, RowChange } from '#flows/renewals/count-store';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { countedPayments } from '#local/memory/recounts';
import type { Year } from './any-year.ts';
import { type Accounted, accountOf } from './ledger.ts';

export const rowsOf = ({ state }: InMemoryPorts): readonly CountedRow[] => [
  ...[...state.workers.values()].map((worker) => ({ kind: 'worker', worker }) as const),
  ...[...state.cycles.values()].map((cycle) => ({ kind: 'cycle', cycle }) as const),
  ...[...state.reminders.values()].map((reminder) => ({ kind: 'reminder', reminder }) as const),
  ...countedPayments(state),
];

/** What rows that an erasure swept away had added: it stays. */
export const leftBehind = (changes: readonly RowChange[]): readonly CountedRow[] =>
  changes.flatMap(({ before, removed }) =>
    removed && before && before.kind !== 'worker' ? [before] : [],
  );

const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();

export const countersOf = (items: Parameters<typeof linesOf>[0]) => sorted(linesOf(items));
const linesOf = (
  items: readonly Readonly<{ place: object; counts: Readonly<Record<string, number>> }>[],
): readonly string[] =>
  items.flatMap(({ place, counts }) =>
    Object.entries(counts).map(
      ([name, by]) => `${JSON.stringify(Object.entries(place).flat())} ${name} ${by}`,
    ),
  );

const span = { from: '2025-06', to: '2028-09' } as const;

/** All counters as the API reads them. */
export async function counted({ counts }: InMemoryPorts): Promise<readonly string[]> {
  const cohorts = await Promise.all(dimensions.map((dimension) => counts.cohorts(span, dimension)));
  const receipts = await receiptsIn(counts, span);
  return countersOf([...cohorts.flat(), ...(await counts.members()), ...receipts]);
}

/** All counters of receipts of these months. */
export async function receiptsIn(
  counts: Pick<CountStore, 'recordedIn' | 'paidIn'>,
  { from, to }: MonthSpan,
): Promise<readonly CounterItem[]> {
  const recorded = await counts.recordedIn({ from: firstDay(from), to: `${to}-31` });
  const paid = await Promise.all(monthRange(from, to).map((month) => counts.paidIn(month)));
  return [...recorded, ...paid.flat()];
}

/** `begun 2026-11 2026-10-03 renewed` and `paid 2026-11 2026-11-12`, without arms. */
export async function cyclesCounted({ counts }: InMemoryPorts): Promise<readonly string[]> {
  const items = await counts.cohorts(span, 'sector');
  return sorted(items.flatMap((item) => Object.keys(item.counts).flatMap(linesIn(item))));
}

const linesIn =
  ({ place, counts }: CounterItem) =>
  (name: string): readonly string[] => {
    const [what = ''] = place.of === 'cohort' ? place.group.split('.') : [];
    const [, origin] = name.split('.');
    if (place.of !== 'cohort' || !['begun', 'paid', 'left'].includes(what) || !name.endsWith('.n'))
      return [];
    // The ledger does not tell which months of who comes back were counted before.
    const how = what === 'begun' ? ` ${origin === 'returned' ? 'joined' : origin}` : '';
    const line = `${what} ${place.month} ${place.day}${how}`;
    return Array.from({ length: counts[name] ?? 0 }, () => line);
  };

export const cyclesIn = (ledger: Year['ledger']): readonly string[] =>
  sorted(
    [...ledger.values()].flatMap((entries) =>
      accountOf(entries).cycles.flatMap(({ month, since, origin, end }: Accounted) => [
        `begun ${month} ${since} ${origin}`,
        ...(end ? [`${end.what} ${month} ${end.on}`] : []),
      ]),
    ),
  );
