import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '#domain/calendar/zones';
import type { Worker } from '#domain/people/worker';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, stopTexts } from '#flows/people/change-worker';
import { showWorker } from '#flows/people/show-worker';
import { findWorkers, owingWorkers } from '#flows/people/show-workers';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aMorning, aStage, by, later, paymentOf, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const under = { ...settings, shards: 4 };

const siti = aWorker();

/** All pages of a list, one after the other. */
async function pagesOf(
  memory: InMemoryPorts,
  zone: Zone | null = null,
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof owingWorkers>> = await owingWorkers(
      '2026-11',
      zone,
      cursor,
      memory,
      under,
    );
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
    expect((await pagesOf(memory, 'Asia/Jayapura')).flat()).toHaveLength(4);
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
      await expect(owingWorkers('2026-11', null, cursor, memory, under)).rejects.toMatchObject({
        code: 'invalid',
      });
    },
  );
});

const knowing = (memory: InMemoryPorts) => ({ ...memory, identity: async () => memory.identity });

describe('looking for a worker', () => {
  const family: readonly Worker[] = workersNamed(3).map((each) => ({
    ...each,
    phone: '+6287000000042',
  }));

  it('by a phone that three share finds all three', async () => {
    const { memory } = aStage({
      workers: [...family, aWorker({ workerId: 'wrk_99999999999999999999' })],
    });
    const { items } = await findWorkers({ phone: '+6287000000042' }, knowing(memory), under);
    expect(items.map(({ workerId }) => workerId)).toEqual(family.map(({ workerId }) => workerId));
  });

  it.each([
    [{ nik: '0000000000000000' }, 1],
    [{ workerId: siti.workerId }, 1],
    [{ workerId: 'wrk_9' }, 0],
    [{ phone: '+6287099999999' }, 0],
  ])('by %j finds %d', async (sought, count) => {
    const { memory } = aStage();
    expect((await findWorkers(sought, knowing(memory), under)).items).toHaveLength(count);
  });

  const place = { province: 'Jawa Tengah' };
  const byName = async (name: string, more: object = {}, workers: readonly Worker[] = []) => {
    const { memory } = aStage({ workers });
    const found = await findWorkers({ name, ...place, ...more }, knowing(memory), under);
    return [found.items.map((worker) => worker.name), found.more];
  };

  it('by a name finds fifty, and says that there are more', async () => {
    const many = workersNamed(51).map((each) => ({ ...each, name: 'Wayan', ...place }));
    expect(await byName('wayan', {}, many)).toEqual([Array(50).fill('Wayan'), true]);
    expect(await byName('wayan', {}, many.slice(1))).toEqual([Array(50).fill('Wayan'), false]);
  });

  it('by a name and a group finds who is in one that begins so', async () => {
    const many = workersNamed(199).map((each) => ({ ...each, name: 'Wayan', ...place }));
    const [first, ...others] = many.map((each) => ({ ...each, group: 'Pasar Badung' }));
    const last = { ...aWorker({ workerId: 'wrk_ffffffffffffffffffff', ...place }), name: 'Wayan' };
    const workers = [{ ...last, group: 'Ojol Kuta' }, ...(first ? [first] : []), ...others];
    expect(await byName('Wayan', { group: 'OJOL' }, workers)).toEqual([['Wayan'], false]);
    expect(await byName('Wayan', { group: 'Kuta' }, workers)).toEqual([[], false]);
    expect((await byName('Wayan', { group: 'pasar' }, workers))[1]).toBe(true);
  });

  it('shows what is owed today on their own calendar', async () => {
    const { memory } = aStage({
      now: '2026-11-16T16:00:00.000Z',
      workers: [aWorker({ province: 'Papua' })],
    });
    const { items } = await findWorkers({ workerId: siti.workerId }, knowing(memory), under);
    const [found] = items;
    expect(found).toMatchObject({
      zone: 'Asia/Jayapura',
      coverage: 'arrears',
      dueOn: '2026-11-16',
      lapsesOn: '2027-02-01',
      heldOut: false,
    });
    expect(found).toMatchObject({ owed: { amount: 8_400, months: ['2026-11'] } });
    expect(Object.keys(found ?? {})).not.toContain('rev');
  });
});

describe('a timeline', () => {
  it('shows reminders, payments and changes, newest first, without internal fields', async () => {
    const { memory } = await aMorning();
    await workOff(memory);
    later(memory, 60);
    await recordPayment(paymentOf({ paidAt: memory.state.now }), siti.workerId, memory, under);
    later(memory, 60);
    await stopTexts(siti.workerId, null, by, memory);
    later(memory, 60);
    await correctWorker(
      siti.workerId,
      { language: 'jv' },
      { ...by, requestId: 'request-2' },
      memory,
      settings,
    );
    const { worker, timeline } = await showWorker(siti.workerId, memory, under);
    expect(worker).toMatchObject({
      coveredThrough: '2026-11',
      language: 'jv',
      stopped: { until: null },
    });
    expect(timeline.map(({ kind }) => kind)).toEqual(['change', 'change', 'payment', 'reminder']);
    expect(timeline.at(-1)).toMatchObject({ kind: 'reminder', status: 'sent', step: 'before' });
    expect(JSON.stringify(timeline)).not.toMatch(/claimId|request-/);
  });

  it('shows the words of a text as they left, though its worker has paid and was corrected', async () => {
    const { memory } = await aMorning();
    await workOff(memory);
    const [left] = memory.state.outbox;
    const shown = async () => {
      const { timeline } = await showWorker(siti.workerId, memory, under);
      return timeline.flatMap((entry) => (entry.kind === 'reminder' ? [entry.text] : []));
    };
    await recordPayment(paymentOf({ paidAt: memory.state.now }), siti.workerId, memory, under);
    await correctWorker(siti.workerId, { language: 'jv' }, by, memory, settings);
    expect(await shown()).toEqual([{ text: left?.text, isAsSent: true }]);
    await correctWorker(siti.workerId, { name: 'Siti Rahma' }, by, memory, settings);
    expect(await shown()).toEqual([
      { text: left?.text.replace('Siti Aminah', 'Siti Rahma'), isAsSent: false },
    ]);
  });

  it('of somebody nobody knows says how to look', async () => {
    const { memory } = aStage();
    await expect(showWorker('wrk_9', memory, under)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('NIK'),
    });
  });
});
