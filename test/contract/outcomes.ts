import { describe, expect, it } from 'vitest';
import type { Delivered, Outcome, Reminder } from '#domain/sending/reminder';
import { aWorker } from '../builders.ts';
import { anOutcome, aReminder, at, idOf, inTens } from './builders.ts';
import type { Given } from './given.ts';

/** What becomes of a claim, and who has to look at it. */
export function outcomesContract({ stores, stored, reminderOf, brought, claimed }: Given): void {
  describe('what became of a claim', () => {
    it.each<[Outcome['status'], Partial<Outcome>]>([
      ['sent', { messageId: 'msg_1' }],
      ['failed', { messageId: null, reason: 'OptedOut' }],
      ['unknown', { messageId: null, reason: 'TimeoutError' }],
    ])('is recorded as %s', async (status, facts) => {
      const row = await claimed();
      const outcome = anOutcome({ status, ...facts });
      expect(await stores.reminders.record(row, 'holder-1', outcome)).toBe(true);
      expect(await reminderOf()).toEqual({ ...row, ...outcome });
      for (const kind of ['failed', 'unknown'] as const)
        expect(await brought(kind)).toHaveLength(kind === status ? 1 : 0);
    });

    it('is recorded by its own holder alone, and once', async () => {
      const row = await claimed();
      expect(await stores.reminders.record(row, 'holder-2', anOutcome())).toBe(false);
      expect(await stores.reminders.record(row, 'holder-2', anOutcome({ status: 'failed' }))).toBe(
        false,
      );
      expect(await stores.reminders.record(row, 'holder-1', anOutcome())).toBe(true);
      expect(await stores.reminders.record(row, 'holder-1', anOutcome({ status: 'failed' }))).toBe(
        false,
      );
      expect((await reminderOf())?.status).toBe('sent');
      expect(await brought('failed')).toEqual([]);
    });

    it('is not recorded for who was erased meanwhile', async () => {
      expect(await stores.reminders.record(aReminder(), 'holder-1', anOutcome())).toBe(false);
      expect(
        await stores.reminders.record(aReminder(), 'holder-1', anOutcome({ status: 'unknown' })),
      ).toBe(false);
      expect(await reminderOf()).toBeUndefined();
      expect(await brought('unknown')).toEqual([]);
    });

    it('is presumed unknown once when its holder is gone, never after a record', async () => {
      const row = await claimed();
      const presumed = await Promise.all(
        Array.from({ length: 5 }, () => stores.reminders.presumeUnknown(row, 'holder-1', at(60))),
      );
      expect(presumed.filter(Boolean)).toHaveLength(1);
      expect(await reminderOf()).toEqual({
        ...row,
        status: 'unknown',
        reason: 'sender-stopped',
        at: at(60),
      });
      expect(await brought('unknown')).toMatchObject([{ workerId: row.workerId, at: at(60) }]);
      await stores.reminders.record(row, 'holder-1', anOutcome());
      expect(await stores.reminders.presumeUnknown(row, 'holder-1', at(61))).toBe(false);
    });

    it('is not presumed of the claim of another', async () => {
      const row = await claimed();
      expect(await stores.reminders.presumeUnknown(row, 'holder-2', at(60))).toBe(false);
      expect((await reminderOf())?.status).toBe('claimed');
    });

    it('can still be recorded by a holder presumed gone, which ends the attention', async () => {
      const row = await claimed();
      await stores.reminders.presumeUnknown(row, 'holder-1', at(60));
      expect(await stores.reminders.record(row, 'holder-1', anOutcome({ at: at(61) }))).toBe(true);
      expect(await reminderOf()).toEqual({ ...row, ...anOutcome({ at: at(61) }) });
      expect(await brought('unknown')).toEqual([]);
    });

    it('needs attention once when a presumed unknown becomes unknown or failed', async () => {
      const row = await claimed();
      await stores.reminders.presumeUnknown(row, 'holder-1', at(60));
      expect(
        await stores.reminders.record(
          row,
          'holder-1',
          anOutcome({ status: 'unknown', at: at(60) }),
        ),
      ).toBe(true);
      expect(await brought('unknown')).toHaveLength(1);
      expect(
        await stores.reminders.record(
          row,
          'holder-1',
          anOutcome({ status: 'unknown', at: at(61) }),
        ),
      ).toBe(true);
      expect(await brought('unknown')).toMatchObject([{ at: at(61) }]);
      expect(
        await stores.reminders.record(row, 'holder-1', anOutcome({ status: 'failed', at: at(62) })),
      ).toBe(true);
      expect(await brought('unknown')).toEqual([]);
      expect(await brought('failed')).toHaveLength(1);
    });

    it('ends as one thing where recording and presuming meet', async () => {
      const row = await claimed();
      const [recorded] = await Promise.all([
        stores.reminders.record(row, 'holder-1', anOutcome({ status: 'failed' })),
        stores.reminders.presumeUnknown(row, 'holder-1', at(60)),
      ]);
      expect(recorded).toBe(true);
      expect((await reminderOf())?.status).toBe('failed');
      expect(await brought('unknown')).toEqual([]);
      expect(await brought('failed')).toHaveLength(1);
    });

    it('is as if it had never been, where the claim is taken back in time', async () => {
      const row = await claimed();
      expect(await stores.reminders.release(row, 'holder-2')).toBe(false);
      expect(await stores.reminders.release(row, 'holder-1')).toBe(true);
      expect(await reminderOf()).toBeUndefined();
      expect(await stores.reminders.release(row, 'holder-1')).toBe(false);
      expect(await stores.reminders.write(aReminder({ claimId: 'holder-2' }), 0)).toBe('written');
    });

    it('cannot be taken back once it was presumed unknown or recorded', async () => {
      const row = await claimed();
      await stores.reminders.presumeUnknown(row, 'holder-1', at(60));
      expect(await stores.reminders.release(row, 'holder-1')).toBe(false);
      await stores.reminders.record(row, 'holder-1', anOutcome());
      expect(await stores.reminders.release(row, 'holder-1')).toBe(false);
      expect((await reminderOf())?.status).toBe('sent');
    });
  });

  describe('what a delivery receipt says', () => {
    const delivered = (facts: Partial<Delivered> = {}): Delivered => ({
      ...{
        status: 'delivered',
        reason: null,
        messageId: 'msg_1',
        parts: 2,
        priceUsd: 0.4,
        at: at(60),
      },
      ...facts,
    });
    const sent = async (): Promise<Reminder> => {
      const row = await claimed();
      await stores.reminders.record(row, 'holder-1', anOutcome());
      return { ...row, ...anOutcome() };
    };

    it('is written with parts and price as billed, once', async () => {
      const row = await sent();
      const told = await Promise.all(
        Array.from({ length: 5 }, () => stores.reminders.deliver(row, delivered())),
      );
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await reminderOf()).toEqual({ ...row, ...delivered() });
    });

    it('is not written over what the reader has not seen', async () => {
      const row = await sent();
      expect(await stores.reminders.deliver({ ...row, status: 'unknown' }, delivered())).toBe(
        false,
      );
      expect(await stores.reminders.deliver({ ...row, at: at(2) }, delivered())).toBe(false);
      expect(await stores.reminders.deliver({ ...row, claimId: 'holder-2' }, delivered())).toBe(
        false,
      );
      expect(await reminderOf()).toEqual(row);
      expect(await stores.reminders.deliver(aReminder({ step: 'eve' }), delivered())).toBe(false);
      expect(await brought('undelivered')).toEqual([]);
    });

    it('is before a person as long as it is undelivered', async () => {
      const row = await sent();
      const failed = delivered({ status: 'undelivered', reason: 'Invalid phone number' });
      expect(await stores.reminders.deliver(row, failed)).toBe(true);
      expect(await brought('undelivered')).toMatchObject([
        { workerId: row.workerId, reason: 'Invalid phone number', at: at(60) },
      ]);
      expect(await stores.reminders.deliver({ ...row, ...failed }, delivered({ at: at(61) }))).toBe(
        true,
      );
      expect(await brought('undelivered')).toEqual([]);
    });

    it('settles what was unknown, which then needs nobody any more', async () => {
      const row = await claimed();
      await stores.reminders.presumeUnknown(row, 'holder-1', at(30));
      const [unknown] = await stores.reminders.list(row.workerId);
      expect(await stores.reminders.deliver(unknown ?? row, delivered())).toBe(true);
      expect(await reminderOf()).toEqual({ ...row, ...delivered() });
      expect(await brought('unknown')).toEqual([]);
      expect(await stores.reminders.record(row, 'holder-1', anOutcome())).toBe(false);
      expect(await stores.reminders.release(row, 'holder-1')).toBe(false);
      expect(await stores.reminders.presumeUnknown(row, 'holder-1', at(90))).toBe(false);
      expect((await reminderOf())?.status).toBe('delivered');
    });

    it('settles also what somebody has seen to', async () => {
      const row = await claimed();
      await stores.reminders.presumeUnknown(row, 'holder-1', at(30));
      const [item] = (await stores.attention.list('unknown', null)).items;
      await stores.attention.resolve('unknown', item?.id ?? '', () => null);
      const [unknown] = await stores.reminders.list(row.workerId);
      expect(await stores.reminders.deliver(unknown ?? row, delivered())).toBe(true);
      expect(await brought('unknown')).toEqual([]);
    });

    it('is found among the reminders of that worker alone', async () => {
      const row = await claimed();
      await stored(aWorker({ workerId: idOf(1) }));
      const others = [
        aReminder({ step: 'eve' }),
        aReminder({ month: '2026-10' }),
        aReminder({ workerId: idOf(1) }),
      ];
      for (const other of others) await stores.reminders.write(other, 0);
      expect(
        (await stores.reminders.list(row.workerId)).map(({ month, step }) => `${month} ${step}`),
      ).toEqual(['2026-10 before', '2026-11 before', '2026-11 eve']);
      expect(await stores.reminders.list(idOf(9))).toEqual([]);
    });
  });

  describe('what needs a person', () => {
    it('is listed page by page, the latest first', async () => {
      await stored();
      const rows = Array.from({ length: 150 }, (_, index) =>
        aReminder({ step: `step-${index}`, status: 'failed', at: at(index) }),
      );
      await inTens(rows, (row) => stores.reminders.write(row, 0));
      const first = await stores.attention.list('failed', null);
      const second = await stores.attention.list('failed', first.next);
      expect([...first.items, ...second.items].map((item) => item.at)).toEqual(
        rows.map((row) => row.at).reverse(),
      );
      expect(second.next).toBeNull();
    });

    it('is off the list once somebody has seen to it, and what it is about stays', async () => {
      await stored();
      const rows = [0, 1].map((index) =>
        aReminder({ step: `step-${index}`, status: 'failed', at: at(index) }),
      );
      for (const row of rows) await stores.reminders.write(row, 0);
      const [latest] = (await stores.attention.list('failed', null)).items;
      expect(await stores.attention.resolve('unknown', latest?.id ?? '', () => null)).toBe(false);
      expect(await stores.attention.resolve('failed', latest?.id ?? '', () => null)).toBe(true);
      expect(await stores.attention.resolve('failed', latest?.id ?? '', () => null)).toBe(false);
      expect((await brought('failed')).map(({ at: when }) => when)).toEqual([at(0)]);
      expect(await stores.reminders.list(aReminder().workerId)).toHaveLength(2);
    });
  });
}
