import { describe, expect, it } from 'vitest';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { type Count, type CounterPlace, dimensions } from '#domain/renewals/counting/counts';
import type { Segment } from '#domain/renewals/counting/segment';
import type { CounterUpdate } from '#flows/renewals/count-store';
import { inTens } from './builders.ts';
import type { Given } from './given.ts';

const total: CounterPlace = {
  of: 'cohort',
  month: '2026-11',
  dimension: 'total',
  value: '',
  period: '2026-11',
};
const byProvince = (value: string): CounterPlace => ({ ...total, dimension: 'province', value });
const alike: Segment = {
  coveredThrough: '2026-10',
  zone: 'Asia/Jakarta',
  language: 'id',
  sector: 'other',
  heldOut: false,
  reach: 'text',
};

const some = (place: CounterPlace = total, by = 1): readonly Count[] => [
  { place, name: 'begun.01.held-out.early.joined.n', by },
];
const tallied = (facts: Partial<CounterUpdate> = {}): CounterUpdate => ({
  shard: 'shard-1',
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
      ? stores.counts.cohort(place.month, place.dimension)
      : stores.counts.members();
  const sums = (...counts: readonly Count[]) => counterSums(counts).items();

  describe('counting', () => {
    it('begins before the first position, and moves with what is counted', async () => {
      expect(await stores.counts.position('shard-1')).toBeNull();
      expect(await stores.counts.add(tallied())).toBe(true);
      expect(await stores.counts.position('shard-1')).toBe('100');
      expect(await stores.counts.position('shard-2')).toBeNull();
      expect(await cohort()).toEqual(sums(...some()));
    });

    it('counts nothing for who comes from a position that is passed', async () => {
      expect(await stores.counts.add(tallied())).toBe(true);
      expect(await stores.counts.add(tallied())).toBe(false);
      expect(await stores.counts.add(tallied({ from: '100', to: '200' }))).toBe(true);
      expect(await stores.counts.add(tallied({ from: '100', to: '300', archived: some() }))).toBe(
        false,
      );
      expect(await stores.counts.position('shard-1')).toBe('200');
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
      expect(await stores.counts.position('shard-1')).toBe('200');
      expect(await cohort()).toEqual([]);
    });

    it('takes as many places in one go as it says, and as many names', async () => {
      const { places, names } = stores.counts.most;
      const values = Array.from({ length: places - 1 }, (_, index) => `Province ${index}`);
      const many = Array.from({ length: names }, (_, index) => ({
        place: total,
        name: `text.01.reminded.after.delivered.${index}`,
        by: 1,
      }));
      const counts = [...values.flatMap((value) => some(byProvince(value))), ...many];
      expect(await stores.counts.add(tallied({ counts }))).toBe(true);
      expect(await stores.counts.cohort('2026-11', 'province')).toHaveLength(places - 1);
      expect(await cohort()).toEqual(sums(...many));
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
      'of a cohort are read by %s, each value and period for itself',
      async (dimension) => {
        const values = dimension === 'total' ? [''] : ['Bali', 'D.I. Yogyakarta'];
        const places = values.flatMap((value) =>
          ['2026-11', '2027-02'].map((period) => ({ ...total, dimension, value, period }) as const),
        );
        const others = dimensions
          .filter((other) => other !== dimension)
          .map((other) => ({ ...total, dimension: other, value: 'x' }) as const);
        const elsewhere = {
          ...total,
          month: '2026-12',
          dimension,
          value: values[0] ?? '',
        } as const;
        const wanted = places.flatMap((place, index) => some(place, index + 1));
        const unwanted = [
          ...others.map((place) => (place.dimension === 'total' ? { ...place, value: '' } : place)),
          elsewhere,
        ];
        await stores.counts.add(
          tallied({ counts: [...wanted, ...unwanted.flatMap((place) => some(place))] }),
        );
        const read = await stores.counts.cohort('2026-11', dimension);
        expect(read).toHaveLength(places.length);
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
