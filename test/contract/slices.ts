import { describe, expect, it } from 'vitest';
import type { Slice } from '#domain/sending/slice';
import { aSlice, at, booking, idOf } from './builders.ts';
import type { Given } from './given.ts';

/** Slices belong to one holder at a time; days are closed once. */
export function slicesContract({ stores, committed }: Given): void {
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
        ...{
          state: 'closing',
          cursor: idOf(3),
          inFlight: [idOf(1), idOf(2)],
          reserved: 5_304,
          spent: 2_652,
          holder: 'holder-1',
          leaseUntil: at(90),
        },
        counts: { sent: 3, skipped: { 'held-out': 1 } },
        missed: { at: at(5), reason: 'halted', provinces: { Bali: 1 } },
      });
      expect(await stores.slices.save(slice)).toEqual({
        status: 'saved',
        slice: { ...slice, rev: 1 },
      });
      expect(await stores.slices.get(slice)).toEqual({ ...slice, rev: 1 });
    });

    it('that missed somebody are one item before a person, put when they close', async () => {
      const missed = { at: at(5), reason: null, provinces: { 'Jawa Tengah': 2, Bali: 1 } };
      await stores.slices.open([aSlice(), aSlice({ shard: 1 })]);
      await stores.slices.save(aSlice({ state: 'closing', missed }));
      expect((await stores.attention.list('missed', null)).items).toEqual([]);
      await stores.slices.save(aSlice({ state: 'closed', missed, rev: 1 }));
      await stores.slices.save(aSlice({ state: 'closed', shard: 1 }));
      const { month, step } = aSlice();
      const said = { month, step, planVersion: aSlice().planVersion, status: 'missed' };
      const item = { kind: 'missed', at: at(5), ...said, reason: null };
      const runId = 'run_WIB_2026-11-11_0900_before_2026-11';
      const listed = async () =>
        (await stores.attention.list('missed', null)).items.map(({ id: _, ...each }) => each);
      expect(await listed()).toEqual([{ ...item, runId, count: 3, provinces: missed.provinces }]);
      // Somebody who moved here since was handed over: the same item says so.
      const more = { ...missed, provinces: { ...missed.provinces, Bali: 2 } };
      await stores.slices.save(aSlice({ state: 'closing', missed, rev: 2 }));
      await stores.slices.save(aSlice({ state: 'closed', missed: more, rev: 3 }));
      expect(await listed()).toEqual([{ ...item, runId, count: 4, provinces: more.provinces }]);
    });

    it('that are lost to another holder bring nothing before a person', async () => {
      const missed = { at: at(5), reason: null, provinces: { Bali: 1 } };
      await stores.slices.open([aSlice()]);
      await stores.slices.save(aSlice({ state: 'closing' }));
      expect(await stores.slices.save(aSlice({ state: 'closed', missed }))).toEqual({
        status: 'lost',
      });
      expect((await stores.attention.list('missed', null)).items).toEqual([]);
    });

    it('of reminders are asked for what is so with one of them, confirmations apart', async () => {
      const open = ({ state }: Pick<Slice, 'state'>) => state === 'open';
      const confirming = aSlice({ time: '00:00', step: 'paid' });
      const any = async (...slices: readonly Slice[]) => {
        await stores.slices.open(slices);
        return stores.slices.anyReminder('Asia/Jakarta', '2026-11-11', open);
      };
      expect(await any(confirming, aSlice({ state: 'finished' }))).toBe(false);
      const elsewhere = [{ zone: 'Asia/Jayapura' }, { date: '2026-11-12' }] as const;
      expect(await any(...elsewhere.map(aSlice))).toBe(false);
      // The ends of the day, on both sides of its confirmations.
      expect(await any(aSlice({ time: '00:00', step: 'overdue' }))).toBe(true);
      await stores.slices.save(aSlice({ time: '00:00', step: 'overdue', state: 'finished' }));
      expect(await any()).toBe(false);
      expect(await any(aSlice({ time: '00:00', step: 'q' }))).toBe(true);
      await stores.slices.save(aSlice({ time: '00:00', step: 'q', state: 'closed' }));
      expect(await any()).toBe(false);
      expect(await any(aSlice({ time: '23:45' }))).toBe(true);
    });

    it('are listed by zone and day', async () => {
      await stores.slices.open([
        aSlice(),
        aSlice({ date: '2026-11-12' }),
        aSlice({ zone: 'Asia/Jayapura' }),
      ]);
      expect(await stores.slices.list('Asia/Jakarta', '2026-11-12')).toEqual([
        aSlice({ date: '2026-11-12' }),
      ]);
      const { zone, date, time, step, month, planVersion, state, counts } = aSlice();
      expect(await stores.slices.progress(zone, date)).toEqual([
        { zone, date, time, step, month, planVersion, state, counts },
      ]);
      expect(await stores.slices.get(aSlice({ step: 'eve' }))).toBeUndefined();
    });

    it('belong to one of twenty takers', async () => {
      await stores.slices.open([aSlice()]);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          stores.slices.save(aSlice({ holder: `holder-${index}` })),
        ),
      );
      expect(answers.filter(({ status }) => status === 'saved')).toHaveLength(1);
      expect((await stores.slices.get(aSlice()))?.holder).toBe(
        `holder-${answers.findIndex(({ status }) => status === 'saved')}`,
      );
    });

    it('are saved though the answer got lost and the write was repeated', async () => {
      await stores.slices.open([aSlice()]);
      const saved = await stores.slices.save(aSlice({ holder: 'holder-1' }));
      expect(await stores.slices.save(aSlice({ holder: 'holder-1' }))).toEqual(saved);
      expect(await stores.slices.save(aSlice({ holder: 'holder-2' }))).toEqual({ status: 'lost' });
    });

    it('cannot be saved by who lost them, nor can money be booked', async () => {
      await stores.slices.open([aSlice()]);
      await stores.slices.save(aSlice({ holder: 'holder-2' }));
      expect(await stores.slices.save(aSlice(), booking({ reserve: 100 }))).toEqual({
        status: 'lost',
      });
      expect(await committed(1)).toBe(0);
    });

    it('that were never opened are lost', async () => {
      expect(await stores.slices.save(aSlice())).toEqual({ status: 'lost' });
      expect(await stores.slices.get(aSlice())).toBeUndefined();
    });
  });

  describe('the mark of closed days', () => {
    it('moves forward in each zone, never back', async () => {
      expect(await stores.slices.watermarks(['Asia/Jakarta'])).toEqual(new Map());
      await stores.slices.moveWatermark('Asia/Jakarta', '2026-11-10');
      await stores.slices.moveWatermark('Asia/Jakarta', '2026-11-09');
      await stores.slices.moveWatermark('Asia/Jayapura', '2026-11-11');
      expect(
        await stores.slices.watermarks(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
      ).toEqual(
        new Map([
          ['Asia/Jakarta', '2026-11-10'],
          ['Asia/Jayapura', '2026-11-11'],
        ]),
      );
      await stores.slices.moveWatermark('Asia/Jakarta', '2026-11-11');
      expect((await stores.slices.watermarks(['Asia/Jakarta'])).get('Asia/Jakarta')).toBe(
        '2026-11-11',
      );
    });
  });
}
