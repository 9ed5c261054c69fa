import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordPayment } from '#flows/payments/record-payment';
import { type OwingAsked, owingPart, owingWorkers } from '#flows/people/owing-workers';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aStage, paymentOf, workersNamed } from '../given.ts';
import { settings } from '../settings.ts';

const under = { ...settings, shards: 4 };
const november: OwingAsked = { month: '2026-11', zone: null, province: null, group: null };

/** All pages of a list, one after the other, or all parts of its file. */
async function pagesOf(
  memory: InMemoryPorts,
  asked: Partial<OwingAsked> = {},
  read = owingWorkers,
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let cursor: string | null = null;
  do {
    const of: OwingAsked = { ...november, ...asked };
    const page: Awaited<ReturnType<typeof read>> = await read(of, cursor, memory, under);
    pages.push(page.items.map(({ workerId }) => workerId));
    cursor = page.next;
  } while (cursor && pages.length < 100);
  return pages;
}

describe('who owes a month', () => {
  const province = fc.constantFrom('Jawa Tengah', 'Bali', 'Papua', 'Jawa Tengah');
  const id = fc.stringMatching(/^[0-9a-f]{20}$/).map((hex) => `wrk_${hex}`);
  const worker = fc.record({
    workerId: id,
    province,
    coveredThrough: fc.constantFrom('2026-10', '2026-10', '2026-10', '2026-09'),
  });

  it('is listed page by page over zones and shards, nobody omitted or repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(worker, { selector: (each) => each.workerId, maxLength: 250, size: 'max' }),
        async (given) => {
          const { memory } = aStage({ workers: given.map(aWorker), shards: 4 });
          const pages = await pagesOf(memory);
          const expected = given
            .filter(({ coveredThrough }) => coveredThrough === '2026-10')
            .map(({ workerId }) => workerId);
          expect(pages.flat().toSorted()).toEqual(expected.toSorted());
          expect(pages.every((page) => page.length <= 50)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([0, 1, 49, 50, 51, 100, 200])(
    'is whole when there are %d in one shard',
    async (count) => {
      const { memory } = aStage({
        workers: workersNamed(count).map((each, index) => ({
          ...each,
          workerId: inShardOne(index),
        })),
        shards: 4,
      });
      expect((await pagesOf(memory)).flat()).toEqual(
        Array.from({ length: count }, (_, index) => inShardOne(index)),
      );
    },
  );

  it('is whole when a full page turns out to be the last', async () => {
    const workers = workersNamed(150).map((each, index) => ({
      ...each,
      province: ['Jawa Tengah', 'Bali', 'Papua'][Math.floor(index / 50)] ?? '',
    }));
    const { memory } = aStage({
      workers: workers.map((each, index) => ({ ...each, workerId: inShardOne(index) })),
      shards: 4,
    });
    const { owing } = memory.workers;
    memory.workers.owing = async (partition, after, limit) => {
      const { items } = await owing(partition, after, limit + 1);
      return {
        items: items.slice(0, limit),
        next: items.length > limit ? (items[limit - 1] ?? null) : null,
      };
    };
    expect(new Set((await pagesOf(memory)).flat()).size).toBe(150);
  });

  const inShardOne = (index: number): string => `wrk_00000001${String(index).padStart(12, '0')}`;

  it('is asked for one zone', async () => {
    const workers = workersNamed(12).map((each, index) => ({
      ...each,
      province: index % 3 === 0 ? 'Papua' : 'Bali',
    }));
    const { memory } = aStage({ workers, shards: 4 });
    expect((await pagesOf(memory, { zone: 'Asia/Jayapura' })).flat()).toHaveLength(4);
  });

  describe('of a province and a group', () => {
    const place = fc.constantFrom('Jawa Tengah', 'Jawa Barat', 'Bali');
    const group = fc.constantFrom('Pasar Klewer', 'pasar klewer', 'Ojek', null);
    const some = fc.record({ workerId: id, province: place, group });

    it.each([
      ['page', owingWorkers, 50],
      ['part of a file', owingPart, 5_000],
    ] as const)('is listed %s by %s, nobody omitted or repeated', async (_, read, most) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(some, { selector: (each) => each.workerId, maxLength: 250, size: 'max' }),
          async (given) => {
            const { memory } = aStage({ workers: given.map(aWorker), shards: 4 });
            const asked = { province: 'Jawa Tengah', group: 'PASAR Klewer' };
            const pages = await pagesOf(memory, asked, read);
            const expected = given
              .filter((each) => each.province === 'Jawa Tengah' && /^pasar/i.test(each.group ?? ''))
              .map(({ workerId }) => workerId);
            expect(pages.flat().toSorted()).toEqual(expected.toSorted());
            expect(pages.every((page) => page.length <= most)).toBe(true);
          },
        ),
        { numRuns: 25 },
      );
    });

    it('is nobody where the province lies in another zone than that asked for', async () => {
      const { memory } = aStage({ workers: workersNamed(3), shards: 4 });
      const asked = { province: 'Jawa Tengah', zone: 'Asia/Jayapura' } as const;
      expect(await pagesOf(memory, asked)).toEqual([[]]);
    });
  });

  describe('as a file', () => {
    const inOneShard = (count: number) =>
      workersNamed(count).map((each, index) => ({ ...each, workerId: inShardOne(index) }));

    it('is cut after 5,000, and goes on there', async () => {
      const { memory } = aStage({ workers: inOneShard(5_001), shards: 4 });
      const parts = await pagesOf(memory, {}, owingPart);
      expect(parts.map(({ length }) => length)).toEqual([5_000, 1]);
      expect(new Set(parts.flat()).size).toBe(5_001);
    });

    it('is whole in one part where it just fits', async () => {
      const { memory } = aStage({ workers: inOneShard(5_000), shards: 4 });
      expect((await pagesOf(memory, {}, owingPart)).flat()).toHaveLength(5_000);
    });

    it('looks at no more than 20,000 workers a part, however few are asked for', async () => {
      const { memory } = aStage({ workers: inOneShard(20_500), shards: 4 });
      let [asked, looked] = [0, 0];
      const { get } = memory.workers;
      memory.workers.get = (ids) => {
        asked = Math.max(asked, ids.length);
        looked += ids.length;
        return get(ids);
      };
      const nobody = { ...november, group: 'Nobody' };
      const first = await owingPart(nobody, null, memory, under);
      expect({ found: first.items.length, asked, looked }).toEqual({
        ...{ found: 0, asked: 1_000, looked: 20_000 },
      });
      const second = await owingPart(nobody, first.next, memory, under);
      expect({ next: second.next, looked }).toEqual({ next: null, looked: 20_500 });
    });
  });

  it('leaves out who paid a moment ago, though the index still has them', async () => {
    const { memory, meanwhile } = aStage({ workers: workersNamed(3), shards: 4 });
    meanwhile('workers.get', () =>
      recordPayment(paymentOf(), workersNamed(1)[0]?.workerId ?? '', memory, under),
    );
    expect((await pagesOf(memory)).flat()).toHaveLength(2);
  });

  it.each(['x', 'Asia/Jakarta|9|', 'Asia/Tokyo|0|wrk_1'])(
    'does not know the cursor %s',
    async (cursor) => {
      const { memory } = aStage();
      await expect(owingWorkers(november, cursor, memory, under)).rejects.toMatchObject({
        code: 'invalid',
      });
    },
  );
});
