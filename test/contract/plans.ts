import { describe, expect, it } from 'vitest';
import type { PlanVersion } from '#domain/plan/plan-version';
import { aPlan, at } from './builders.ts';
import type { Given } from './given.ts';

/** Versions follow each other. */
export function plansContract({ stores }: Given): void {
  describe('the stage', () => {
    it('keeps the layout that was written first, whole', async () => {
      const wanted = [4, 64, 64].map((shards) => ({ shards, nikSecret: `of ${shards}` }));
      const held = await Promise.all(wanted.map((each) => stores.layout.hold(each)));
      expect(new Set(held.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(wanted).toContainEqual(held[0]);
      expect(await stores.layout.hold({ shards: 8, nikSecret: 'another' })).toEqual(held[0]);
    });
  });

  describe('plans', () => {
    it('follow each other: of several saved at once one becomes the next', async () => {
      expect(await stores.plans.current()).toBeUndefined();
      expect(await stores.plans.save(aPlan(2))).toBe(false);
      expect(
        (
          await Promise.all(
            [0, 1, 2, 3].map((each) => stores.plans.save(aPlan(1, `admin-${each}`))),
          )
        ).filter(Boolean),
      ).toHaveLength(1);
      expect(await stores.plans.save(aPlan(3))).toBe(false);
      expect(
        (
          await Promise.all(
            [0, 1, 2, 3].map((each) => stores.plans.save(aPlan(2, `admin-${each}`))),
          )
        ).filter(Boolean),
      ).toHaveLength(1);
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
      const since = async (moment: string) =>
        (await stores.plans.inForceSince(moment)).map(({ plan: { version } }) => version);
      expect(await since(at(100))).toEqual([12]);
      expect(await since(at(11))).toEqual([12, 11]);
      expect(await since(at(10.5))).toEqual([12, 11, 10]);
      expect(await since(at(0))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });

    const proposal = (version: number, replaces: number) => ({
      ...aPlan(version),
      replaces,
      approval: null,
    });
    const approved = (version: number, replaces: number) => ({
      ...aPlan(version),
      replaces,
      approval: { by: 'other', at: at(50) },
    });

    it('that wait for their approval are kept, and not in force', async () => {
      await stores.plans.save(aPlan(1));
      expect(await stores.plans.propose(proposal(2, 1))).toBe(true);
      expect(await stores.plans.propose(proposal(2, 1))).toBe(false);
      expect(await stores.plans.propose(proposal(3, 2))).toBe(false);
      expect(await stores.plans.version(2)).toEqual(proposal(2, 1));
      expect(await stores.plans.current()).toEqual(aPlan(1));
      expect(await stores.plans.inForceSince(at(100))).toEqual([aPlan(1)]);
    });

    it('come into force once, at their approval, only over the version they follow', async () => {
      await stores.plans.save(aPlan(1));
      await stores.plans.propose(proposal(2, 1));
      await stores.plans.propose(proposal(3, 1));
      const answers = await Promise.all(
        [approved(2, 1), approved(3, 1)].map((each) => stores.plans.approve(each)),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await stores.plans.approve(approved(2, 1))).toBe(false);
      expect(await stores.plans.approve(approved(4, 1))).toBe(false);
      const [winner, first] = await stores.plans.inForceSince(at(2));
      expect(winner).toEqual(await stores.plans.current());
      expect([winner?.approval, first]).toEqual([{ by: 'other', at: at(50) }, aPlan(1)]);
    });

    it('pass over the numbers of proposals', async () => {
      await stores.plans.save(aPlan(1));
      await stores.plans.propose(proposal(2, 1));
      expect(await stores.plans.save(aPlan(3))).toBe(false);
      expect(await stores.plans.save({ ...aPlan(3), replaces: 1 })).toBe(true);
      expect(await stores.plans.approve(approved(2, 1))).toBe(false);
      expect(await stores.plans.save(aPlan(4))).toBe(true);
    });

    it('are listed newest first, proposals too, a page at a time', async () => {
      for (let version = 1; version <= 21; version++) await stores.plans.save(aPlan(version));
      await stores.plans.propose(proposal(22, 21));
      const numbers = ({ items }: { items: readonly PlanVersion[] }) =>
        items.map(({ plan: { version } }) => version);
      const first = await stores.plans.versions(null);
      expect([numbers(first).slice(0, 3), first.items.length, first.next]).toEqual([
        [22, 21, 20],
        20,
        '3',
      ]);
      const second = await stores.plans.versions(3);
      expect([numbers(second), second.next]).toEqual([[2, 1], null]);
    });
  });
}
