import { beforeEach, describe, expect, it } from 'vitest';
import { emptyTrial, noneFared, type TicketMove } from '#domain/sending/trial';
import { aSlice, at, booking } from './builders.ts';
import type { Given } from './given.ts';

const of = { date: '2026-11-11', step: 'before', text: '0123456789ab', planVersion: 1 };

const move = (facts: Partial<TicketMove>): TicketMove => ({
  ...of,
  ...{ take: 0, held: 0, fared: noneFared },
  ...facts,
});

/** Tickets move with the slice or not at all, and there are never more than fifty. */
export function trialsContract({ stores, committed }: Given): void {
  const save = (rev: number, tickets: TicketMove, budget = booking({})) =>
    stores.slices.save(aSlice({ rev }), budget, tickets);

  describe('tickets of a trial', () => {
    beforeEach(() => stores.slices.open([aSlice()]));

    it('are taken with the slice, kept for what has fared, and given back for the rest', async () => {
      expect(await stores.trials.get(of)).toBeUndefined();
      expect(await save(0, move({ take: 10 }))).toMatchObject({ status: 'saved' });
      expect(await stores.trials.get(of)).toEqual({ ...emptyTrial(of), taken: 10 });
      const fared = { sent: 5, failed: 1, unknown: 2, overParts: 1 };
      await save(1, move({ held: 10, fared, take: 4 }));
      expect(await stores.trials.get(of)).toEqual({ ...emptyTrial(of), ...fared, taken: 13 });
    });

    it('are refused where there are fewer than wanted, and nothing is written', async () => {
      await save(0, move({ take: 45 }), booking({ reserve: 70 }));
      expect(await save(1, move({ take: 6 }), booking({ reserve: 30 }))).toEqual({
        status: 'no-ticket',
        trial: { ...emptyTrial(of), taken: 45 },
      });
      expect((await stores.slices.get(aSlice()))?.rev).toBe(1);
      expect(await committed(1)).toBe(70);
      expect(await save(1, move({ take: 5 }))).toMatchObject({ status: 'saved' });
    });

    it('are taken in the place of those that came back in the same write', async () => {
      await save(0, move({ take: 50 }));
      expect(await save(1, move({ held: 50, take: 50 }))).toMatchObject({ status: 'saved' });
      expect(await save(2, move({ held: 50, take: 49, fared: { ...noneFared, sent: 2 } }))).toEqual(
        { status: 'no-ticket', trial: { ...emptyTrial(of), taken: 50 } },
      );
    });

    it('always come back, and what has fared is always told', async () => {
      await save(0, move({ take: 50 }));
      const fared = { ...noneFared, unknown: 3 };
      expect(await save(1, move({ fared }))).toMatchObject({ status: 'saved' });
      expect(await stores.trials.get(of)).toMatchObject({ taken: 53, unknown: 3 });
    });

    it('stay where they are if the slice is lost or the money is short', async () => {
      await save(0, move({ take: 3 }));
      expect(await save(0, move({ take: 3 }))).toEqual({ status: 'lost' });
      expect(await save(1, move({ take: 3 }), booking({ reserve: 9, limit: 5 }))).toEqual({
        status: 'over-budget',
        committed: 0,
      });
      expect(await save(1, move({ take: 48 }), booking({ reserve: 9, limit: 5 }))).toMatchObject({
        status: 'over-budget',
      });
      expect(await stores.trials.get(of)).toMatchObject({ taken: 3 });
      expect(await committed(1)).toBe(0);
    });

    it('are never more than fifty, though twenty slices take ten at once', async () => {
      const slices = Array.from({ length: 20 }, (_, shard) => aSlice({ shard: shard + 1 }));
      await stores.slices.open(slices);
      const answers = await Promise.all(
        slices.map((slice) => stores.slices.save(slice, undefined, move({ take: 10 }))),
      );
      expect(answers.filter(({ status }) => status === 'saved')).toHaveLength(5);
      expect(await stores.trials.get(of)).toMatchObject({ taken: 50 });
    });
  });

  describe('trials', () => {
    beforeEach(() => stores.slices.open([aSlice()]));
    const word = { at: at(60), by: 'admin' };

    it('are one for each step, day and text, and listed by day', async () => {
      const others = [{ text: 'ffffffffffff' }, { step: 'eve' }, { date: '2026-11-12' }];
      for (const [rev, facts] of [{}, ...others].entries())
        await save(rev, move({ ...facts, take: 1 }));
      expect(await stores.trials.list('2026-11-11')).toEqual(
        [of, { ...of, text: 'ffffffffffff' }, { ...of, step: 'eve' }].map((each) => ({
          ...emptyTrial(each),
          taken: 1,
        })),
      );
    });

    it('keep the version of the plan that first said their text', async () => {
      await save(0, move({ take: 1 }));
      await save(1, move({ take: 1, planVersion: 2 }));
      expect(await stores.trials.get(of)).toMatchObject({ planVersion: 1, taken: 2 });
    });

    it('are released once, by whoever says so first', async () => {
      expect(await stores.trials.release(of, word)).toBe(false);
      await save(0, move({ take: 1 }));
      expect(await stores.trials.release(of, word)).toBe(true);
      expect(await stores.trials.release(of, { ...word, by: 'other' })).toBe(false);
      expect(await stores.trials.get(of)).toEqual({
        ...emptyTrial(of),
        ...{ taken: 1, released: word },
      });
    });
  });
}
