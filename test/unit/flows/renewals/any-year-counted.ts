import { addMonths } from '#domain/calendar/dates';
import { type CountedRow, dimensions } from '#domain/renewals/counting/counts';
import type { RowChange } from '#flows/renewals/count-store';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import type { Year } from './any-year.ts';
import { type Accounted, accountOf } from './ledger.ts';

export const rowsOf = ({ state }: InMemoryPorts): readonly CountedRow[] => [
  ...[...state.workers.values()].map((worker) => ({ kind: 'worker', worker }) as const),
  ...[...state.cycles.values()].map((cycle) => ({ kind: 'cycle', cycle }) as const),
  ...[...state.reminders.values()].map((reminder) => ({ kind: 'reminder', reminder }) as const),
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

const months = Array.from({ length: 40 }, (_, index) => addMonths('2025-06', index));

/** All counters as the API reads them. */
export async function counted({ counts }: InMemoryPorts): Promise<readonly string[]> {
  const cohorts = await Promise.all(
    months.flatMap((month) => dimensions.map((dimension) => counts.cohort(month, dimension))),
  );
  return countersOf([...cohorts.flat(), ...(await counts.members())]);
}

/** `begun 2026-11 2026-10-03 renewed` and `paid 2026-11 2026-11-12`, without arms. */
export async function cyclesCounted({ counts }: InMemoryPorts): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const month of months) {
    for (const { place, counts: numbers } of await counts.cohort(month, 'total')) {
      for (const [name, by] of Object.entries(numbers)) {
        const [what, day, , , origin] = name.split('.');
        if (
          place.of !== 'cohort' ||
          !['begun', 'paid', 'left'].includes(what ?? '') ||
          !name.endsWith('.n')
        )
          continue;
        // The ledger does not tell which months of who comes back were counted before.
        const came = origin === 'returned' ? 'joined' : origin;
        const how = what === 'begun' ? ` ${came}` : '';
        const line = `${what} ${month} ${place.period}-${day}${how}`;
        lines.push(...Array.from({ length: by }, () => line));
      }
    }
  }
  return sorted(lines);
}

export const cyclesIn = (ledger: Year['ledger']): readonly string[] =>
  sorted(
    [...ledger.values()].flatMap((entries) =>
      accountOf(entries).cycles.flatMap(({ month, since, origin, end }: Accounted) => [
        `begun ${month} ${since} ${origin}`,
        ...(end ? [`${end.what} ${month} ${end.on}`] : []),
      ]),
    ),
  );
