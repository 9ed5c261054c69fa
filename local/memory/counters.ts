import { type CalendarDate, monthRange } from '#domain/calendar/dates';
import type {
  Count,
  CounterItem,
  CounterPlace,
  Dimension,
} from '#domain/renewals/counting/counter';
import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import type { MonthSpan } from '#flows/renewals/count-store';
import { withHidden } from '#local/memory/indexed';

type Sums = Map<string, ReturnType<typeof counterSums>>;

/** What the stream has counted, of rows that exist (live) and of deleted ones (archived). */
export type Counters = ReturnType<typeof memoryCounters>;

export function memoryCounters() {
  const [live, archived]: readonly [Sums, Sums] = [new Map(), new Map()];
  const counted = {
    get live() {
      return itemsOf(live);
    },
    get archived() {
      return itemsOf(archived);
    },
    firstImport: null as CalendarDate | null,
  };
  return withHidden(counted, {
    add(counts: readonly Count[], gone: readonly Count[]): void {
      addTo(live, counts);
      addTo(archived, gone);
    },
    /** Those of rows that are there become these. */
    replace(items: readonly CounterItem[]): void {
      live.clear();
      addTo(
        live,
        items.flatMap(({ place, counts }) =>
          Object.entries(counts).map(([name, by]) => ({ place, name, by })),
        ),
      );
    },
    cohorts: ({ from, to }: MonthSpan, dimension: Dimension) =>
      monthRange(from, to).flatMap((month) => together(live, archived, `${month} ${dimension}`)),
    members: () => together(live, archived, 'members'),
    receipts: ([first, last]: readonly [string, string]) =>
      together(live, archived, 'receipts').filter(({ place }) => {
        const name = placeName(place);
        return first <= name && name <= last;
      }),
  });
}

function addTo(sums: Sums, counts: readonly Count[]): void {
  for (const [name, of] of Map.groupBy(counts, ({ place }) => nameOf(place))) {
    const sum = sums.get(name) ?? counterSums();
    sum.add(of);
    sums.set(name, sum);
  }
}

const nameOf = (place: CounterPlace): string =>
  place.of === 'cohort' ? `${place.month} ${place.dimension}` : place.of;

const itemsOf = (sums: Sums): readonly CounterItem[] =>
  [...sums.values()].flatMap((sum) => sum.items());

const together = (live: Sums, archived: Sums, name: string): readonly CounterItem[] =>
  counterSums([live, archived].flatMap((sums) => sums.get(name)?.counts() ?? [])).items();
