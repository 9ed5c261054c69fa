import { describe, expect, it } from 'vitest';
import { aWorker } from '../builders.ts';
import {
  aChange,
  aClosedCycle,
  aCreditPurchase,
  anOutcome,
  aPayment,
  aReminder,
  aReversed,
  at,
  idOf,
  paid,
  partition,
} from './builders.ts';
import type { Given } from './given.ts';

/** Forgetting a person: what goes, and what stays without them. */
export function erasingContract({
  stores,
  stored,
  read,
  reminderOf,
  brought,
  claimed,
}: Given): void {
  describe('erasing', () => {
    it('leaves a tombstone that no roster gets past', async () => {
      const worker = await stored();
      expect(await stores.workers.erase(worker.workerId, at(1))).toBe(true);
      expect(await read()).toBeUndefined();
      expect(await stores.workers.create(worker)).toBe(false);
      await stored(aWorker({ workerId: idOf(1), phone: null }));
      expect(await stores.workers.known([worker.workerId, idOf(1), idOf(9)])).toEqual(
        new Map<string, unknown>([
          [worker.workerId, 'erased'],
          [idOf(1), aWorker({ workerId: idOf(1), phone: null })],
        ]),
      );
      await stores.workers.sweep(worker.workerId);
      expect(await stores.workers.create(worker)).toBe(false);
      await stores.workers.erase(idOf(1), at(1));
      expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([]);
      expect(await stores.workers.byPhone('+6287000000000')).toEqual([]);
      const named = await stores.workers.named(worker.province, 'si', 10);
      expect(named).toEqual({ ids: [], more: false });
    });

    it('leaves what a firing takes for nobody, and not for a row that cannot be read', async () => {
      const { workerId } = await stored();
      await stores.workers.erase(workerId, at(1));
      const { month, step } = aReminder();
      expect((await stores.reminders.readFresh([workerId], { month, step })).get(workerId)).toEqual(
        { worker: undefined, reminder: undefined },
      );
    });

    it('leaves nobody to pay for, and money that comes before or after the sweep is kept', async () => {
      const { workerId } = await stored();
      await stores.payments.record(aPayment(), paid(aWorker()));
      await stores.workers.erase(workerId, at(1));
      const unmatched = aPayment({ reference: 'JMO-2', status: 'unmatched', bought: [] });
      expect(await stores.payments.record(unmatched, paid(aWorker({ rev: 1 })))).toBe('changed');
      expect(await stores.payments.record(unmatched, null)).toBe('recorded');
      expect(await stores.payments.reverse(aReversed(), 'recorded', null)).toBe(true);
      await stores.workers.sweep(workerId);
      const later = { ...unmatched, reference: 'JMO-3' };
      expect(await stores.payments.record(later, null)).toBe('recorded');
      expect(await brought('unmatched')).toMatchObject([
        { reference: 'JMO-3', workerId },
        { reference: 'JMO-2', workerId: null },
      ]);
      expect(await read()).toBeUndefined();
    });

    it('lets nobody note anything more with the person, before the sweep too', async () => {
      const { workerId } = await stored();
      await stores.reminders.write(aReminder({ status: 'failed' }), 0);
      const id = (await stores.attention.list('failed', null)).items[0]?.id ?? '';
      await stores.workers.erase(workerId, at(1));
      const noted = () => aChange('note');
      expect(await stores.attention.resolve('failed', id, noted)).toBe(true);
      expect(await stores.attention.restore('failed', id, noted)).toBe(false);
      expect(await brought('failed')).toEqual([]);
      expect((await stores.workers.timeline(workerId)).changes).toEqual([]);
    });

    it('and a roster at the same moment never bring anybody back', async () => {
      for (const number of [1, 2, 3, 4, 5]) {
        const worker = aWorker({ workerId: idOf(number), phone: null });
        const { workerId } = worker;
        const [created, erased] = await Promise.all([
          stores.workers.create(worker),
          stores.workers.erase(workerId, at(1)),
        ]);
        const known = (await stores.workers.known([workerId])).get(workerId);
        expect([created, known]).toEqual([true, erased ? 'erased' : worker]);
        expect(await stores.workers.create(worker)).toBe(false);
      }
    });

    it('and another write at the same moment: one of the two holds', async () => {
      for (const number of [1, 2, 3, 4, 5]) {
        const worker = await stored(aWorker({ workerId: idOf(number), phone: null }));
        const { workerId } = worker;
        const reference = `JMO-${number}`;
        const [erased, replaced, recorded] = await Promise.all([
          stores.workers.erase(workerId, at(1), { rev: 0, closed: [] }),
          stores.workers.replace({ ...worker, credit: 5 }, null),
          stores.payments.record(aPayment({ workerId, reference }), paid(worker)),
        ]);
        expect([erased, replaced, recorded === 'recorded'].filter(Boolean)).toHaveLength(1);
        const known = (await stores.workers.known([workerId])).get(workerId);
        expect(known === 'erased').toBe(erased);
      }
    });

    it('is unfinished until its sweep has ended', async () => {
      const { workerId } = await stored();
      expect(await stores.erasures.unfinished()).toEqual([]);
      await stores.workers.erase(workerId, at(1));
      expect(await stores.erasures.unfinished()).toEqual([{ workerId, at: at(1) }]);
      await stores.workers.sweep(workerId);
      expect(await stores.erasures.unfinished()).toEqual([]);
    });

    it('erases whatever was written last, and nobody who is not there', async () => {
      const worker = await stored();
      await stores.workers.replace(worker, null);
      expect(await stores.workers.erase(worker.workerId, at(1))).toBe(true);
      expect(await read()).toBeUndefined();
      expect(await stores.workers.erase(worker.workerId, at(2))).toBe(false);
      const seen = { rev: 1, closed: [] };
      expect(await stores.workers.erase(worker.workerId, at(2), seen)).toBe(false);
      expect(await stores.erasures.unfinished()).toMatchObject([{ at: at(1) }]);
      expect(await stores.workers.erase(idOf(9), at(1))).toBe(false);
      expect(await stores.workers.known([idOf(9)])).toEqual(new Map());
      expect(await stores.workers.replace({ ...worker, rev: 1 }, null)).toBe(false);
    });

    it('takes what credit has bought with it', async () => {
      const worker = await stored();
      await stores.workers.replace(worker, null, { credit: [aCreditPurchase()] });
      await stores.workers.erase(worker.workerId, at(1));
      await stores.workers.sweep(worker.workerId);
      expect(await stores.payments.ofWorker(worker.workerId)).toEqual([]);
    });

    it('keeps the ended cycle until the sweep, and refuses a changed worker', async () => {
      await stored();
      const left = aClosedCycle({
        end: { on: '2026-11-11', by: 'left', months: [], payment: null },
      });
      const { workerId } = aWorker();
      expect(await stores.workers.erase(workerId, at(1), { rev: 1, closed: [left] })).toBe(false);
      expect(await stores.workers.erase(workerId, at(1), { rev: 0, closed: [left] })).toBe(true);
      expect((await stores.workers.timeline(workerId)).cycles).toEqual([left]);
      await stores.workers.sweep(workerId);
      expect((await stores.workers.timeline(workerId)).cycles).toEqual([]);
      expect((await stores.workers.closedIn(partition(), null, 10)).items).toEqual([]);
    });

    it('sweeps all rows and unlinks the payments, and may be repeated', async () => {
      const worker = await claimed();
      await stores.reminders.record(aReminder(), 'holder-1', anOutcome({ status: 'unknown' }));
      await stores.reminders.write(aReminder({ step: 'eve', status: 'failed' }), 0);
      await stores.payments.record(aPayment({ flags: ['too-little'] }), paid(aWorker()));
      await stores.workers.replace(aWorker({ rev: 1 }), aChange('c-1'));
      await stored(aWorker({ workerId: idOf(1), phone: null }));
      await stores.reminders.write(aReminder({ workerId: idOf(1), status: 'failed' }), 0);

      await stores.workers.erase(worker.workerId, at(1));
      await stores.workers.sweep(worker.workerId);
      await stores.workers.sweep(worker.workerId);

      expect(await stores.workers.timeline(worker.workerId)).toEqual({
        worker: null,
        reminders: [],
        payments: [],
        changes: [],
        cycles: [],
      });
      expect(await reminderOf()).toBeUndefined();
      expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(
        aPayment({ flags: ['too-little'], workerId: null }),
      );
      expect(await brought('flagged')).toMatchObject([
        { reference: 'JMO-1', amount: 8_400, workerId: null },
      ]);
      expect(await brought('unknown')).toEqual([]);
      expect(await brought('unmatched')).toEqual([]);
      expect(await brought('failed')).toMatchObject([{ workerId: idOf(1) }]);
      expect((await stores.workers.timeline(idOf(1))).reminders).toHaveLength(1);
    });

    it('keeps the money of somebody whom nobody knew before a person, without them', async () => {
      await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
      await stores.workers.sweep(aWorker().workerId);
      expect(await brought('unmatched')).toMatchObject([{ reference: 'JMO-1', workerId: null }]);
      expect(await stores.payments.ofWorker(aWorker().workerId)).toEqual([]);
      expect(await stores.payments.get('jmo', 'JMO-1')).toMatchObject({
        status: 'unmatched',
        amount: 8_400,
        workerId: null,
      });
    });

    it('never sweeps away a worker who is there', async () => {
      await stored();
      await stores.workers.sweep(aWorker().workerId);
      expect(await read()).toEqual(aWorker());
    });

    it('sweeps 60 rows', async () => {
      await stored();
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          stores.reminders.write(aReminder({ step: `step-${index}`, status: 'failed' }), 0),
        ),
      );
      await stores.workers.erase(aWorker().workerId, at(1));
      await stores.workers.sweep(aWorker().workerId);
      expect((await stores.workers.timeline(aWorker().workerId)).reminders).toEqual([]);
      expect(await brought('failed')).toEqual([]);
    });
  });
}
