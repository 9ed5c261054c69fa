import { keyOf } from '#aws/renewals/counter-rows';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type CountedRow, countsOf } from '#domain/renewals/counting/counts';
import type { Reminder } from '#domain/sending/reminder';
import { addCounts, type Counts, countOf } from '#domain/sending/slice';

/**
 * What the rows of a made-up month add up to. Rows that differ in nothing that is counted are
 * counted once and multiplied: millions are of some thousand kinds.
 */
export function monthSums() {
  const kinds = new Map<string, { row: CountedRow; times: number }>();
  const slices = new Map<string, Counts>();
  return {
    count(row: CountedRow): void {
      const counted = row.kind === 'payment' ? row.payment : row;
      const kind = JSON.stringify(counted, (name, value) => (others.has(name) ? undefined : value));
      const known = kinds.get(kind);
      if (known) known.times += 1;
      else kinds.set(kind, { row, times: 1 });
    },
    handled(slice: string, row: Reminder): void {
      slices.set(slice, addCounts(slices.get(slice) ?? {}, countOf(row)));
    },
    slices,
    counters(): readonly Readonly<Record<string, unknown>>[] {
      const sums = counterSums();
      for (const { row, times } of kinds.values())
        sums.add(countsOf(row).map((count) => ({ ...count, by: count.by * times })));
      return sums.items().map(({ place, counts }) => ({ ...keyOf(place), ...counts }));
    },
  };
}

/**
 * Fields that no counter depends on; of instants only the day is, and those here are of one day.
 */
const others: ReadonlySet<string> = new Set([
  ...['workerId', 'name', 'phone', 'nikLast4', 'messageId', 'claimId', 'claimedAt', 'at', 'runId'],
  ...['lastPayment', 'firstNamed', 'began', 'payment', 'rev', 'told'],
]);
