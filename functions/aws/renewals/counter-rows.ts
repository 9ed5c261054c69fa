import type { Write } from '#aws/database';
import type { Row } from '#aws/reading';
import { placeName } from '#domain/renewals/counting/counter-place';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import type { Count, CounterPlace } from '#domain/renewals/counting/counts';
import type { CounterUpdate } from '#flows/renewals/count-store';
import { type Key, keys } from '#table';

/**
 * A transaction takes 100 items, of which one is the position and one the hold; an expression takes
 * 4 KB, which are 300 counters by their names here.
 */
export const most = { places: 98, names: 200 } as const;

/**
 * One invocation at a time counts a shard of the stream, into its own bucket: writers seldom meet,
 * and no item has to bear them all. `kept` is apart, so that `recount` can build the others anew
 * from the rows.
 */
export const buckets = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'kept',
] as const;
export type Bucket = (typeof buckets)[number];

export const keyOf = (place: CounterPlace, bucket: Bucket): Key =>
  place.of === 'cohort'
    ? keys.cohort(place.month, bucket, placeName(place))
    : keys.members(bucket, placeName(place));

/** The stream forgets after a day: nobody asks for an older position a week later. */
export function moved({ shard, from, to }: Pick<CounterUpdate, 'shard' | 'from' | 'to'>): Write {
  const expiresAt = Math.floor(Date.now() / 1_000) + 7 * 24 * 3_600;
  return {
    update: keys.tally(shard),
    to: 'SET #position = :to, #expiresAt = :expiresAt',
    if: from === null ? 'attribute_not_exists(#position)' : '#position = :from',
    values: { ':to': to, ':expiresAt': expiresAt, ...(from === null ? {} : { ':from': from }) },
  };
}

export const added = (bucket: Bucket, counts: readonly Count[]): readonly Write[] =>
  counterSums(counts)
    .items()
    .map((item) => addedTo(keyOf(item.place, bucket), Object.entries(item.counts)));

/** Counter names hold dots and dashes: in the expression they are numbered. */
const addedTo = (key: Key, counts: readonly (readonly [string, number])[]): Write => ({
  update: key,
  to: `ADD ${counts.map((_, index) => `#n${index} :n${index}`).join(', ')}`,
  names: Object.fromEntries(counts.map(([name], index) => [`#n${index}`, name])),
  values: Object.fromEntries(counts.map(([, by], index) => [`:n${index}`, by])),
});

/** Throws at what is not a counter: it must not be left out in silence. */
export function countsIn(
  { pk, sk, ...counters }: Row,
  placeOf: (name: string) => CounterPlace,
): readonly Count[] {
  const place = placeOf(String(sk));
  return Object.entries(counters).map(([name, by]) => {
    if (!Number.isSafeInteger(by))
      throw new Error(`The counter ${name} of ${pk} ${sk} is not a whole number: ${by}`);
    return { place, name, by: Number(by) };
  });
}
