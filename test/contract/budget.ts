import { beforeEach, describe, expect, it } from 'vitest';
import type { Asked } from '#domain/sending/places';
import { aSlice, booking } from './builders.ts';
import type { Given } from './given.ts';

/** Money is booked with the slice or not at all, and never above the limit. */
export function budgetContract({ stores, committed }: Given): void {
  describe('the budget', () => {
    beforeEach(() => stores.slices.open([aSlice()]));

    it('takes what fits exactly, and not a rupiah more', async () => {
      expect(
        await stores.slices.save(aSlice(), booking({ reserve: 60, limit: 100 })),
      ).toMatchObject({ status: 'saved' });
      expect(
        await stores.slices.save(aSlice({ rev: 1 }), booking({ reserve: 41, limit: 100 })),
      ).toEqual({
        status: 'over-budget',
        committed: 60,
      });
      expect((await stores.slices.get(aSlice()))?.rev).toBe(1);
      expect(
        await stores.slices.save(aSlice({ rev: 1 }), booking({ reserve: 40, limit: 100 })),
      ).toMatchObject({ status: 'saved' });
      expect(
        await stores.slices.save(aSlice({ rev: 2 }), booking({ reserve: 1, limit: 100 })),
      ).toEqual({
        status: 'over-budget',
        committed: 100,
      });
    });

    it('refuses even the first that is more than all of it', async () => {
      expect(await stores.slices.save(aSlice(), booking({ reserve: 101, limit: 100 }))).toEqual({
        status: 'over-budget',
        committed: 0,
      });
    });

    it('keeps what was spent and gives back what was not, within the same write', async () => {
      await stores.slices.save(aSlice(), booking({ reserve: 100, limit: 100 }));
      await stores.slices.save(
        aSlice({ rev: 1 }),
        booking({ release: 100, spend: 70, reserve: 30, limit: 100 }),
      );
      expect(await committed(2)).toBe(100);
    });

    it('always takes back what was reserved, though the limit was lowered meanwhile', async () => {
      await stores.slices.save(aSlice(), booking({ reserve: 100, limit: 100 }));
      expect(
        await stores.slices.save(
          aSlice({ rev: 1 }),
          booking({ release: 100, spend: 80, limit: 50 }),
        ),
      ).toMatchObject({
        status: 'saved',
      });
      expect(await committed(2)).toBe(80);
    });

    it('is each month’s own', async () => {
      await stores.slices.save(aSlice(), booking({ reserve: 100, limit: 100 }));
      expect(
        await stores.slices.save(
          aSlice({ rev: 1 }),
          booking({ month: '2026-12', reserve: 100, limit: 100 }),
        ),
      ).toMatchObject({
        status: 'saved',
      });
    });

    it('is lost rather than over budget where both hold', async () => {
      expect(
        await stores.slices.save(aSlice({ rev: 7 }), booking({ reserve: 101, limit: 100 })),
      ).toEqual({ status: 'lost' });
    });

    it('is never overdrawn by slices that book at the same time', async () => {
      const slices = Array.from({ length: 20 }, (_, shard) => aSlice({ shard: shard + 1 }));
      await stores.slices.open(slices);
      const answers = await Promise.all(
        slices.map((slice) => stores.slices.save(slice, booking({ reserve: 10, limit: 100 }))),
      );
      expect(answers.filter(({ status }) => status === 'saved')).toHaveLength(10);
      expect(await committed(0)).toBe(100);
    });

    it('is not asked where there is no limit', async () => {
      expect(await stores.slices.save(aSlice(), booking({ reserve: 1_000_000 }))).toMatchObject({
        status: 'saved',
      });
    });
  });

  describe('the places of a second', () => {
    const asked = (facts: Partial<Asked> = {}): Asked => ({
      ...{ second: 1_794_362_400, places: 1, perSecond: 20, oldest: 0, from: 0 },
      ...facts,
    });

    it('are given once, though fifty ask at once', async () => {
      const given = await Promise.all(
        Array.from({ length: 50 }, () => stores.rateLimit.take(asked({ places: 3 }))),
      );
      const firsts = given.filter((first) => first !== null).toSorted((a, b) => a - b);
      expect(firsts).toEqual([0, 3, 6, 9, 12, 15, 18]);
    });

    it('that the clock has passed are lost, for whoever asks next', async () => {
      expect(await stores.rateLimit.take(asked({ places: 2 }))).toBe(0);
      expect(await stores.rateLimit.take(asked({ oldest: 5, from: 8 }))).toBe(8);
      expect(await stores.rateLimit.take(asked({ oldest: 6, from: 9 }))).toBe(9);
      expect(await stores.rateLimit.take(asked({ oldest: 9, from: 12 }))).toBe(10);
    });

    it('begin where the clock is', async () => {
      expect(await stores.rateLimit.take(asked({ oldest: 5, from: 8, places: 4 }))).toBe(8);
      expect(await stores.rateLimit.take(asked())).toBe(12);
    });

    it('end with the second; the next has its own', async () => {
      expect(await stores.rateLimit.take(asked({ places: 20 }))).toBe(0);
      expect(await stores.rateLimit.take(asked())).toBeNull();
      expect(await stores.rateLimit.take(asked({ oldest: 30, from: 40 }))).toBeNull();
      expect(await stores.rateLimit.take(asked({ second: 1_794_362_401 }))).toBe(0);
    });
  });
}
