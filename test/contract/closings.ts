import { describe, expect, it } from 'vitest';
import type { Closing } from '#domain/renewals/closing';
import { aWorker } from '../builders.ts';
import { aPayment, at, idOf, paid } from './builders.ts';
import type { Given } from './given.ts';

const aClosing = (facts: Partial<Closing> = {}): Closing => ({
  ...{ month: '2026-07', finalOn: '2026-10-04', through: '2026-11-10', closedAt: at(0) },
  ...{ by: 'user-1', byName: 'dewi' },
  figures: { receipts: [], renewals: { due: 3 }, members: { closing: 4 } } as never,
  ...facts,
});

/** What finance has frozen stays so, and what came after it is found. */
export function closingsContract({ stores, stored }: Given): void {
  describe('closings', () => {
    it('are frozen once, whoever closes the month again or at the same time', async () => {
      expect(await stores.closings.get('2026-07')).toBeUndefined();
      const byOthers = ['user-1', 'user-2', 'user-3'].map((by) => aClosing({ by }));
      const answers = await Promise.all(byOthers.map((each) => stores.closings.close(each)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await stores.closings.get('2026-07')).toEqual(byOthers[answers.indexOf(true)]);
    });

    it('are listed, the latest month first', async () => {
      for (const month of ['2026-07', '2025-12', '2026-08'])
        await stores.closings.close(aClosing({ month }));
      const months = (await stores.closings.list()).map(({ month }) => month);
      expect(months).toEqual(['2026-08', '2026-07', '2025-12']);
    });

    it('find what was booked of their month since, the latest first, and nothing of open ones', async () => {
      const paidAt = '2026-07-20T02:00:00.000Z';
      for (let index = 0; index < 60; index++)
        await stores.payments.record(
          aPayment({
            ...{ reference: `R-${index}`, workerId: idOf(index), status: 'unmatched', paidAt },
            ...{ recordedAt: at(index), bought: [] },
          }),
          null,
        );
      const first = await stores.payments.bookedLate('2026-07', at(5), null);
      const second = await stores.payments.bookedLate('2026-07', at(5), first.next);
      const found = [...first.items, ...second.items].map(({ reference }) => reference);
      expect(found).toEqual(Array.from({ length: 55 }, (_, index) => `R-${59 - index}`));
      expect(second.next).toBeNull();
      expect((await stores.payments.bookedLate('2026-11', at(0), null)).items).toEqual([]);
    });

    it('find a payment under the month it was paid in and under those that it pays for', async () => {
      await stored(aWorker({ coveredThrough: '2026-07' }));
      const bought = ['2026-08', '2026-11'];
      const payment = aPayment({ bought, paidAt: '2026-09-02T02:00:00.000Z' });
      await stores.payments.record(payment, paid(aWorker({ coveredThrough: '2026-11' })));
      const late = async (month: string) =>
        (await stores.payments.bookedLate(month, at(0), null)).items;
      for (const month of ['2026-08', '2026-09'])
        expect(await late(month)).toEqual([
          {
            ...{ at: at(0), from: null, to: 'recorded', month, channel: 'jmo' },
            ...{ reference: 'JMO-1', amount: 8_400, paidAt: payment.paidAt, months: bought },
          },
        ]);
      for (const month of ['2026-07', '2026-11']) expect(await late(month)).toEqual([]);
    });
  });
}
