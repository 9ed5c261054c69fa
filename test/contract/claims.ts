import { describe, expect, it } from 'vitest';
import { aWorker } from '../builders.ts';
import { anOutcome, aReminder, at, idOf, inTens } from './builders.ts';
import type { Given } from './given.ts';

/** One row a reminder, whoever writes it and however often. */
export function claimsContract({ stores, stored, reminderOf, brought, claimed }: Given): void {
  describe('writing a reminder', () => {
    it('is seen by the next look, with the worker', async () => {
      const row = await claimed();
      expect(await stores.reminders.readFresh([row.workerId, idOf(7), row.workerId], row)).toEqual(
        new Map([
          [row.workerId, { worker: aWorker(), reminder: row }],
          [idOf(7), { worker: undefined, reminder: undefined }],
        ]),
      );
    });

    it('looks at 120 workers at once', async () => {
      const ids = Array.from({ length: 120 }, (_, index) => idOf(index));
      await inTens(ids, (workerId) => stores.workers.create(aWorker({ workerId })));
      const fresh = await stores.reminders.readFresh(ids, aReminder());
      expect([...fresh.values()].map(({ worker }) => worker?.workerId)).toEqual(ids);
    });

    it('happens once, though twenty holders claim at the same time', async () => {
      await stored();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores.reminders.write(aReminder({ status: 'claimed', claimId: `holder-${index}` }), 0),
        ),
      );
      expect(answers.filter((answer) => answer === 'written')).toHaveLength(1);
      expect(new Set(answers)).toEqual(new Set(['written', 'exists']));
      expect((await reminderOf())?.claimId).toBe(`holder-${answers.indexOf('written')}`);
    });

    it('is refused where the worker paid, stopped or was corrected since the look', async () => {
      const worker = await stored();
      await stores.workers.replace({ ...worker, stopped: { until: null } }, null);
      expect(await stores.reminders.write(aReminder(), 0)).toBe('changed');
      expect(await reminderOf()).toBeUndefined();
    });

    it('is refused where the worker was erased since the look', async () => {
      const worker = await stored();
      await stores.workers.erase(worker.workerId, at(1));
      expect(await stores.reminders.write(aReminder(), 0)).toBe('changed');
    });

    it('says that there is a row already, whatever became of the worker', async () => {
      await claimed();
      await stores.workers.replace(aWorker(), null);
      expect(await stores.reminders.write(aReminder({ claimId: 'holder-2' }), 0)).toBe('exists');
    });

    it('takes one’s own claim again for written, after an answer that got lost', async () => {
      const row = await claimed();
      expect(await stores.reminders.write(row, 0)).toBe('written');
    });

    it('never puts a claim over what became of it, lest it be sent again', async () => {
      const row = await claimed();
      await stores.reminders.record(row, 'holder-1', anOutcome());
      expect(await stores.reminders.write(row, 0)).toBe('exists');
      expect((await reminderOf())?.status).toBe('sent');
    });

    it('brings what failed before a person, with its reason and province', async () => {
      await stored();
      await stores.reminders.write(aReminder({ status: 'failed', reason: 'OptedOut' }), 0);
      const { workerId, month, step, planVersion, runId, province } = aReminder();
      expect(await brought('failed')).toEqual([
        {
          ...{ kind: 'failed', at: at(0), workerId, month, step, status: 'failed' },
          ...{ planVersion, reason: 'OptedOut', runId, province, group: null },
        },
      ]);
    });

    it('brings nobody before a person who was missed: their slice does', async () => {
      await stored();
      await stores.reminders.write(aReminder({ status: 'missed', reason: null }), 0);
      expect(await brought('missed')).toEqual([]);
    });

    it('brings nobody before a person whose row was refused', async () => {
      await claimed();
      await stores.reminders.write(aReminder({ status: 'missed', claimId: 'holder-2' }), 0);
      await stores.reminders.write(aReminder({ workerId: idOf(1), status: 'missed' }), 0);
      expect(await brought('missed')).toEqual([]);
    });
  });
}
