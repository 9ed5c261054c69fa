import { describe, expect, it } from 'vitest';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { aWorker } from '../builders.ts';
import { aClosedCycle, aPayment, aReminder, paid } from './builders.ts';
import type { Given } from './given.ts';

/** The texts of a worker who leaves their cohort say so, whatever they were left by. */
export function leavingContract({ stores, claimed, reminderOf }: Given): void {
  const left: ClosedCycle = aClosedCycle({
    end: { on: '2026-11-20', by: 'left', months: [], payment: null },
  });
  const siti = aWorker();

  describe('the texts of who leaves', () => {
    it('are marked with the day, those of other months and workers are not', async () => {
      await claimed();
      const october = aReminder({ month: '2026-10' });
      await stores.reminders.write(october, 0);
      expect(await stores.workers.replace(siti, null, { closed: [left] })).toBe(true);
      expect(await reminderOf()).toEqual({ ...aReminder(), leftOn: '2026-11-20' });
      expect(await reminderOf(october)).toEqual(october);
    });

    it('keep the first day, and what is recorded of them afterwards', async () => {
      await claimed();
      await stores.workers.replace(siti, null, { closed: [left] });
      const again = { ...left, began: '2026-11-21T00:00:00.000Z' };
      const later = { ...again, end: { ...left.end, on: '2026-11-25' } };
      await stores.workers.replace({ ...siti, rev: 1 }, null, { closed: [later] });
      const sent = {
        status: 'sent',
        reason: null,
        messageId: 'msg_1',
        at: aReminder().at,
      } as const;
      await stores.reminders.record(aReminder(), 'holder-1', sent);
      expect(await reminderOf()).toEqual({ ...aReminder(), ...sent, leftOn: '2026-11-20' });
    });

    it('are not marked where the worker was written meanwhile', async () => {
      await claimed();
      expect(await stores.workers.replace({ ...siti, rev: 7 }, null, { closed: [left] })).toBe(
        false,
      );
      expect(await reminderOf()).toEqual(aReminder());
    });

    it('are not marked by a payment that ends the cycle, nor by a cycle that is void', async () => {
      await claimed();
      const again = { ...left, voided: true, began: '2026-11-21T00:00:00.000Z' };
      await stores.workers.replace(siti, null, { closed: [aClosedCycle(), again] });
      expect(await reminderOf()).toEqual(aReminder());
    });

    it('are marked by a reversal that makes it the month in which they left', async () => {
      await claimed();
      const payment = aPayment();
      await stores.payments.record(payment, paid(siti));
      const reversed = { ...payment, status: 'reversed' } as const;
      const without = paid({ ...siti, rev: 1 }, [left]);
      expect(await stores.payments.reverse(reversed, 'recorded', without)).toBe(true);
      expect((await reminderOf())?.leftOn).toBe('2026-11-20');
    });

    it('are marked before an erasure sweeps them away', async () => {
      await claimed();
      await stores.workers.erase(siti.workerId, aReminder().at, { rev: 0, closed: [left] });
      expect((await reminderOf())?.leftOn).toBe('2026-11-20');
    });
  });
}
