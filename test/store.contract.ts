import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaymentRecord } from '#domain/payment';
import type { PlanVersion } from '#domain/plan';
import type { Outcome, Reminder } from '#domain/reminder';
import type { Slice } from '#domain/slice';
import { type Change, partitionOf, shardOf, type Worker } from '#domain/worker';
import type { AttentionKind, AttentionStore, Pace, PaymentStore, PlanStore, ReminderStore, SliceStore, WorkerStore } from '#flows/ports';
import { aWorker, plan } from './domain/builders.ts';

export type Stores = Readonly<{
  workers: WorkerStore;
  reminders: ReminderStore;
  slices: SliceStore;
  pace: Pace;
  plans: PlanStore;
  payments: PaymentStore;
  attention: AttentionStore;
}>;

const shards = 4;

/** What every implementation of the stores must do. `make` answers empty ones, whose due index has so many shards. */
export function storeContract(name: string, make: (shards: number) => Promise<Stores>): void {
  describe(name, () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await make(shards);
    });

    const stored = async (worker: Worker = aWorker()): Promise<Worker> => {
      expect(await stores.workers.create(worker)).toBe(true);
      return worker;
    };
    const read = async (workerId = aWorker().workerId) => (await stores.workers.get([workerId])).get(workerId);
    const reminderOf = async ({ workerId, month, step } = aReminder()) =>
      (await stores.reminders.look([workerId], { month, step })).get(workerId)?.reminder;
    const brought = async (kind: AttentionKind) => (await stores.attention.list(kind, null)).items;
    const claimed = async (facts: Partial<Reminder> = {}): Promise<Reminder> => {
      await stored();
      const row = aReminder({ status: 'claimed', ...facts });
      expect(await stores.reminders.write(row, 0)).toBe('written');
      return row;
    };

    describe('workers', () => {
      it('reads a worker back as they were written, whatever they have and have not', async () => {
        const bare = await stored(aWorker({ workerId: idOf(1), phone: null }));
        const full = await stored(
          aWorker({
            workerId: idOf(2),
            group: 'Paguyuban Batik Laweyan',
            lastPayment: { id: 'pay_jmo_1', paidAt: at(0), months: ['2026-10'], amount: 8_400, source: 'channel' },
            credit: 600,
            stopped: { until: null },
            ended: { on: '2026-11-01', reason: 'abroad' },
          }),
        );
        expect(await stores.workers.get([idOf(1), idOf(2), idOf(3), idOf(1)])).toEqual(
          new Map([
            [idOf(1), bare],
            [idOf(2), full],
          ]),
        );
      });

      it('reads 250 workers at once', async () => {
        const ids = Array.from({ length: 250 }, (_, index) => idOf(index));
        await inTens(ids, (workerId) => stores.workers.create(aWorker({ workerId })));
        expect([...(await stores.workers.get(ids)).keys()].sort()).toEqual(ids);
      });

      it('creates a worker once, though twenty rosters bring them at the same time', async () => {
        const created = await Promise.all(Array.from({ length: 20 }, (_, index) => stores.workers.create(aWorker({ credit: index }))));
        expect(created.filter(Boolean)).toHaveLength(1);
        expect((await read())?.credit).toBe(created.indexOf(true));
      });

      it('refuses to write over a worker who was written since they were read', async () => {
        const worker = await stored();
        expect(await stores.workers.replace({ ...worker, name: 'Siti A.' }, null)).toBe(true);
        expect(await stores.workers.replace({ ...worker, credit: 500 }, null)).toBe(false);
        expect(await read()).toEqual({ ...worker, name: 'Siti A.', rev: 1 });
      });

      it('lets one of twenty writers win', async () => {
        const worker = await stored();
        const written = await Promise.all(
          Array.from({ length: 20 }, (_, credit) => stores.workers.replace({ ...worker, credit }, aChange(`c-${credit}`))),
        );
        expect(written.filter(Boolean)).toHaveLength(1);
        expect(await read()).toEqual({ ...worker, credit: written.indexOf(true), rev: 1 });
        expect((await stores.workers.timeline(worker.workerId)).changes).toEqual([aChange(`c-${written.indexOf(true)}`)]);
      });

      it('does not bring back who was never there by replacing them', async () => {
        expect(await stores.workers.replace(aWorker(), null)).toBe(false);
        expect(await read()).toBeUndefined();
      });
    });

    describe('the due index', () => {
      it('lists a partition page by page, in order, each worker once', async () => {
        const ids = Array.from({ length: 12 }, (_, index) => idOf(index * shards));
        await Promise.all([...ids].reverse().map((workerId) => stored(aWorker({ workerId }))));
        const found: string[] = [];
        for (let page = await stores.workers.owing(partition(), null, 5); ; page = await stores.workers.owing(partition(), page.next, 5)) {
          expect(page.items.length).toBeLessThanOrEqual(5);
          found.push(...page.items);
          if (page.next === null) break;
        }
        expect(found).toEqual(ids);
      });

      it('says that there is more after a full page, and nothing after the last', async () => {
        await Promise.all([0, 1].map((index) => stored(aWorker({ workerId: idOf(index * shards) }))));
        expect(await stores.workers.owing(partition(), null, 1)).toEqual({ items: [idOf(0)], next: idOf(0) });
        expect(await stores.workers.owing(partition(), idOf(0), 10)).toEqual({ items: [idOf(shards)], next: null });
        expect(await stores.workers.owing(partition(), idOf(shards), 10)).toEqual({ items: [], next: null });
      });

      it.each<[string, Partial<Worker>]>([
        ['owes another month', { coveredThrough: '2026-11' }],
        ['lives in another zone', { province: 'Papua' }],
        ['is in another shard', { workerId: idOf(1) }],
        ['is paid for by the government', { governmentPaid: true }],
        ['has ended', { ended: { on: '2026-11-01', reason: 'died' } }],
      ])('does not hold who %s', async (_, facts) => {
        await stored(aWorker(facts));
        expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([]);
      });

      it('moves a worker on with what they paid', async () => {
        const worker = await stored();
        await stores.workers.replace({ ...worker, coveredThrough: '2026-11' }, null);
        expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([]);
        expect((await stores.workers.owing({ ...partition(), month: '2026-12' }, null, 10)).items).toEqual([worker.workerId]);
      });

      it('lets go of who ended', async () => {
        const worker = await stored();
        await stores.workers.replace({ ...worker, ended: { on: '2026-11-01', reason: 'employed' } }, null);
        expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([]);
      });
    });

    describe('the phone index', () => {
      it('finds all who share a phone', async () => {
        await Promise.all([0, 1, 2].map((index) => stored(aWorker({ workerId: idOf(index) }))));
        expect([...(await stores.workers.byPhone('+6287000000000'))].sort()).toEqual([idOf(0), idOf(1), idOf(2)]);
      });

      it('forgets a phone that was corrected, or taken away', async () => {
        const worker = await stored();
        await stores.workers.replace({ ...worker, phone: '+6287000000009' }, null);
        expect(await stores.workers.byPhone('+6287000000000')).toEqual([]);
        expect(await stores.workers.byPhone('+6287000000009')).toEqual([worker.workerId]);
        await stores.workers.replace({ ...worker, phone: null, rev: 1 }, null);
        expect(await stores.workers.byPhone('+6287000000009')).toEqual([]);
        expect((await read())?.phone).toBeNull();
      });
    });

    describe('erasing', () => {
      it('leaves a tombstone that no roster gets past', async () => {
        const worker = await stored();
        expect(await stores.workers.erase(worker, at(1))).toBe(true);
        expect(await read()).toBeUndefined();
        expect(await stores.workers.create(worker)).toBe(false);
        expect(await stores.workers.erased([worker.workerId, idOf(9)])).toEqual(new Set([worker.workerId]));
        expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([]);
        expect(await stores.workers.byPhone('+6287000000000')).toEqual([]);
      });

      it('does not erase who was written since', async () => {
        const worker = await stored();
        await stores.workers.replace(worker, null);
        expect(await stores.workers.erase(worker, at(1))).toBe(false);
        expect(await stores.workers.erased([worker.workerId])).toEqual(new Set());
        expect(await read()).toBeDefined();
      });

      it('sweeps everything under the worker and takes them out of their payments, and may be repeated', async () => {
        const worker = await claimed();
        await stores.reminders.record(aReminder(), 'holder-1', anOutcome({ status: 'unknown' }));
        await stores.reminders.write(aReminder({ step: 'eve', status: 'missed' }), 0);
        await stores.payments.record(aPayment({ flags: ['too-little'] }), aWorker());
        await stores.workers.replace(aWorker({ rev: 1 }), aChange('c-1'));
        await stored(aWorker({ workerId: idOf(1), phone: null }));
        await stores.reminders.write(aReminder({ workerId: idOf(1), status: 'missed' }), 0);

        await stores.workers.erase(aWorker({ rev: 2 }), at(1));
        await stores.workers.sweep(worker.workerId);
        await stores.workers.sweep(worker.workerId);

        expect(await stores.workers.timeline(worker.workerId)).toEqual({ reminders: [], payments: [], changes: [] });
        expect(await reminderOf()).toBeUndefined();
        expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(aPayment({ flags: ['too-little'], workerId: null }));
        expect(await brought('flagged')).toMatchObject([{ reference: 'JMO-1', amount: 8_400 }]);
        expect((await brought('flagged'))[0]).not.toHaveProperty('workerId');
        expect(await brought('unknown')).toEqual([]);
        expect(await brought('missed')).toMatchObject([{ workerId: idOf(1) }]);
        expect((await stores.workers.timeline(idOf(1))).reminders).toHaveLength(1);
      });

      it('keeps the money of somebody whom nobody knew before a person, without them', async () => {
        await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
        await stores.workers.sweep(aWorker().workerId);
        expect(await brought('unmatched')).toMatchObject([{ reference: 'JMO-1' }]);
        expect((await brought('unmatched'))[0]).not.toHaveProperty('workerId');
        expect(await stores.payments.unmatchedOf(aWorker().workerId)).toEqual([]);
        expect(await stores.payments.get('jmo', 'JMO-1')).toMatchObject({ status: 'unmatched', amount: 8_400, workerId: null });
      });

      it('never sweeps away a worker who is there', async () => {
        await stored();
        await stores.workers.sweep(aWorker().workerId);
        expect(await read()).toEqual(aWorker());
      });

      it('sweeps 60 rows', async () => {
        await stored();
        await Promise.all(
          Array.from({ length: 60 }, (_, index) => stores.reminders.write(aReminder({ step: `step-${index}`, status: 'missed' }), 0)),
        );
        await stores.workers.erase(aWorker(), at(1));
        await stores.workers.sweep(aWorker().workerId);
        expect((await stores.workers.timeline(aWorker().workerId)).reminders).toEqual([]);
        expect(await brought('missed')).toEqual([]);
      });
    });

    describe('the timeline', () => {
      it('holds reminders, payments and changes, each as it was written', async () => {
        await stored();
        await stores.reminders.write(aReminder({ status: 'skipped', reason: 'held-out' }), 0);
        await stores.workers.replace(aWorker(), aChange('c-1'));
        await stores.payments.record(aPayment({ reference: 'JMO-2' }), aWorker({ rev: 1 }));
        await stores.payments.record(aPayment({ channel: 'bank', reference: 'JMO-2' }), aWorker({ rev: 2 }));
        expect(await stores.workers.timeline(aWorker().workerId)).toEqual({
          reminders: [aReminder({ status: 'skipped', reason: 'held-out' })],
          payments: [aPayment({ channel: 'bank', reference: 'JMO-2' }), aPayment({ reference: 'JMO-2' })],
          changes: [aChange('c-1')],
        });
      });
    });

    describe('writing a reminder', () => {
      it('is seen by the next look, with the worker', async () => {
        const row = await claimed();
        expect(await stores.reminders.look([row.workerId, idOf(7), row.workerId], row)).toEqual(
          new Map([
            [row.workerId, { worker: aWorker(), reminder: row }],
            [idOf(7), { worker: undefined, reminder: undefined }],
          ]),
        );
      });

      it('looks at 120 workers at once', async () => {
        const ids = Array.from({ length: 120 }, (_, index) => idOf(index));
        await inTens(ids, (workerId) => stores.workers.create(aWorker({ workerId })));
        const looks = await stores.reminders.look(ids, aReminder());
        expect([...looks.values()].map(({ worker }) => worker?.workerId)).toEqual(ids);
      });

      it('happens once, though twenty holders claim at the same time', async () => {
        await stored();
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, index) => stores.reminders.write(aReminder({ status: 'claimed', claimId: `holder-${index}` }), 0)),
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
        await stores.workers.erase(worker, at(1));
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

      it('brings who was missed before a person', async () => {
        await stored();
        await stores.reminders.write(aReminder({ status: 'missed', reason: 'paused' }), 0);
        const { workerId, month, step, runId } = aReminder();
        expect(await brought('missed')).toEqual([
          { kind: 'missed', at: at(0), workerId, month, step, status: 'missed', reason: 'paused', runId },
        ]);
      });

      it('brings nobody before a person whose row was refused', async () => {
        await claimed();
        await stores.reminders.write(aReminder({ status: 'missed', claimId: 'holder-2' }), 0);
        await stores.reminders.write(aReminder({ workerId: idOf(1), status: 'missed' }), 0);
        expect(await brought('missed')).toEqual([]);
      });
    });

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
        for (const kind of ['failed', 'unknown'] as const) expect(await brought(kind)).toHaveLength(kind === status ? 1 : 0);
      });

      it('is recorded by its own holder alone, and once', async () => {
        const row = await claimed();
        expect(await stores.reminders.record(row, 'holder-2', anOutcome())).toBe(false);
        expect(await stores.reminders.record(row, 'holder-2', anOutcome({ status: 'failed' }))).toBe(false);
        expect(await stores.reminders.record(row, 'holder-1', anOutcome())).toBe(true);
        expect(await stores.reminders.record(row, 'holder-1', anOutcome({ status: 'failed' }))).toBe(false);
        expect((await reminderOf())?.status).toBe('sent');
        expect(await brought('failed')).toEqual([]);
      });

      it('is not recorded for who was erased meanwhile', async () => {
        expect(await stores.reminders.record(aReminder(), 'holder-1', anOutcome())).toBe(false);
        expect(await stores.reminders.record(aReminder(), 'holder-1', anOutcome({ status: 'unknown' }))).toBe(false);
        expect(await reminderOf()).toBeUndefined();
        expect(await brought('unknown')).toEqual([]);
      });

      it('is presumed unknown where the holder is gone, once, and not after it was recorded', async () => {
        const row = await claimed();
        const presumed = await Promise.all(Array.from({ length: 5 }, () => stores.reminders.presumeUnknown(row, 'holder-1', at(60))));
        expect(presumed.filter(Boolean)).toHaveLength(1);
        expect(await reminderOf()).toEqual({ ...row, status: 'unknown', reason: 'the sender stopped half-way', at: at(60) });
        expect(await brought('unknown')).toMatchObject([{ workerId: row.workerId, at: at(60) }]);
        await stores.reminders.record(row, 'holder-1', anOutcome());
        expect(await stores.reminders.presumeUnknown(row, 'holder-1', at(61))).toBe(false);
      });

      it('is not presumed of the claim of another', async () => {
        const row = await claimed();
        expect(await stores.reminders.presumeUnknown(row, 'holder-2', at(60))).toBe(false);
        expect((await reminderOf())?.status).toBe('claimed');
      });

      it('can still be recorded by a holder who was taken for gone, and then needs nobody any more', async () => {
        const row = await claimed();
        await stores.reminders.presumeUnknown(row, 'holder-1', at(60));
        expect(await stores.reminders.record(row, 'holder-1', anOutcome({ at: at(61) }))).toBe(true);
        expect(await reminderOf()).toEqual({ ...row, ...anOutcome({ at: at(61) }) });
        expect(await brought('unknown')).toEqual([]);
      });

      it('stays before a person once, where a presumed unknown is recorded as unknown or failed', async () => {
        const row = await claimed();
        await stores.reminders.presumeUnknown(row, 'holder-1', at(60));
        expect(await stores.reminders.record(row, 'holder-1', anOutcome({ status: 'unknown', at: at(60) }))).toBe(true);
        expect(await brought('unknown')).toHaveLength(1);
        expect(await stores.reminders.record(row, 'holder-1', anOutcome({ status: 'unknown', at: at(61) }))).toBe(true);
        expect(await brought('unknown')).toMatchObject([{ at: at(61) }]);
        expect(await stores.reminders.record(row, 'holder-1', anOutcome({ status: 'failed', at: at(62) }))).toBe(true);
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

    describe('slices', () => {
      it('are opened once: a firing repeated changes nothing that was done', async () => {
        await stores.slices.open([aSlice(), aSlice({ shard: 1 })]);
        await stores.slices.save(aSlice({ state: 'finished' }));
        await stores.slices.open([aSlice(), aSlice({ shard: 2 })]);
        expect(await stores.slices.list('Asia/Jakarta', '2026-11-11')).toEqual([
          aSlice({ state: 'finished', rev: 1 }),
          aSlice({ shard: 1 }),
          aSlice({ shard: 2 }),
        ]);
      });

      it('are read back as they were saved', async () => {
        await stores.slices.open([aSlice()]);
        const slice = aSlice({
          ...{ state: 'closing', cursor: idOf(3), inFlight: [idOf(1), idOf(2)], reserved: 5_304, holder: 'holder-1', leaseUntil: at(90) },
          counts: { sent: 3, skipped: { 'held-out': 1 } },
        });
        expect(await stores.slices.save(slice)).toEqual({ status: 'saved', slice: { ...slice, rev: 1 } });
        expect(await stores.slices.get(slice)).toEqual({ ...slice, rev: 1 });
      });

      it('are listed by zone and day', async () => {
        await stores.slices.open([aSlice(), aSlice({ date: '2026-11-12' }), aSlice({ zone: 'Asia/Jayapura' })]);
        expect(await stores.slices.list('Asia/Jakarta', '2026-11-12')).toEqual([aSlice({ date: '2026-11-12' })]);
        expect(await stores.slices.get(aSlice({ step: 'eve' }))).toBeUndefined();
      });

      it('belong to one of twenty takers', async () => {
        await stores.slices.open([aSlice()]);
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, index) => stores.slices.save(aSlice({ holder: `holder-${index}` }))),
        );
        expect(answers.filter(({ status }) => status === 'saved')).toHaveLength(1);
        expect((await stores.slices.get(aSlice()))?.holder).toBe(`holder-${answers.findIndex(({ status }) => status === 'saved')}`);
      });

      it('cannot be saved by who lost them, nor can money be booked', async () => {
        await stores.slices.open([aSlice()]);
        await stores.slices.save(aSlice({ holder: 'holder-2' }));
        expect(await stores.slices.save(aSlice(), booking({ reserve: 100 }))).toEqual({ status: 'lost' });
        expect(await committed(1)).toBe(0);
      });

      it('that were never opened are lost', async () => {
        expect(await stores.slices.save(aSlice())).toEqual({ status: 'lost' });
        expect(await stores.slices.get(aSlice())).toBeUndefined();
      });
    });

    describe('the budget', () => {
      beforeEach(() => stores.slices.open([aSlice()]));

      it('takes what fits exactly, and not a rupiah more', async () => {
        expect(await stores.slices.save(aSlice(), booking({ reserve: 60, limit: 100 }))).toMatchObject({ status: 'saved' });
        expect(await stores.slices.save(aSlice({ rev: 1 }), booking({ reserve: 41, limit: 100 }))).toEqual({
          status: 'over-budget',
          committed: 60,
        });
        expect((await stores.slices.get(aSlice()))?.rev).toBe(1);
        expect(await stores.slices.save(aSlice({ rev: 1 }), booking({ reserve: 40, limit: 100 }))).toMatchObject({ status: 'saved' });
        expect(await stores.slices.save(aSlice({ rev: 2 }), booking({ reserve: 1, limit: 100 }))).toEqual({
          status: 'over-budget',
          committed: 100,
        });
      });

      it('refuses even the first that is more than all of it', async () => {
        expect(await stores.slices.save(aSlice(), booking({ reserve: 101, limit: 100 }))).toEqual({ status: 'over-budget', committed: 0 });
      });

      it('keeps what was spent and gives back what was not, within the same write', async () => {
        await stores.slices.save(aSlice(), booking({ reserve: 100, limit: 100 }));
        await stores.slices.save(aSlice({ rev: 1 }), booking({ release: 100, spend: 70, reserve: 30, limit: 100 }));
        expect(await committed(2)).toBe(100);
      });

      it('always takes back what was reserved, though the limit was lowered meanwhile', async () => {
        await stores.slices.save(aSlice(), booking({ reserve: 100, limit: 100 }));
        expect(await stores.slices.save(aSlice({ rev: 1 }), booking({ release: 100, spend: 80, limit: 50 }))).toMatchObject({
          status: 'saved',
        });
        expect(await committed(2)).toBe(80);
      });

      it('is each month’s own', async () => {
        await stores.slices.save(aSlice(), booking({ reserve: 100, limit: 100 }));
        expect(await stores.slices.save(aSlice({ rev: 1 }), booking({ month: '2026-12', reserve: 100, limit: 100 }))).toMatchObject({
          status: 'saved',
        });
      });

      it('is lost rather than over budget where both hold', async () => {
        expect(await stores.slices.save(aSlice({ rev: 7 }), booking({ reserve: 101, limit: 100 }))).toEqual({ status: 'lost' });
      });

      it('is never overdrawn by slices that book at the same time', async () => {
        const slices = Array.from({ length: 20 }, (_, shard) => aSlice({ shard: shard + 1 }));
        await stores.slices.open(slices);
        const answers = await Promise.all(slices.map((slice) => stores.slices.save(slice, booking({ reserve: 10, limit: 100 }))));
        expect(answers.filter(({ status }) => status === 'saved')).toHaveLength(10);
        expect(await committed()).toBe(100);
      });

      it('is not asked where there is no limit', async () => {
        expect(await stores.slices.save(aSlice(), booking({ reserve: 1_000_000 }))).toMatchObject({ status: 'saved' });
      });
    });

    /** There is no port that reads the budget: a booking that cannot fit says what is committed. */
    const committed = async (rev = 0) => {
      const answer = await stores.slices.save(aSlice({ rev }), booking({ reserve: 1e9, limit: 1 }));
      return answer.status === 'over-budget' ? answer.committed : answer.status;
    };

    describe('the mark of closed days', () => {
      it('moves forward in each zone, never back', async () => {
        expect(await stores.slices.closedThrough(['Asia/Jakarta'])).toEqual(new Map());
        await stores.slices.markClosed('Asia/Jakarta', '2026-11-10');
        await stores.slices.markClosed('Asia/Jakarta', '2026-11-09');
        await stores.slices.markClosed('Asia/Jayapura', '2026-11-11');
        expect(await stores.slices.closedThrough(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])).toEqual(
          new Map([
            ['Asia/Jakarta', '2026-11-10'],
            ['Asia/Jayapura', '2026-11-11'],
          ]),
        );
        await stores.slices.markClosed('Asia/Jakarta', '2026-11-11');
        expect((await stores.slices.closedThrough(['Asia/Jakarta'])).get('Asia/Jakarta')).toBe('2026-11-11');
      });
    });

    describe('the pace', () => {
      beforeEach(() => {
        vi.useFakeTimers({ toFake: ['Date'], now: new Date(at(0)) });
      });
      afterEach(() => {
        vi.useRealTimers();
      });

      it('lets no more parts out than a second allows, though fifty take at once', async () => {
        const taken = await Promise.all(Array.from({ length: 50 }, () => stores.pace.take(3, 20)));
        expect(taken.filter(Boolean)).toHaveLength(6);
        expect(await stores.pace.take(2, 20)).toBe(true);
        expect(await stores.pace.take(1, 20)).toBe(false);
      });

      it('lets nothing out that is more than a second allows', async () => {
        expect(await stores.pace.take(21, 20)).toBe(false);
        expect(await stores.pace.take(20, 20)).toBe(true);
      });
    });

    describe('plans', () => {
      it('follow each other: of several saved at once one becomes the next', async () => {
        expect(await stores.plans.current()).toBeUndefined();
        expect(await stores.plans.save(aPlan(2))).toBe(false);
        expect((await Promise.all([0, 1, 2, 3].map((each) => stores.plans.save(aPlan(1, `admin-${each}`))))).filter(Boolean)).toHaveLength(
          1,
        );
        expect(await stores.plans.save(aPlan(3))).toBe(false);
        expect((await Promise.all([0, 1, 2, 3].map((each) => stores.plans.save(aPlan(2, `admin-${each}`))))).filter(Boolean)).toHaveLength(
          1,
        );
        expect((await stores.plans.current())?.plan.version).toBe(2);
      });

      it('are kept, each version as it was saved', async () => {
        for (const version of [1, 2]) await stores.plans.save(aPlan(version));
        expect(await stores.plans.version(1)).toEqual(aPlan(1));
        expect(await stores.plans.current()).toEqual(aPlan(2));
        expect(await stores.plans.version(3)).toBeUndefined();
      });

      it('tell which were in force since a moment, the newest first', async () => {
        for (let version = 1; version <= 12; version++) await stores.plans.save(aPlan(version));
        const since = async (moment: string) => (await stores.plans.inForceSince(moment)).map(({ plan: { version } }) => version);
        expect(await since(at(100))).toEqual([12]);
        expect(await since(at(11))).toEqual([12, 11]);
        expect(await since(at(10.5))).toEqual([12, 11, 10]);
        expect(await since(at(0))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
      });
    });

    describe('payments', () => {
      it('are recorded once, though the channel sends one fifty times at the same time', async () => {
        await stored();
        const answers = await Promise.all(
          Array.from({ length: 50 }, () => stores.payments.record(aPayment(), aWorker({ coveredThrough: '2026-11', credit: 100 }))),
        );
        expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
        expect(new Set(answers)).toEqual(new Set(['recorded', 'duplicate']));
        expect(await read()).toEqual(
          aWorker({ coveredThrough: '2026-11', credit: 100, rev: 1, cycle: aWorker({ coveredThrough: '2026-11' }).cycle }),
        );
        expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(aPayment());
        expect((await stores.workers.owing({ ...partition(), month: '2026-12' }, null, 10)).items).toEqual([aWorker().workerId]);
      });

      it('do not fall on a worker who was written since they were read', async () => {
        await stored();
        await stores.workers.replace(aWorker(), null);
        expect(await stores.payments.record(aPayment(), aWorker())).toBe('changed');
        expect(await stores.payments.get('jmo', 'JMO-1')).toBeUndefined();
        expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([]);
      });

      it('of the same reference from another channel are others', async () => {
        await stored();
        expect(await stores.payments.record(aPayment(), aWorker())).toBe('recorded');
        expect(await stores.payments.record(aPayment({ channel: 'bank' }), aWorker({ rev: 1 }))).toBe('recorded');
        expect((await stores.workers.timeline(aWorker().workerId)).payments).toHaveLength(2);
      });

      it('that look odd come before a person', async () => {
        await stored();
        await stores.payments.record(aPayment({ flags: ['too-much'] }), aWorker());
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
          },
        ]);
      });

      it('of somebody nobody knows are kept for a person, once', async () => {
        const unmatched = aPayment({ status: 'unmatched', bought: [] });
        const answers = await Promise.all(Array.from({ length: 5 }, () => stores.payments.record(unmatched, null)));
        expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
        expect(await stores.payments.unmatchedOf(aWorker().workerId)).toEqual([unmatched]);
        expect(await brought('unmatched')).toMatchObject([{ reference: 'JMO-1' }]);
      });

      it('are not kept as unmatched where a roster has brought the worker meanwhile', async () => {
        await stored();
        expect(await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null)).toBe('changed');
        expect(await stores.payments.get('jmo', 'JMO-1')).toBeUndefined();
        expect(await brought('unmatched')).toEqual([]);
      });

      it('are matched with the worker once they come', async () => {
        await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
        await stored();
        const matched = aPayment({ flags: ['too-much'] });
        const answers = await Promise.all(
          Array.from({ length: 5 }, () => stores.payments.match(matched, aWorker({ coveredThrough: '2026-11' }))),
        );
        expect(answers.filter(Boolean)).toHaveLength(1);
        expect(await stores.payments.get('jmo', 'JMO-1')).toEqual(matched);
        expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([matched]);
        expect(await stores.payments.unmatchedOf(aWorker().workerId)).toEqual([]);
        expect(await read()).toMatchObject({ coveredThrough: '2026-11', rev: 1 });
        expect(await brought('unmatched')).toEqual([]);
        expect(await brought('flagged')).toHaveLength(1);
      });

      it('can be matched with another than they named, whose they are then', async () => {
        await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
        await stored(aWorker({ workerId: idOf(1) }));
        expect(await stores.payments.match(aPayment(), aWorker({ workerId: idOf(1) }))).toBe(true);
        expect((await stores.workers.timeline(aWorker().workerId)).payments).toEqual([]);
        expect((await stores.workers.timeline(idOf(1))).payments).toEqual([aPayment({ workerId: idOf(1) })]);
      });

      it('are not matched twice, nor with a worker who was written since', async () => {
        await stores.payments.record(aPayment({ status: 'unmatched', bought: [] }), null);
        await stored();
        expect(await stores.payments.match(aPayment(), aWorker({ rev: 5 }))).toBe(false);
        expect(await stores.payments.match(aPayment(), aWorker())).toBe(true);
        expect(await stores.payments.match(aPayment(), aWorker({ rev: 1 }))).toBe(false);
        expect(await stores.payments.match(aPayment({ reference: 'JMO-9' }), aWorker({ rev: 1 }))).toBe(false);
      });
    });

    describe('what needs a person', () => {
      it('is listed page by page, the latest first', async () => {
        await stored();
        const rows = Array.from({ length: 150 }, (_, index) => aReminder({ step: `step-${index}`, status: 'missed', at: at(index) }));
        await inTens(rows, (row) => stores.reminders.write(row, 0));
        const first = await stores.attention.list('missed', null);
        const second = await stores.attention.list('missed', first.next);
        expect([...first.items, ...second.items].map((item) => item.at)).toEqual(rows.map((row) => row.at).reverse());
        expect(second.next).toBeNull();
      });
    });
  });
}

