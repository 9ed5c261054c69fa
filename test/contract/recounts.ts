import { describe, expect, it } from 'vitest';
import type { Count, CounterPlace } from '#domain/renewals/counting/counter';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import type { CounterUpdate } from '#flows/renewals/count-store';
import { allOf } from './all-of.ts';
import type { Given } from './given.ts';

const inProvince = (value: string): CounterPlace => ({
  of: 'cohort',
  month: '2026-11',
  dimension: 'province',
  value,
  day: '2026-11-01',
  group: 'begun.early',
});
const place: CounterPlace = {
  of: 'cohort',
  month: '2026-11',
  dimension: 'sector',
  value: 'other',
  day: '2026-11-01',
  group: 'begun.early',
};
const november = { from: '2026-11', to: '2026-11' } as const;
const other = inProvince('Bali');
const some = (by = 1, at: CounterPlace = place): readonly Count[] => [
  { place: at, name: 'reminded.joined.n', by },
];
const sums = (...counts: readonly Count[]) => counterSums(counts).items();
const tallied = (facts: Partial<CounterUpdate> = {}): CounterUpdate => ({
  shard: 'shard-1',
  lane: 'sector.1',
  from: null,
  to: '100',
  counts: some(),
  archived: [],
  ...facts,
});

/**
 * A recount locks the counting, changes counters and unlocks; nobody else changes any meanwhile.
 */
export function recountsContract({ stores, claimed, read }: Given): void {
  const total = () => stores.counts.cohorts(november, 'sector');
  const exported = async () => allOf(await stores.table.take());

  describe('a recount', () => {
    it('holds the counting until it lets go; reading goes on', async () => {
      await stores.counts.add(tallied());
      expect(await stores.counts.isHeld()).toBe(false);
      expect(await stores.recounts.hold('one')).toBe(false);
      expect(await stores.counts.isHeld()).toBe(true);
      expect(await total()).toEqual(sums(...some()));
      await stores.recounts.release('one');
      expect(await stores.counts.isHeld()).toBe(false);
    });

    it('moves the position, so that who was about to count when it came does not', async () => {
      await stores.recounts.hold('one');
      const { counts: _, ...passed } = tallied({ to: '200' });
      expect(await stores.recounts.pass('one', passed)).toBe(true);
      expect(await stores.counts.add(tallied())).toBe(false);
      expect(await total()).toEqual([]);
    });

    it('finds every row that is counted, and the counters of those that are there', async () => {
      const reminder = await claimed();
      const worker = await read();
      await stores.counts.add(
        tallied({ counts: [...some(2), ...some(3, other)], archived: some(5) }),
      );
      await stores.counts.add(tallied({ shard: 'shard-2', counts: some(4) }));
      const { rows, found } = await exported();
      expect(rows).toHaveLength(2);
      expect(rows).toEqual(
        expect.arrayContaining([
          { kind: 'worker', worker },
          { kind: 'reminder', reminder },
        ]),
      );
      const counts = found.flatMap(({ item }) =>
        Object.entries(item?.counts ?? {}).map(([name, by]) => ({
          place: item?.place ?? place,
          name,
          by,
        })),
      );
      expect(sums(...counts)).toEqual(
        expect.arrayContaining([...sums(...some(6), ...some(3, other))]),
      );
    });

    it('replaces every counter found, and leaves what swept rows had added', async () => {
      await stores.counts.add(
        tallied({ counts: [...some(2), ...some(3, other)], archived: some(5) }),
      );
      await stores.counts.add(tallied({ shard: 'shard-2', counts: some(4) }));
      await stores.recounts.hold('one');
      const { found } = await exported();
      for (const _ of ['once', 'again'])
        await stores.recounts.replace('one', sums(...some(7)), found);
      expect(await total()).toEqual(sums(...some(12)));
      expect(await stores.counts.cohorts(november, 'province')).toEqual([]);
      expect((await exported()).found.map(({ item }) => item)).toEqual(sums(...some(7)));
    });

    it('replaces hundreds', async () => {
      const many = Array.from({ length: 300 }, (_, index) =>
        some(index + 1, inProvince(`Province ${index}`)),
      ).flat();
      await stores.recounts.hold('one');
      await stores.recounts.replace('one', sums(...many), []);
      expect(await stores.counts.cohorts(november, 'province')).toHaveLength(300);
      await stores.recounts.replace('one', [], (await exported()).found);
      expect(await stores.counts.cohorts(november, 'province')).toEqual([]);
    });

    it('passes what the rows already say, and keeps what is gone, once', async () => {
      await stores.recounts.hold('one');
      const { counts: _, ...passed } = tallied();
      expect(await stores.recounts.pass('one', { ...passed, archived: some(5) })).toBe(true);
      expect(await stores.recounts.pass('one', { ...passed, archived: some(5) })).toBe(false);
      expect(await stores.counts.positions('shard-1')).toEqual(new Map([['sector.1', '100']]));
      expect(await total()).toEqual(sums(...some(5)));
    });

    it('takes as many places in one go as the counting does', async () => {
      const archived = Array.from({ length: stores.counts.most.places - 1 }, (_, index) =>
        some(1, inProvince(`Province ${index}`)),
      ).flat();
      await stores.recounts.hold('one');
      expect(
        await stores.recounts.pass('one', {
          ...{ shard: 'shard-1', lane: 'province.0' },
          ...{ from: null, to: '100', archived },
        }),
      ).toBe(true);
    });

    it('says whether one before it had begun to change counters', async () => {
      expect(await stores.recounts.hold('one')).toBe(false);
      expect(await stores.recounts.hold('two')).toBe(false);
      await stores.recounts.replace('two', sums(...some()), []);
      expect(await stores.recounts.hold('three')).toBe(true);
      await stores.recounts.release('three');
      expect(await stores.recounts.hold('four')).toBe(false);
    });

    it('changes nothing any more once another has begun', async () => {
      await stores.recounts.hold('one');
      await stores.recounts.hold('two');
      const { counts: _, ...passed } = tallied();
      await expect(stores.recounts.pass('one', { ...passed, archived: some() })).rejects.toThrow(
        'Another recount',
      );
      await expect(stores.recounts.replace('one', sums(...some()), [])).rejects.toThrow(
        'Another recount',
      );
      await expect(stores.recounts.release('one')).rejects.toThrow('Another recount');
      expect(await total()).toEqual([]);
      await stores.recounts.release('two');
      await expect(stores.recounts.replace('two', sums(...some()), [])).rejects.toThrow(
        'Another recount',
      );
      await stores.recounts.release('two');
    });
  });
}
