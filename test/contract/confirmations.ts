import { describe, expect, it } from 'vitest';
import type { Confirmation } from '#domain/sending/confirmation';
import { aWorker } from '../builders.ts';
import { aConfirmation, aPayment, at, idOf, paid } from './builders.ts';
import type { Given } from './given.ts';

/** What is still to be told of payments: put with the payment, kept until it is dropped. */
export function confirmationsContract({ stores, stored }: Given): void {
  /** In all shards and months, as a slice of each finds them. */
  const pending = async (zone: Confirmation['zone'] = 'Asia/Jakarta') => {
    const partitions = await stores.confirmations.waiting(zone);
    const found = await Promise.all(
      partitions.map(async (of) => {
        const { items } = await stores.confirmations.page(of, null, 10);
        return stores.confirmations.of(of, items);
      }),
    );
    return found.flat();
  };

  describe('confirmations', () => {
    it('wait from when the payment is recorded until they are dropped', async () => {
      await stored();
      expect(
        await stores.payments.record(aPayment(), {
          ...paid(aWorker()),
          confirmation: aConfirmation(),
        }),
      ).toBe('recorded');
      expect(await pending()).toEqual([aConfirmation()]);
      expect(await pending('Asia/Makassar')).toEqual([]);
      await stores.confirmations.drop(aConfirmation());
      await stores.confirmations.drop(aConfirmation());
      expect(await pending()).toEqual([]);
    });

    it('are put once for fifty notices of a payment, never for an unrecorded one', async () => {
      await stored();
      const told = { ...paid(aWorker()), confirmation: aConfirmation() };
      await Promise.all(Array.from({ length: 50 }, () => stores.payments.record(aPayment(), told)));
      expect(await pending()).toHaveLength(1);
      await stores.confirmations.drop(aConfirmation());
      expect(await stores.payments.record(aPayment(), told)).toBe('duplicate');
      expect(await stores.payments.record(aPayment({ reference: 'JMO-2' }), told)).toBe('changed');
      expect(await pending()).toEqual([]);
    });

    it('are put where a payment that was waiting is matched', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      await stored();
      expect(await pending()).toEqual([]);
      expect(
        await stores.payments.match(aPayment(), {
          ...paid(aWorker()),
          confirmation: aConfirmation(),
        }),
      ).toBe(true);
      expect(await pending()).toEqual([aConfirmation()]);
    });

    /** The ids of one of the four shards, in order. */
    const alike = (index: number): string => idOf(4 * index);

    const paysFor = async (index: number, facts: Partial<Confirmation> = {}) => {
      const worker = await stored(aWorker({ workerId: alike(index) }));
      const { workerId } = worker;
      const reference = `JMO-${index}`;
      const confirmation = aConfirmation({ workerId, reference, ...facts });
      await stores.payments.record(aPayment({ workerId, reference }), {
        ...paid(worker),
        confirmation,
      });
      return confirmation;
    };

    it('are paged by worker id, each month by itself', async () => {
      for (const index of [3, 1, 2]) await paysFor(index);
      await paysFor(4, { month: '2026-12' });
      const [of, ...others] = await stores.confirmations.waiting('Asia/Jakarta');
      if (!of) throw new Error('Nobody waits');
      expect([of.month, others.map(({ month }) => month)]).toEqual(['2026-11', ['2026-12']]);
      const first = await stores.confirmations.page(of, null, 2);
      expect(first.items).toEqual([alike(1), alike(2)]);
      const second = await stores.confirmations.page(of, first.next, 2);
      expect(second).toEqual({ items: [alike(3)], next: null });
      const asked = [alike(2), alike(4), alike(9)];
      expect(await stores.confirmations.of(of, asked)).toMatchObject([{ workerId: alike(2) }]);
    });

    it('of a month say when the payment of the first came in', async () => {
      await paysFor(2, { at: at(1) });
      await paysFor(1, { at: at(2) });
      await paysFor(3, { at: at(3), month: '2026-12' });
      expect(await stores.confirmations.waiting('Asia/Jakarta')).toMatchObject([
        { zone: 'Asia/Jakarta', month: '2026-11', at: at(2) },
        { zone: 'Asia/Jakarta', month: '2026-12', at: at(3) },
      ]);
    });

    it('of a later payment for the month take the place of an earlier, and stay', async () => {
      const earlier = await paysFor(1);
      const worker = (await stores.workers.get([alike(1)])).get(alike(1)) ?? aWorker();
      const later = { ...earlier, at: at(1), reference: 'AGAIN' };
      await stores.payments.record(aPayment({ workerId: alike(1), reference: 'AGAIN' }), {
        ...paid(worker),
        confirmation: later,
      });
      await stores.confirmations.drop(earlier);
      expect(await pending()).toEqual([later]);
      await stores.confirmations.drop(later);
      expect(await pending()).toEqual([]);
    });
  });
}