const at = (seconds: number): string => new Date(Date.parse('2026-11-11T02:00:00.000Z') + seconds * 1_000).toISOString();
/** More than ten at a time would rather measure the database than the stores. */
async function inTens<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let first = 0; first < items.length; first += 10) await Promise.all(items.slice(first, first + 10).map(work));
}

/** In shard `index % 4` of four. */
const idOf = (index: number): string => `wrk_${index.toString(16).padStart(8, '0')}000000000000`;
const partition = () => partitionOf(aWorker(), shards) ?? { zone: 'Asia/Jakarta', month: '', shard: shardOf(aWorker().workerId, shards) };

const aReminder = (facts: Partial<Reminder> = {}): Reminder => ({
  ...{ workerId: aWorker().workerId, month: '2026-11', step: 'before', status: 'claimed', reason: null, at: at(0), claimId: 'holder-1' },
  ...{ runId: 'run_WIB_2026-11-11_0900_before_2026-11', messageId: null, parts: 1, priceUsd: 0.16073, planVersion: 1, arm: 'reminded' },
  ...{ province: 'Jawa Tengah', sector: 'other', language: 'id' },
  ...facts,
});

const anOutcome = (facts: Partial<Outcome> = {}): Outcome => ({ status: 'sent', reason: null, messageId: 'msg_1', at: at(1), ...facts });

