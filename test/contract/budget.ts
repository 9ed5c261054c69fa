import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSlice, at, booking } from './builders.ts';
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

  describe('the pace', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(at(0)) });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('lets no more parts out than a second allows, though fifty take at once', async () => {
      const taken = await Promise.all(
        Array.from({ length: 50 }, () => stores.rateLimit.take(3, 20)),
      );
      expect(taken.filter(Boolean)).toHaveLength(6);
      expect(await stores.rateLimit.take(2, 20)).toBe(true);
      expect(await stores.rateLimit.take(1, 20)).toBe(false);
    });

    it('lets nothing out that is more than a second allows', async () => {
      expect(await stores.rateLimit.take(21, 20)).toBe(false);
      expect(await stores.rateLimit.take(20, 20)).toBe(true);
    });
  });
}
