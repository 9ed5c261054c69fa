import { describe, expect, it } from 'vitest';
import type { PaymentRecord } from '#domain/payments/payment';
import { aWorker } from '../builders.ts';
import { aClosedCycle, aCreditPurchase, aPayment, at, idOf, paid, partition } from './builders.ts';
import type { Given } from './given.ts';

const aReversed = (facts: Partial<PaymentRecord> = {}): PaymentRecord =>
  aPayment({
    status: 'reversed',
    reversed: { at: at(5), by: 'finance', reason: 'paid by mistake', was: 'recorded' },
    ...facts,
  });

/** Money is recorded once a reference, with all that follows from it. */
export function paymentsContract({ stores, stored, read, brought }: Given): void {
  describe('payments', () => {
    it('are recorded once, though the channel sends one fifty times at the same time', async () => {
      await stored();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          stores.payments.record(
            aPayment(),
            paid(aWorker({ coveredThrough: '2026-11', credit: 100 })),
          ),
        ),
      );
      expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
      expect(new Set(answers)).toEqual(new Set(['recorded', 'duplicate']));
      expect(await read()).toEqual(
        aWorker({
          coveredThrough: '2026-11',
          credit: 100,
          rev: 1,
          cycle: aWorker({ coveredThrough: '2026-11' }).cycle,
        }),
      );
      expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(aPayment());
      expect(
        (await stores.workers.owing({ ...partition(), month: '2026-12' }, null, 10)).items,
      ).toEqual([aWorker().workerId]);
    });

    it('do not fall on a worker who was written since they were read', async () => {
      await stored();
      await stores.workers.replace(aWorker(), null);
      expect(await stores.payments.record(aPayment(), paid(aWorker()))).toBe('changed');
      expect(await stores.payments.get('jmo', 'JMO-1')).toBeUndefined();
      expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([]);
    });

    it('of the same reference from another channel are others', async () => {
      await stored();
      expect(await stores.payments.record(aPayment(), paid(aWorker()))).toBe('recorded');
      expect(
        await stores.payments.record(aPayment({ channel: 'bank' }), paid(aWorker({ rev: 1 }))),
      ).toBe('recorded');
      expect((await stores.workers.timeline(aWorker().workerId)).payments).toHaveLength(2);
    });

    it('bring with them what credit has bought, which is no payment of anybody', async () => {
      await stored();
      const credit = [aCreditPurchase()];
      await stores.payments.record(aPayment(), { ...paid(aWorker()), credit });
      expect(await stores.payments.ofWorker(aWorker().workerId)).toEqual([...credit, aPayment()]);
      expect(await stores.payments.get('credit', at(3))).toBeUndefined();
      expect(
        (await stores.payments.listed({ from: '2026-11-11', to: '2026-11-11' }, null)).items,
      ).toEqual([aPayment()]);
    });

    it('of a day are listed, the latest first and page by page', async () => {
      const references = Array.from(
        { length: 60 },
        (_, index) => `R-${String(index).padStart(2, '0')}`,
      );
      for (const [index, reference] of references.entries())
        await stores.payments.record(
          aPayment({
            reference,
            recordedAt: at(index),
            workerId: idOf(index),
            status: 'unmatched',
          }),
          null,
        );
      const first = await stores.payments.listed({ from: '2026-11-11', to: '2026-11-11' }, null);
      const second = await stores.payments.listed(
        { from: '2026-11-11', to: '2026-11-11' },
        first.next,
      );
      expect([...first.items, ...second.items].map(({ reference }) => reference)).toEqual(
        references.reverse(),
      );
      expect(second.next).toBeNull();
      const before = await stores.payments.listed({ from: '2026-11-11', to: '2026-11-11' }, at(2));
      expect(before.items.map(({ recordedAt }) => recordedAt)).toEqual([at(1), at(0)]);
      expect(
        (await stores.payments.listed({ from: '2026-11-10', to: '2026-11-10' }, null)).items,
      ).toEqual([]);
    });

    it('are listed by the day in Jakarta on which they were recorded, over any span', async () => {
      const from = Date.parse('2026-11-09T23:00:00.000Z');
      const recorded = Array.from({ length: 75 }, (_, hours) =>
        aPayment({
          ...{ reference: `R-${hours}`, workerId: idOf(hours), status: 'unmatched' },
          recordedAt: new Date(from + hours * 3_600_000).toISOString(),
        }),
      );
      for (const payment of recorded) await stores.payments.record(payment, null);
      const span = { from: '2026-11-11', to: '2026-11-13' };
      const first = await stores.payments.recordedIn(span, null);
      const second = await stores.payments.recordedIn(span, first.next);
      // From midnight in Jakarta, 17:00 UTC, to the last one.
      expect([...first.items, ...second.items].map(({ reference }) => reference)).toEqual(
        recorded
          .map(({ reference }) => reference)
          .slice(18)
          .reverse(),
      );
      expect([first.items.length, second.next]).toEqual([50, null]);
      const oneDay = { from: '2026-11-12', to: '2026-11-12' };
      expect((await stores.payments.recordedIn(oneDay, null)).items).toHaveLength(24);
      const empty = { from: '2026-01-01', to: '2026-01-31' };
      expect(await stores.payments.recordedIn(empty, null)).toEqual({ items: [], next: null });
    });

    it('of one channel are found among thousands of others, page by page', async () => {
      const each = Array.from({ length: 130 }, (_, index) =>
        aPayment({
          ...{ reference: `R-${index}`, channel: index % 13 === 0 ? 'kantor' : 'bank' },
          ...{ workerId: idOf(index), status: 'unmatched', recordedAt: at(index * 1_500) },
        }),
      );
      for (const payment of each) await stores.payments.record(payment, null);
      const asked = { from: '2026-11-01', to: '2026-11-30', channel: 'kantor' };
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof stores.payments.recordedIn>> =
          await stores.payments.recordedIn(asked, cursor, 3);
        found.push(...page.items.map(({ reference }) => reference));
        cursor = page.next;
      } while (cursor !== null);
      const wanted = each.filter(({ channel }) => channel === 'kantor');
      expect(found).toEqual(wanted.map(({ reference }) => reference).reverse());
    });

    it('are listed with what a list shows and adds up, as it is now, and without who paid', async () => {
      const { channel, reference, amount, paidAt, recordedAt } = aPayment();
      const listed = { channel, reference, amount, paidAt, recordedAt, cameUnmatched: true };
      const matched = { at: at(4), notified: 'a mark' };
      const today = async () =>
        (await stores.payments.recordedIn({ from: '2026-11-11', to: '2026-11-11' }, null)).items;
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      expect(await today()).toEqual([
        { ...listed, status: 'unmatched', matchedAt: null, reversedAt: null },
      ]);
      await stored();
      await stores.payments.match(aPayment({ matched }), paid(aWorker()));
      expect(await today()).toEqual([
        { ...listed, status: 'recorded', matchedAt: at(4), reversedAt: null },
      ]);
      const reversed = aReversed({ matched });
      await stores.payments.reverse(reversed, 'recorded', paid(aWorker({ rev: 1 })));
      expect(await today()).toEqual([
        { ...listed, status: 'reversed', matchedAt: at(4), reversedAt: at(5) },
      ]);
    });

    it('recorded in the same moment are each listed once, on whatever page', async () => {
      const references = Array.from({ length: 120 }, (_, index) => `R-${index}`);
      for (const [index, reference] of references.entries())
        await stores.payments.record(
          aPayment({ reference, workerId: idOf(index), status: 'unmatched' }),
          null,
        );
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof stores.payments.listed>> =
          await stores.payments.listed({ from: '2026-11-11', to: '2026-11-11' }, cursor);
        found.push(...page.items.map(({ reference }) => reference));
        cursor = page.next;
      } while (cursor !== null);
      expect(found.toSorted()).toEqual(references.toSorted());
    });

    it('that look odd come before a person', async () => {
      await stored();
      await stores.payments.record(aPayment({ flags: ['too-much'] }), paid(aWorker()));
      expect(await brought('flagged')).toEqual([
        {
          ...{
            kind: 'flagged',
            at: at(0),
            workerId: aWorker().workerId,
            channel: 'jmo',
            reference: 'JMO-1',
            amount: 8_400,
            paidAt: at(0),
          },
          flags: ['too-much'],
          province: aWorker().province,
        },
      ]);
    });

    it('of somebody nobody knows are kept for a person, once', async () => {
      const unmatched = aPayment({ status: 'unmatched', bought: [] });
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => stores.payments.record(unmatched, null)),
      );
      expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
      expect(await stores.payments.ofWorker(aWorker().workerId)).toEqual([unmatched]);
      expect(await brought('unmatched')).toMatchObject([{ reference: 'JMO-1', province: null }]);
    });

    it('are not kept as unmatched where a roster has brought the worker meanwhile', async () => {
      await stored();
      expect(
        await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null),
      ).toBe('changed');
      expect(await stores.payments.get('jmo', 'JMO-1')).toBeUndefined();
      expect(await brought('unmatched')).toEqual([]);
    });

    it('wait where it can be asked for many workers at once, until they are swept', async () => {
      const waiting = { status: 'unmatched', bought: [] } as const;
      const ids = Array.from({ length: 130 }, (_, index) => idOf(index));
      for (const [index, workerId] of [ids[3], ids[120]].entries())
        await stores.payments.record(
          aPayment({ ...waiting, reference: `W-${index}`, workerId: workerId ?? '' }),
          null,
        );
      expect(await stores.payments.waitingFor(ids)).toEqual(new Set([ids[3], ids[120]]));
      await stores.workers.sweep(idOf(3));
      expect(await stores.payments.waitingFor(ids)).toEqual(new Set([ids[120]]));
      expect(await stores.payments.waitingFor([])).toEqual(new Set());
    });

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