const aSlice = (facts: Partial<Slice> = {}): Slice => ({
  ...{
    zone: 'Asia/Jakarta',
    date: '2026-11-11',
    time: '09:00',
    step: 'before',
    month: '2026-11',
    shard: 0,
    planVersion: 1,
    scheduledAt: at(0),
  },
  ...{ state: 'open', cursor: null, inFlight: [], reserved: 0, holder: null, leaseUntil: null, counts: {}, rev: 0 },
  ...facts,
});

const booking = (facts: Partial<Parameters<SliceStore['save']>[1] & object>) => ({
  month: '2026-11',
  reserve: 0,
  release: 0,
  spend: 0,
  limit: null,
  ...facts,
});

const aPlan = (version: number, savedBy = 'admin'): PlanVersion => ({ plan: { ...plan, version }, savedAt: at(version), savedBy });

const aPayment = (facts: Partial<PaymentRecord> = {}): PaymentRecord => ({
  ...{ reference: 'JMO-1', channel: 'jmo', amount: 8_400, paidAt: at(0), months: null, workerId: aWorker().workerId, recordedAt: at(0) },
  ...{ status: 'recorded', bought: ['2026-11'], flags: [] },
  ...facts,
});

const aChange = (id: string): Change => ({
  ...{ workerId: aWorker().workerId, id, at: at(0), by: 'admin', what: 'corrected', fields: ['name'], reason: null },
});
