import type { Write } from '#aws/database';
import type { Row } from '#aws/reading';
import type { Count, CounterPlace } from '#domain/renewals/counting/counter';
import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { laneOf, placeIn } from '#domain/renewals/counting/lanes';
import type { CounterUpdate } from '#flows/renewals/count-store';
import { type Key, keys } from '#table';

/** A transaction takes 100 rows, of which one is the position; of 4 KB each they are 400 KB. */
export const most = { places: 99 } as const;

export const counterKeys = { counted: keys.counter, kept: keys.keptCounter } as const;

export const keyOf = (place: CounterPlace, of: keyof typeof counterKeys = 'counted'): Key =>
  counterKeys[of](laneOf(place), placeName(place));

export function moved({
  shard,
  lane,
  from,
  to,
}: Pick<CounterUpdate, 'shard' | 'lane' | 'from' | 'to'>): Write {
  const { values, ...move } = movedTo(shard, lane, to);
  return {
    ...move,
    if: from === null ? 'attribute_not_exists(#position)' : '#position = :from',
    values: { ...values, ...(from === null ? {} : { ':from': from }) },
  };
}

/** The stream forgets after a day: nobody asks for an older position a week later. */
export const movedTo = (shard: string, lane: string, to: string) =>
  ({
    update: keys.tallied(shard, lane),
    to: 'SET #position = :to, #expiresAt = :expiresAt',
    values: { ':to': to, ':expiresAt': Math.floor(Date.now() / 1_000) + 7 * 24 * 3_600 },
  }) as const satisfies Write;

export const added = (of: keyof typeof counterKeys, counts: readonly Count[]): readonly Write[] =>
  counterSums(counts)
    .items()
    .map((item) => addedTo(keyOf(item.place, of), Object.entries(item.counts)));

/** Counter names hold dots and dashes: in the expression they are numbered. */
const addedTo = (key: Key, counts: readonly (readonly [string, number])[]): Write => ({
  update: key,
  to: `ADD ${counts.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
  names: Object.fromEntries(counts.map(([name], index) => [`#n${index}`, name])),
  values: Object.fromEntries(counts.map(([, by], index) => [`:n${index}`, by])),
});

/** Throws at what is not a counter: it must not be left out in silence. */
export function countsIn({ pk, sk, ...counters }: Row): readonly Count[] {
  const place = placeIn(String(pk).split('#')[1] ?? '', String(sk));
  return Object.entries(counters).map(([name, by]) => {
    if (!Number.isSafeInteger(by))
      throw new Error(`The counter ${name} of ${pk} ${sk} is not a whole number: ${by}`);
    return { place, name, by: Number(by) };
  });
}
