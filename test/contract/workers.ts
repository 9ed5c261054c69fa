import { describe, expect, it } from 'vitest';
import { parseRoster } from '#domain/people/roster/roster-csv';
import type { Worker } from '#domain/people/worker';
import { aWorker, otherCells, rosterOf } from '../builders.ts';
import {
  aChange,
  aCreditPurchase,
  aPayment,
  aReminder,
  at,
  idOf,
  inTens,
  paid,
  partition,
  shards,
} from './builders.ts';
import type { Given } from './given.ts';

const everyOtherFact = () =>
  parseRoster(rosterOf(Object.assign({}, ...Object.values(otherCells)))).rows[0]?.facts;

/** Workers as they are kept, and the indexes that lead to them. */
export function workersContract({ stores, stored, read }: Given): void {
  describe('workers', () => {
    it('reads a worker back as they were written, whatever they have and have not', async () => {
      const bare = await stored(aWorker({ workerId: idOf(1), phone: null }));
      const full = await stored(
        aWorker({
          ...everyOtherFact(),
          workerId: idOf(2),
          lastPayment: {
            id: 'pay_jmo_1',
            paidAt: at(0),
            months: ['2026-10'],
            amount: 8_400,
            source: 'channel',
          },
          credit: 600,
          stopped: { until: null },
        }),
      );
      expect(await stores.workers.get([idOf(1), idOf(2), idOf(3), idOf(1)])).toEqual(
        new Map([
          [idOf(1), bare],
          [idOf(2), full],
        ]),
      );
    });

    it('finds those whose credit may buy a month, and only as long as it may', async () => {
      const rich = aWorker({ workerId: idOf(1), credit: 8_400 });
      await stored(aWorker({ workerId: idOf(0), credit: 8_399 }));
      await stored(rich);
      await stored(aWorker({ workerId: idOf(2), credit: 50_000, governmentPaid: true }));
      const found = async () =>
        (
          await Promise.all(
            Array.from({ length: shards }, (_, shard) =>
              stores.workers.withCredit(shard, null, 10),
            ),
          )
        ).flatMap(({ items }) => items);
      expect(await found()).toEqual([idOf(1)]);
      await stores.workers.replace({ ...rich, credit: 0 }, null, {
        credit: [aCreditPurchase({ workerId: idOf(1) })],
      });
      expect(await found()).toEqual([]);
      expect((await stores.workers.timeline(idOf(1))).payments).toEqual([
        aCreditPurchase({ workerId: idOf(1) }),
      ]);
    });

    it('finds those of a province whose name begins so, by name, however it is written', async () => {
      const people = [
        aWorker({ workerId: idOf(1), name: 'Siti Rahayu' }),
        aWorker({ workerId: idOf(2), name: 'SITI  AMINAH' }),
        aWorker({ workerId: idOf(3), name: 'Siti Aminah' }),
        aWorker({ workerId: idOf(4), name: 'Siti Aminah', province: 'Bali' }),
        aWorker({ workerId: idOf(5), name: 'Sita' }),
      ];
      await stores.workers.create(...people);
      const named = (name: string, limit = 50, province = 'Jawa Tengah') =>
        stores.workers.named(province, name, limit);
      expect(await named('siti')).toEqual({ ids: [2, 3, 1].map(idOf), more: false });
      expect(await named('siti aminah')).toEqual({ ids: [2, 3].map(idOf), more: false });
      expect(await named('siti', 50, 'Bali')).toEqual({ ids: [idOf(4)], more: false });
      expect(await named('si', 2)).toEqual({ ids: [5, 2].map(idOf), more: true });
      expect(await named('aminah')).toEqual({ ids: [], more: false });
      const moved = { ...aWorker({ workerId: idOf(1), name: 'Ani' }), province: 'Bali' };
      await stores.workers.replace(moved, null);
      await stores.workers.erase(idOf(3), at(1));
      expect(await named('siti')).toEqual({ ids: [idOf(2)], more: false });
      expect(await named('an', 50, 'Bali')).toEqual({ ids: [idOf(1)], more: false });
    });

    it('lists those with credit page by page', async () => {
      const ids = Array.from({ length: 30 }, (_, index) => idOf(index));
      await inTens(ids, (workerId) => stores.workers.create(aWorker({ workerId, credit: 8_400 })));
      const found: string[] = [];
      for (let shard = 0; shard < shards; shard += 1) {
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof stores.workers.withCredit>> =
            await stores.workers.withCredit(shard, after, 4);
          found.push(...page.items);
          after = page.next;
        } while (after !== null);
      }
      expect(found.sort()).toEqual(ids);
    });

    it('keeps what a roster told of, until its payment comes', async () => {
      const told = [{ at: at(0), months: [{ month: '2026-10', price: 8_400 }] }];
      const worker = await stored(aWorker({ toldByRoster: told, firstNamed: at(0) }));
      expect(await read()).toEqual(worker);
    });

    it('reads 250 workers at once', async () => {
      const ids = Array.from({ length: 250 }, (_, index) => idOf(index));
      await inTens(ids, (workerId) => stores.workers.create(aWorker({ workerId })));
      expect([...(await stores.workers.get(ids)).keys()].sort()).toEqual(ids);
    });

    it('creates a worker once, though twenty rosters bring them at the same time', async () => {
      const created = await Promise.all(
        Array.from({ length: 20 }, (_, index) => stores.workers.create(aWorker({ credit: index }))),
      );
      expect(created.filter(Boolean)).toHaveLength(1);
      expect((await read())?.credit).toBe(created.indexOf(true));
    });

    it('creates a hundred workers in one write', async () => {
      const workers = Array.from({ length: 100 }, (_, index) => aWorker({ workerId: idOf(index) }));
      expect(await stores.workers.create(...workers)).toBe(true);
      expect([
        ...(await stores.workers.get(workers.map((each) => each.workerId))).values(),
      ]).toEqual(expect.arrayContaining(workers));
    });

    it.each([
      ['is stored already', async () => undefined],
      ['was erased', () => stores.workers.erase(idOf(1), at(1))],
    ])('creates none of those who come together where one of them %s', async (_, become) => {
      await stored(aWorker({ workerId: idOf(1) }));
      await become();
      const before = await read(idOf(1));
      const three = [0, 1, 2].map((number) => aWorker({ workerId: idOf(number), credit: 5 }));
      expect(await stores.workers.create(...three)).toBe(false);
      expect([await read(idOf(0)), await read(idOf(1)), await read(idOf(2))]).toEqual([
        undefined,
        before,
        undefined,
      ]);
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
        Array.from({ length: 20 }, (_, credit) =>
          stores.workers.replace({ ...worker, credit }, aChange(`c-${credit}`)),
        ),
      );
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await read()).toEqual({ ...worker, credit: written.indexOf(true), rev: 1 });
      expect((await stores.workers.timeline(worker.workerId)).changes).toEqual([
        aChange(`c-${written.indexOf(true)}`),
      ]);
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
      for (
        let page = await stores.workers.owing(partition(), null, 5);
        ;
        page = await stores.workers.owing(partition(), page.next, 5)
      ) {
        expect(page.items.length).toBeLessThanOrEqual(5);
        found.push(...page.items);
        if (page.next === null) break;
      }
      expect(found).toEqual(ids);
    });

    it('says that there is more after a full page, and nothing after the last', async () => {
      await Promise.all([0, 1].map((index) => stored(aWorker({ workerId: idOf(index * shards) }))));
      expect(await stores.workers.owing(partition(), null, 1)).toEqual({
        items: [idOf(0)],
        next: idOf(0),
      });
      expect(await stores.workers.owing(partition(), idOf(0), 10)).toEqual({
        items: [idOf(shards)],
        next: null,
      });
      expect(await stores.workers.owing(partition(), idOf(shards), 10)).toEqual({
        items: [],
        next: null,
      });
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
      expect(
        (await stores.workers.owing({ ...partition(), month: '2026-12' }, null, 10)).items,
      ).toEqual([worker.workerId]);
    });

    it('lets go of who ended', async () => {
      const worker = await stored();
      await stores.workers.replace(
        { ...worker, ended: { on: '2026-11-01', reason: 'employed' } },
        null,
      );
      expect((await stores.workers.owing(partition(), null, 10)).items).toEqual([]);
    });
  });

  describe('the phone index', () => {
    it('finds all who share a phone', async () => {
      await Promise.all([0, 1, 2].map((index) => stored(aWorker({ workerId: idOf(index) }))));
      expect([...(await stores.workers.byPhone('+6287000000000'))].sort()).toEqual([
        idOf(0),
        idOf(1),
        idOf(2),
      ]);
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

  describe('the timeline', () => {
    it('holds reminders, payments and changes, each as it was written', async () => {
      await stored();
      await stores.reminders.write(aReminder({ status: 'skipped', reason: 'held-out' }), 0);
      await stores.workers.replace(aWorker(), aChange('c-1'));
      await stores.payments.record(aPayment({ reference: 'JMO-2' }), paid(aWorker({ rev: 1 })));
      await stores.payments.record(
        aPayment({ channel: 'bank', reference: 'JMO-2' }),
        paid(aWorker({ rev: 2 })),
      );
      expect(await stores.workers.timeline(aWorker().workerId)).toEqual({
        worker: await read(),
        reminders: [aReminder({ status: 'skipped', reason: 'held-out' })],
        payments: [
          aPayment({ channel: 'bank', reference: 'JMO-2' }),
          aPayment({ reference: 'JMO-2' }),
        ],
        changes: [aChange('c-1')],
        cycles: [],
      });
    });
  });
}
