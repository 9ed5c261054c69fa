import { describe, expect, it } from 'vitest';
import type { Worker } from '#domain/people/worker';
import { spendCredit } from '#flows/payments/spend-credit';
import { eraseWorker } from '#flows/people/change-worker';
import { showWorker } from '#flows/people/show-worker';
import { aWorker } from '../../../builders.ts';
import { aStage, reverse, workersNamed } from '../given.ts';
import { settings } from '../settings.ts';
import { december, onThe1st, pay, siti, spend, stored, workerId } from './credit-given.ts';

it('there is nothing to buy before a deployment has saved the first plan', async () => {
  const { memory } = onThe1st();
  memory.state.plans.length = 0;
  expect(await spend(memory)).toBe(0);
});

describe('credit covers the month, and the worker is a member', () => {
  it('from its first day on, dated that day', async () => {
    const { memory } = onThe1st();
    expect(await spend(memory)).toBe(1);
    expect(stored(memory)).toMatchObject({
      coveredThrough: '2026-12',
      credit: 0,
      cycle: { month: '2027-01', since: '2026-12-01', origin: 'renewed' },
      lastPayment: { paidAt: december, months: ['2026-12'], amount: 8_400, source: 'credit' },
    });
    expect([...memory.state.cycles.values()]).toMatchObject([
      {
        month: '2026-12',
        end: { on: '2026-12-01', by: 'credit', months: ['2026-12'], payment: null },
      },
    ]);
  });

  it('with no new money: nothing is listed as received, and the timeline says what was bought', async () => {
    const { memory } = onThe1st();
    await spend(memory);
    expect(
      (await memory.payments.listed({ from: '2026-12-01', to: '2026-12-01' }, null)).items,
    ).toEqual([]);
    expect((await showWorker(workerId, memory, settings)).timeline).toMatchObject([
      { kind: 'payment', channel: 'credit', amount: 0, price: 8_400, bought: ['2026-12'] },
    ]);
  });

  it.each<[string, Partial<Worker>, string, string, number]>([
    ['not on the last day of the month before', {}, '2026-11-30T16:59:00.000Z', '2026-11', 8_400],
    ['by the worker’s own clock', { province: 'Papua' }, '2026-11-30T15:05:00.000Z', '2026-12', 0],
    ['not where a rupiah is missing', { credit: 8_399 }, december, '2026-11', 8_399],
    [
      'two months that have begun',
      { coveredThrough: '2026-10', credit: 20_000 },
      december,
      '2026-12',
      3_200,
    ],
    ['the first of two', { coveredThrough: '2026-10' }, december, '2026-11', 0],
    ['none ahead', { credit: 50_000 }, december, '2026-12', 41_600],
    [
      'each by its own tariff',
      { coveredThrough: '2026-12', credit: 16_800 },
      '2027-01-02T01:00:00.000Z',
      '2027-01',
      0,
    ],
    [
      'who lapsed: the current month alone',
      { coveredThrough: '2026-08', credit: 9_000 },
      december,
      '2026-12',
      600,
    ],
    [
      'not who has died',
      { ended: { on: '2026-11-20', reason: 'died' } },
      december,
      '2026-11',
      8_400,
    ],
    [
      'not whose dues a budget pays',
      { governmentPaid: true, credit: 50_000 },
      december,
      '2026-11',
      50_000,
    ],
  ])('%s', async (_, facts, now, covered, credit) => {
    const { cycle: _cycle, ...person } = siti;
    const { memory } = onThe1st({ ...facts, cycle: aWorker({ ...person, ...facts }).cycle }, now);
    await spend(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: covered, credit });
  });

  it('twice, overlapping or after a crash buys once', async () => {
    const { memory, meanwhile } = onThe1st();
    meanwhile('workers.replace', () => spend(memory));
    await spend(memory);
    expect(await spend(memory)).toBe(0);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 0, rev: 1 });
    expect(memory.state.credit.size).toBe(1);
  });

  it.each(['plans.current', 'workers.withCredit', 'workers.get', 'workers.replace'])(
    'a round that dies at %s leaves it to the next',
    async (operation) => {
      const { memory, meanwhile } = onThe1st();
      meanwhile(operation, () => Promise.reject(new Error('killed')));
      await expect(spend(memory)).rejects.toThrow('killed');
      await spend(memory);
      expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 0, rev: 1 });
    },
  );

  it('a payment in that moment counts as well', async () => {
    const { memory, meanwhile } = onThe1st();
    meanwhile('workers.replace', () => pay(memory, { amount: 16_800 }));
    await spend(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2027-01', credit: 0 });
  });

  it('a reversal in that moment takes its money first', async () => {
    const { memory, meanwhile } = aStage();
    await pay(memory, { amount: 16_800, months: 1 });
    memory.state.now = december;
    meanwhile('workers.replace', () => reverse(memory));
    expect(await spend(memory)).toBe(0);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-10', credit: 0 });
    expect(memory.state.credit.size).toBe(0);
  });

  it('an erasure in that moment is final', async () => {
    const { memory, meanwhile } = onThe1st();
    meanwhile('workers.replace', () => eraseWorker(workerId, memory));
    expect(await spend(memory)).toBe(0);
    expect([stored(memory), memory.state.credit.size]).toEqual([undefined, 0]);
  });

  it('reads who has credit, not everybody, page by page', async () => {
    const poor = workersNamed(300, { coveredThrough: '2026-11' });
    const rich = Array.from({ length: 250 }, (_, index) =>
      aWorker({
        ...siti,
        cycle: aWorker({ coveredThrough: '2026-11' }).cycle,
        workerId: `wrk_f${index.toString(16).padStart(7, '0')}000000000000`,
      }),
    );
    const read: string[] = [];
    const { memory } = aStage({ workers: [...poor, ...rich], now: december });
    const { get } = memory.workers;
    const workers = {
      ...memory.workers,
      get: (ids: readonly string[]) => {
        read.push(...ids);
        return get(ids);
      },
    };
    expect(await spendCredit({ ...memory, workers }, settings)).toBe(250);
    expect(read).toHaveLength(250);
  });
});

