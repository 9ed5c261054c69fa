import { describe, expect, it } from 'vitest';
import { aPlan, at } from './builders.ts';
import type { Given } from './given.ts';

/** Versions follow each other. */
export function plansContract({ stores }: Given): void {
  describe('the stage', () => {
    it('keeps the number of shards that was written first', async () => {
      expect(new Set(await Promise.all([4, 64, 64].map((wanted) => stores.stage.shards(wanted)))).size).toBe(1);
      const first = await stores.stage.shards(7);
      expect(await stores.stage.shards(8)).toBe(first);
    });
  });

  describe('plans', () => {
    it('follow each other: of several saved at once one becomes the next', async () => {
      expect(await stores.plans.current()).toBeUndefined();
      expect(await stores.plans.save(aPlan(2))).toBe(false);
      expect((await Promise.all([0, 1, 2, 3].map((each) => stores.plans.save(aPlan(1, `admin-${each}`))))).filter(Boolean)).toHaveLength(1);
      expect(await stores.plans.save(aPlan(3))).toBe(false);
      expect((await Promise.all([0, 1, 2, 3].map((each) => stores.plans.save(aPlan(2, `admin-${each}`))))).filter(Boolean)).toHaveLength(1);
      expect((await stores.plans.current())?.plan.version).toBe(2);
    });

    it('are kept, each version as it was saved', async () => {
      for (const version of [1, 2]) await stores.plans.save(aPlan(version));
      expect(await stores.plans.version(1)).toEqual(aPlan(1));
      expect(await stores.plans.current()).toEqual(aPlan(2));
      expect(await stores.plans.version(3)).toBeUndefined();
    });

    it('tell which were in force since a moment, the newest first', async () => {
      for (let version = 1; version <= 12; version++) await stores.plans.save(aPlan(version));
      const since = async (moment: string) => (await stores.plans.inForceSince(moment)).map(({ plan: { version } }) => version);
      expect(await since(at(100))).toEqual([12]);
      expect(await since(at(11))).toEqual([12, 11]);
      expect(await since(at(10.5))).toEqual([12, 11, 10]);
      expect(await since(at(0))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });
  });
}
