import { describe, expect, it } from 'vitest';
import {
  type Count,
  type CounterPlace,
  type Dimension,
  dimensions,
} from '#domain/renewals/counting/counter';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import type { Segment } from '#domain/renewals/counting/segment';
import type { CounterUpdate } from '#flows/renewals/count-store';
import { inTens } from './builders.ts';
import type { Given } from './given.ts';

const bySector = {
  of: 'cohort',
  month: '2026-11',
  dimension: 'sector',
  value: 'other',
  day: '2026-11-01',
  group: 'begun.early',
} as const satisfies CounterPlace;
const total: CounterPlace = bySector;
const valuesOf = {
  province: ['Bali', 'DI Yogyakarta'],
  sector: ['other'],
  language: ['id', 'su'],
  tenure: ['first-3', 'unknown'],
} as const satisfies Record<Dimension, readonly string[]>;
const alike: Segment = {
  coveredThrough: '2026-10',
  zone: 'Asia/Jakarta',
  language: 'id',
  sector: 'other',
  heldOut: false,
  reach: 'text',
};

const some = (place: CounterPlace = total, by = 1): readonly Count[] => [
  { place, name: 'held-out.joined.n', by },
];
const tallied = (facts: Partial<CounterUpdate> = {}): CounterUpdate => ({
  shard: 'shard-1',
  lane: 'sector.1',
  from: null,
  to: '100',
  counts: some(),
  archived: [],
  ...facts,
});