describe('`months` limits what its own payment buys', () => {
  it('and the rest buys the next month when it begins', async () => {
    const { memory } = aStage();
    expect(await pay(memory, { amount: 16_800, months: 1 })).toMatchObject({
      payment: { bought: ['2026-11'], flags: ['too-much'] },
    });
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', credit: 8_400 });
    memory.state.now = december;
    await spend(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 0 });
  });

  it('or at once a month that has begun', async () => {
    const { memory } = aStage({ workers: [aWorker({ coveredThrough: '2026-08' })] });
    expect(await pay(memory, { amount: 25_200, months: 1 })).toMatchObject({
      payment: { bought: ['2026-09'] },
    });
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    expect([...memory.state.credit.values()]).toMatchObject([{ bought: ['2026-10', '2026-11'] }]);
  });

  it.each<[string, Partial<Worker>]>([
    ['who has died', { ended: { on: '2026-11-01', reason: 'died' } }],
    ['whose dues a budget pays', { governmentPaid: true }],
  ])('but the rest buys nothing of somebody %s', async (_, facts) => {
    const { memory } = aStage({ workers: [aWorker({ coveredThrough: '2026-08', ...facts })] });
    await pay(memory, { amount: 50_400, months: 1 });
    expect(stored(memory)?.coveredThrough).toBe('2026-09');
    expect(memory.state.credit.size).toBe(0);
  });

  it('and reversed it takes back what its rest bought', async () => {
    const { memory } = aStage();
    await pay(memory, { amount: 16_800, months: 1 });
    memory.state.now = december;
    await spend(memory);
    await reverse(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-10', credit: 0 });
    expect([...memory.state.cycles.values()].filter(({ voided }) => !voided)).toEqual([]);
  });

  it('and what was paid since pays for those months, on its own day', async () => {
    const { memory } = aStage();
    await pay(memory, { amount: 16_800, months: 1 });
    memory.state.now = december;
    await spend(memory);
    memory.state.now = '2027-01-04T02:00:00.000Z';
    await pay(memory, { reference: 'P-2', amount: 16_800 });
    await reverse(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 0 });
    expect([...memory.state.cycles.values()].filter(({ voided }) => !voided)).toMatchObject([
      { month: '2026-11', end: { on: '2027-01-04', months: ['2026-11', '2026-12'] } },
    ]);
  });
});
