import type { CounterItem } from '#domain/renewals/counting/counter';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';

/** What these rows add up to. */
export const sumsOf = (rows: readonly CountedRow[]): readonly CounterItem[] =>
  counterSums(rows.flatMap(countsOf)).items();

/** Counters to compare: one line an item, in the same order whoever counted first. */
export const inOrder = (items: readonly CounterItem[]): readonly string[] =>
  items
    .map(({ place, counts }) =>
      [place, Object.fromEntries(Object.entries(counts).sort())]
        .map((of) => JSON.stringify(of))
        .join(' '),
    )
    .sort();
