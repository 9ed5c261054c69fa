import { describe, expect, it } from 'vitest';
import { aWorker } from '../builders.ts';
import { aClosedCycle, aPayment, aReversed, at, idOf, paid, partition } from './builders.ts';
import type { Given } from './given.ts';

/** An unmatched payment is given to its worker, a wrong one taken back, with all that follows. */
export function correctionsContract({ stores, stored, read, brought }: Given): void {
  describe('payments', () => {
    it('are matched with the worker once they come', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      await stored();
      const matched = aPayment({ flags: ['too-much'] });
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          stores.payments.match(matched, paid(aWorker({ coveredThrough: '2026-11' }))),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(matched);
      expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([matched]);
      expect(await stores.payments.ofWorker(aWorker().workerId)).toEqual([matched]);
      expect(await read()).toMatchObject({ coveredThrough: '2026-11', rev: 1 });
      expect(await brought('unmatched')).toEqual([]);
      expect(await brought('flagged')).toHaveLength(1);
    });

    it('can be matched with another than they named, whose they are then', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      await stored(aWorker({ workerId: idOf(1) }));
      expect(await stores.payments.match(aPayment(), paid(aWorker({ workerId: idOf(1) })))).toBe(
        true,
      );
      expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([]);
      expect((await stores.workers.timeline(idOf(1))).payments).toEqual([
        aPayment({ workerId: idOf(1) }),
      ]);
    });

    it('are matched with one of five whose they are said to be at the same time', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      const workers = await Promise.all(
        [1, 2, 3, 4, 5].map((index) => stored(aWorker({ workerId: idOf(index) }))),
      );
      const answers = await Promise.all(
        workers.map((worker) => stores.payments.match(aPayment(), paid(worker))),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect((await stores.payments.get('jmo', 'JMO-1'))?.workerId).toBe(
        workers[answers.indexOf(true)]?.workerId,
      );
      const timelines = await Promise.all(
        workers.map(({ workerId }) => stores.workers.timeline(workerId)),
      );
      expect(timelines.flatMap(({ payments }) => payments)).toHaveLength(1);
    });

    it('are not matched twice, nor with a worker who was written since', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      await stored();
      expect(await stores.payments.match(aPayment(), paid(aWorker({ rev: 5 })))).toBe(false);
      expect(await stores.payments.match(aPayment(), paid(aWorker()))).toBe(true);
      expect(await stores.payments.match(aPayment(), paid(aWorker({ rev: 1 })))).toBe(false);
      expect(
        await stores.payments.match(aPayment({ reference: 'JMO-9' }), paid(aWorker({ rev: 1 }))),
      ).toBe(false);
    });

    it('are reversed once, with all that followed from them', async () => {
      await stored();
      await stores.payments.record(
        aPayment({ flags: ['too-much'] }),
        paid(aWorker({ coveredThrough: '2026-11' })),
      );
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          stores.payments.reverse(aReversed(), 'recorded', paid(aWorker({ rev: 1 }))),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(aReversed());
      expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([aReversed()]);
      expect(await read()).toEqual(aWorker({ rev: 2 }));
      expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([
        aWorker().workerId,
      ]);
      expect(await brought('flagged')).toEqual([]);
    });

    it('that could not be taken back whole come before a person', async () => {
      await stored();
      await stores.payments.record(aPayment({ flags: ['too-much'] }), paid(aWorker()));
      expect(
        await stores.payments.reverse(
          aReversed({ flags: ['overdrawn'] }),
          'recorded',
          paid(aWorker({ rev: 1 })),
        ),
      ).toBe(true);
      expect(await brought('flagged')).toMatchObject([
        { reference: 'JMO-1', flags: ['overdrawn'] },
      ]);
    });

    it('are not reversed when they or their worker changed or are gone', async () => {
      expect(await stores.payments.reverse(aReversed(), 'recorded', null)).toBe(false);
      await stored();
      await stores.payments.record(aPayment(), paid(aWorker()));
      expect(await stores.payments.reverse(aReversed(), 'recorded', paid(aWorker()))).toBe(false);
      expect(await stores.payments.reverse(aReversed(), 'recorded', null)).toBe(false);
      expect(await stores.payments.reverse(aReversed(), 'unmatched', null)).toBe(false);
      expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(aPayment());
      expect(await read()).toEqual(aWorker({ rev: 1 }));
    });

    it('leave the cycle that they ended, and a reversal opens it again', async () => {
      await stored();
      const { workerId } = aWorker();
      const open = { ...partition(), month: '2026-12' };
      const covered = aWorker({ coveredThrough: '2026-11' });
      await stores.payments.record(aPayment(), paid(covered, [aClosedCycle()]));
      expect((await stores.workers.timeline(workerId)).cycles).toEqual([aClosedCycle()]);
      expect((await stores.workers.closedIn(partition(), null, 10)).items).toEqual([workerId]);
      expect((await stores.workers.closedIn(open, null, 10)).items).toEqual([]);
      expect((await stores.workers.owing(open, null, 10)).items).toEqual([workerId]);
      await stores.payments.reverse(
        aReversed(),
        'recorded',
        paid(aWorker({ rev: 1 }), [aClosedCycle({ voided: true })]),
      );
      expect((await stores.workers.timeline(workerId)).cycles).toEqual([
        aClosedCycle({ voided: true }),
      ]);
      expect((await stores.workers.closedIn(partition(), null, 10)).items).toEqual([]);
    });

    it('that were waiting end a cycle when they are matched', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      await stored();
      expect(
        await stores.payments.match(
          aPayment(),
          paid(aWorker({ coveredThrough: '2026-11' }), [aClosedCycle()]),
        ),
      ).toBe(true);
      expect((await stores.workers.timeline(aWorker().workerId)).cycles).toEqual([aClosedCycle()]);
    });

    it('of somebody nobody knows are reversed alone', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      expect(await stores.payments.reverse(aReversed({ bought: [] }), 'unmatched', null)).toBe(
        true,
      );
      expect(await stores.payments.ofWorker(aWorker().workerId)).toEqual([
        aReversed({ bought: [] }),
      ]);
      expect(await brought('unmatched')).toEqual([]);
    });

    it('of somebody who was erased are reversed without bringing them back', async () => {
      await stored();
      await stores.payments.record(aPayment(), paid(aWorker()));
      await stores.workers.erase(aWorker().workerId, at(5));
      await stores.workers.sweep(aWorker().workerId);
      expect(await stores.payments.reverse(aReversed(), 'recorded', null)).toBe(false);
      expect(await stores.payments.reverse(aReversed({ workerId: null }), 'recorded', null)).toBe(
        true,
      );
      expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(aReversed({ workerId: null }));
      expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([]);
    });
  });
}
