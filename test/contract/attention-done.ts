import { describe, expect, it } from 'vitest';
import type { AttentionItem, AttentionKind, Noted } from '#flows/attention/attention-store';
import { aWorker } from '../builders.ts';
import { aPayment, aReminder, aSlice, at, paid } from './builders.ts';
import type { Given } from './given.ts';

const silently: Noted = () => null;

const noting =
  (id: string): Noted =>
  (workerId) =>
    workerId === null
      ? null
      : {
          ...{ workerId, id, at: at(60), by: 'user-1', byName: 'dewi' },
          ...{ what: 'attention-resolved', fields: ['failed'], reason: 'called' },
        };

/** What a person has seen to, and puts back. */
export function attentionDoneContract({ stores, stored }: Given): void {
  const listed = async (kind: AttentionKind): Promise<readonly AttentionItem[]> =>
    (await stores.attention.list(kind, null)).items;
  const only = async (kind: AttentionKind): Promise<string> => (await listed(kind))[0]?.id ?? '';
  const notes = async () => (await stores.workers.timeline(aWorker().workerId)).changes;

  const bringers: readonly (readonly [AttentionKind, () => Promise<unknown>])[] = [
    ['failed', () => stores.reminders.write(aReminder({ status: 'failed', group: 'Pasar' }), 0)],
    ['flagged', () => stores.payments.record(aPayment({ flags: ['future'] }), paid(aWorker()))],
    [
      'missed',
      async () => {
        const missed = { at: at(5), reason: null, provinces: { Bali: 1 } };
        await stores.slices.open([aSlice()]);
        await stores.slices.save(aSlice({ state: 'closed', missed }));
      },
    ],
  ];

  describe.each(bringers)('what needs a person, of the kind %s,', (kind, bring) => {
    it('comes back as it was, and once', async () => {
      await stored();
      await bring();
      const before = await listed(kind);
      expect(before).toHaveLength(1);
      const id = await only(kind);
      expect(await stores.attention.resolve(kind, id, silently)).toBe(true);
      expect(await listed(kind)).toEqual([]);
      expect(await stores.attention.restore(kind, id, silently)).toBe(true);
      expect(await stores.attention.restore(kind, id, silently)).toBe(true);
      expect(await listed(kind)).toEqual(before);
    });

    it('does not come back where it never was', async () => {
      await stored();
      await bring();
      const id = await only(kind);
      const other = id.replace(/^[^#]*/, at(99));
      for (const of of [other, `${id}x`, 'x', `${at(0)}#`, ''])
        expect(await stores.attention.restore(kind, of, silently)).toBe(false);
      expect(await stores.attention.restore('undelivered', id, silently)).toBe(false);
      expect(await listed(kind)).toHaveLength(1);
    });
  });

  describe('what somebody has seen to', () => {
    it('is noted once with the worker whom it is about', async () => {
      await stored();
      await stores.reminders.write(aReminder({ status: 'failed' }), 0);
      const id = await only('failed');
      expect(await stores.attention.resolve('failed', id, noting('1'))).toBe(true);
      expect(await stores.attention.resolve('failed', id, noting('2'))).toBe(false);
      expect(await notes()).toEqual([noting('1')(aWorker().workerId)]);
      expect(await stores.attention.restore('failed', id, noting('3'))).toBe(true);
      expect(await stores.attention.restore('failed', id, noting('4'))).toBe(true);
      expect((await notes()).map((note) => note.id).sort()).toEqual(['1', '3']);
    });

    it('stays off the list where its text has arrived since', async () => {
      await stored();
      await stores.reminders.write(aReminder({ status: 'unknown' }), 0);
      const id = await only('unknown');
      await stores.attention.resolve('unknown', id, silently);
      const arrived = { ...aReminder(), status: 'delivered', at: at(30) } as const;
      await stores.reminders.deliver(aReminder({ status: 'unknown' }), arrived);
      expect(await stores.attention.restore('unknown', id, noting('1'))).toBe(false);
      expect(await listed('unknown')).toEqual([]);
      expect(await notes()).toEqual([]);
    });

    it('stays off the list where its worker was erased since', async () => {
      await stored();
      await stores.reminders.write(aReminder({ status: 'failed' }), 0);
      const id = await only('failed');
      await stores.attention.resolve('failed', id, silently);
      await stores.workers.erase(aWorker().workerId, at(30), { rev: 0, closed: [] });
      await stores.workers.sweep(aWorker().workerId);
      expect(await stores.attention.restore('failed', id, noting('1'))).toBe(false);
      expect(await listed('failed')).toEqual([]);
      expect(await notes()).toEqual([]);
    });
  });
}
