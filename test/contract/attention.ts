import { describe, expect, it } from 'vitest';
import { everything } from '#domain/attention/attention-filter';
import type { AttentionAsked } from '#flows/attention/attention-store';
import { aWorker } from '../builders.ts';
import { aReminder, at, idOf, inTens } from './builders.ts';
import type { Given } from './given.ts';

const latestFirst: AttentionAsked = { filter: everything, oldestFirst: false };

/** 240 texts failed, each third of them in Papua and each fifth of a group. */
export function attentionContract({ stores, stored }: Given): void {
  const failed = Array.from({ length: 240 }, (_, index) =>
    aReminder({
      ...{ workerId: idOf(index % 10), step: `step-${index}`, status: 'failed', at: at(index) },
      reason: index < 100 ? 'OptedOut' : 'Throttled',
      province: index % 3 === 0 ? 'Papua' : 'Jawa Tengah',
      group: index % 5 === 0 ? 'Ojek Sentani' : null,
    }),
  );

  async function bring(): Promise<void> {
    for (let worker = 0; worker < 10; worker++) await stored(aWorker({ workerId: idOf(worker) }));
    await inTens(failed, (row) => stores.reminders.write(row, 0));
  }

  async function whole(asked: AttentionAsked): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await stores.attention.list('failed', cursor, asked);
      pages.push(page.items.map(({ at: when }) => when));
      if (page.next === null) return pages;
      cursor = page.next;
    }
  }

  describe('what needs a person', () => {
    it('is listed the oldest first where that is asked for, each item once', async () => {
      await bring();
      const pages = await whole({ ...latestFirst, oldestFirst: true });
      expect(pages.flat()).toEqual(failed.map((row) => row.at));
      expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(100);
    });

    it.each([
      { province: 'Papua' },
      { group: 'Ojek Sentani', reason: 'OptedOut' },
      { step: 'step-7' },
      { province: 'Bali' },
    ])('is listed where it is asked for: %j', async (asked) => {
      await bring();
      const filter = { ...everything, ...asked };
      const expected = failed
        .filter((row) => Object.entries(asked).every(([name, of]) => Object(row)[name] === of))
        .map((row) => row.at);
      expect((await whole({ filter, oldestFirst: false })).flat()).toEqual(expected.toReversed());
      expect((await whole({ filter, oldestFirst: true })).flat()).toEqual(expected);
    });

    it('is told as a whole to be counted, with what a filter looks at', async () => {
      await bring();
      const { items, isAll } = await stores.attention.latest('failed');
      expect(items).toHaveLength(240);
      expect(isAll).toBe(true);
      const papua = items.filter(({ province, group }) => province === 'Papua' && group);
      expect(papua).toHaveLength(16);
      expect(await stores.attention.latest('unknown')).toEqual({ items: [], isAll: true });
    });
  });
}
