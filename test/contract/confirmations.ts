import { describe, expect, it } from 'vitest';
import type { Confirmation } from '#domain/sending/confirmation';
import { aWorker } from '../builders.ts';
import { aConfirmation, aPayment, at, booking, idOf, paid } from './builders.ts';
import type { Given } from './given.ts';

/** What is still to be told of payments: put with the payment, kept until it is dropped. */
export function confirmationsContract({ stores, stored }: Given): void {
  const pending = async (zone: Confirmation['zone'] = 'Asia/Jakarta') =>
    (await stores.confirmations.pending(zone, null, 10)).items;

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

    it('come the oldest first, page by page', async () => {
      for (const index of [3, 1, 2]) {
        const worker = await stored(aWorker({ workerId: idOf(index) }));
        const { workerId } = worker;
        const confirmation = aConfirmation({ workerId, at: at(index) });
        await stores.payments.record(aPayment({ workerId, reference: `JMO-${index}` }), {
          ...paid(worker),
          confirmation,
        });
      }
      const first = await stores.confirmations.pending('Asia/Jakarta', null, 2);
      expect(first.items.map(({ workerId }) => workerId)).toEqual([idOf(1), idOf(2)]);
      const second = await stores.confirmations.pending('Asia/Jakarta', first.next, 2);
      expect(second.items.map(({ workerId }) => workerId)).toEqual([idOf(3)]);
      expect(second.next).toBeNull();
    });
  });

  describe('a booking alone', () => {
    it('takes what fits exactly, and not a rupiah more', async () => {
      expect(await stores.slices.book(booking({ reserve: 60, limit: 100 }))).toEqual({
        status: 'booked',
      });
      expect(await stores.slices.book(booking({ reserve: 41, limit: 100 }))).toEqual({
        status: 'over-budget',
        committed: 60,
      });
      expect(await stores.slices.book(booking({ reserve: 40, limit: 100 }))).toEqual({
        status: 'booked',
      });
      expect(await stores.slices.book(booking({ release: 40, spend: 10 }))).toEqual({
        status: 'booked',
      });
      expect(await stores.slices.book(booking({}))).toEqual({ status: 'booked' });
      expect(await stores.slices.book(booking({ reserve: 31, limit: 100 }))).toEqual({
        status: 'over-budget',
        committed: 70,
      });
    });

    it('is never overdrawn by twenty that book at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => stores.slices.book(booking({ reserve: 10, limit: 100 }))),
      );
      expect(answers.filter(({ status }) => status === 'booked')).toHaveLength(10);
    });
  });
}