/** What the stream counts is counted once, wherever the counting is broken off. */
export function countsContract({ stores }: Given): void {
  const cohort = async (place: CounterPlace = total) =>
    place.of === 'cohort'
      ? stores.counts.cohorts({ from: place.month, to: place.month }, place.dimension)
      : stores.counts.members();
  const sums = (...counts: readonly Count[]) => counterSums(counts).items();

  describe('counting', () => {
    it('begins before the first position, and moves with what is counted', async () => {
      expect(await stores.counts.positions('shard-1')).toEqual(new Map());
      expect(await stores.counts.add(tallied())).toBe(true);
      expect(await stores.counts.positions('shard-1')).toEqual(new Map([['sector.1', '100']]));
      expect(await stores.counts.positions('shard-2')).toEqual(new Map());
      expect(await cohort()).toEqual(sums(...some()));
    });

    it('counts nothing for who comes from a position that is passed', async () => {
      expect(await stores.counts.add(tallied())).toBe(true);
      expect(await stores.counts.add(tallied())).toBe(false);
      expect(await stores.counts.add(tallied({ from: '100', to: '200' }))).toBe(true);
      expect(await stores.counts.add(tallied({ from: '100', to: '300', archived: some() }))).toBe(
        false,
      );
      expect(await stores.counts.positions('shard-1')).toEqual(new Map([['sector.1', '200']]));
      expect(await cohort()).toEqual(sums(...some(total, 2)));
    });

    it('comes to each lane in its own time, and to all of them when it says so', async () => {
      expect(await stores.counts.add(tallied())).toBe(true);
      expect(await stores.counts.add(tallied({ lane: 'sector.0', to: '200' }))).toBe(true);
      await stores.counts.moveOn('shard-1', '200');
      await stores.counts.moveOn('shard-1', '100');
      expect(await stores.counts.positions('shard-1')).toEqual(
        new Map([
          ['sector.1', '100'],
          ['sector.0', '200'],
          ['every', '100'],
        ]),
      );
      expect(await cohort()).toEqual(sums(...some(total, 2)));
    });

    it('counts once where twenty count the same', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => stores.counts.add(tallied())),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await cohort()).toEqual(sums(...some()));
    });

    it('moves on where there is nothing to count', async () => {
      expect(await stores.counts.add(tallied({ counts: [] }))).toBe(true);
      expect(
        await stores.counts.add(
          tallied({ counts: [...some(), ...some(total, -1)], from: '100', to: '200' }),
        ),
      ).toBe(true);
      expect(await stores.counts.positions('shard-1')).toEqual(new Map([['sector.1', '200']]));
      expect(await cohort()).toEqual([]);
    });

    it('takes as many places in one go as it says', async () => {
      const { places } = stores.counts.most;
      const counts = Array.from({ length: places }, (_, index) =>
        some({ ...bySector, group: `text.step-${index}.1` }),
      ).flat();
      expect(await stores.counts.add(tallied({ counts }))).toBe(true);
      expect(await cohort()).toHaveLength(places);
    });

    it('loses nothing where two shards count into the same place at once', async () => {
      const steps = Array.from({ length: 20 }, (_, index) => index);
      const ofShard = (shard: string) => async () => {
        for (const step of steps)
          expect(
            await stores.counts.add(
              tallied({
                shard,
                from: step === 0 ? null : String(step),
                to: String(step + 1),
                archived: some(),
              }),
            ),
          ).toBe(true);
      };
      await inTens([ofShard('shard-1'), ofShard('shard-2'), ofShard('shard-3')], (work) => work());
      expect(await cohort()).toEqual(sums(...some(total, 3 * 2 * steps.length)));
    });
  });

  describe('counters', () => {
    it('are read with what swept rows had added; a sum of zero is absent', async () => {
      await stores.counts.add(tallied({ counts: some(total, 5) }));
      await stores.counts.add(
        tallied({ from: '100', to: '200', counts: some(total, -2), archived: some(total, 2) }),
      );
      expect(await cohort()).toEqual(sums(...some(total, 5)));
      await stores.counts.add(
        tallied({ from: '200', to: '300', counts: some(total, -3), archived: some(total, -2) }),
      );
      expect(await cohort()).toEqual([]);
    });

    it.each(dimensions)(
      'of cohorts are read by %s, each value, day and group for itself',
      async (dimension) => {
        const placesOf = (month: string) =>
          valuesOf[dimension].flatMap((value) =>
            ['2026-11-01', '2027-02-28'].flatMap((day) =>
              ['begun.early', 'paid.early'].map(
                (group) => ({ ...bySector, month, dimension, value, day, group }) as const,
              ),
            ),
          );
        const wanted = ['2026-11', '2026-12']
          .flatMap(placesOf)
          .flatMap((place, index) => some(place, index + 1));
        const unwanted = [
          ...['2026-10', '2027-01'].flatMap(placesOf),
          ...dimensions
            .filter((other) => other !== dimension)
            .map((other) => ({ ...bySector, dimension: other }) as const),
        ].flatMap((place) => some(place));
        for (const [index, count] of [...wanted, ...unwanted].entries())
          await stores.counts.add(tallied({ shard: `shard-${index}`, counts: [count] }));
        const read = await stores.counts.cohorts({ from: '2026-11', to: '2026-12' }, dimension);
        expect(read).toHaveLength(wanted.length);
        expect(read).toEqual(expect.arrayContaining([...sums(...wanted)]));
      },
    );

    it('of members are read as they were told apart', async () => {
      const likes: readonly Segment[] = [
        alike,
        { ...alike, heldOut: true },
        { ...alike, reach: 'dead-number', zone: 'Asia/Jayapura' },
        {
          ...alike,
          reach: '2026-12-24',
          language: 'jv',
          sector: 'transport',
          coveredThrough: '2027-10',
        },
      ];
      const counts = likes.flatMap((like, index) => some({ of: 'members', like }, index + 1));
      await stores.counts.add(tallied({ counts }));
      const read = await stores.counts.members();
      expect(read).toHaveLength(likes.length);
      expect(read).toEqual(expect.arrayContaining([...sums(...counts)]));
    });
  });

  it('the first import moves back, never forth', async () => {
    expect(await stores.counts.firstImport()).toBeNull();
    for (const [noted, first] of [
      ['2026-10-05', '2026-10-05'],
      ['2026-11-01', '2026-10-05'],
      ['2026-10-01', '2026-10-01'],
      ['2026-10-01', '2026-10-01'],
    ] as const) {
      await stores.counts.noteImport(noted);
      expect(await stores.counts.firstImport()).toBe(first);
    }
  });
}
