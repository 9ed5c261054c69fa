import { describe, expect, it } from 'vitest';
import type { PaymentRecord } from '#domain/payments/payment';
import { aWorker } from '../builders.ts';
import { aCreditPurchase, aPayment, at, idOf, paid, partition } from './builders.ts';
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
      const short = { by: 3_400, credit: 5_000 };
      await stores.payments.match(aPayment({ matched, short }), paid(aWorker()));
      expect(await today()).toEqual([
        { ...listed, short, status: 'recorded', matchedAt: at(4), reversedAt: null },
      ]);
      const reversed = aReversed({ matched, short });
      await stores.payments.reverse(reversed, 'recorded', paid(aWorker({ rev: 1 })));
      expect(await today()).toEqual([
        { ...listed, short, status: 'reversed', matchedAt: at(4), reversedAt: at(5) },
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
          group: null,
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
  });
}
