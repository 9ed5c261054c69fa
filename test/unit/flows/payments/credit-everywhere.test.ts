import { describe, expect, it } from 'vitest';
import { coverageOf } from '#domain/people/cycles/coverage';
import type { Worker } from '#domain/people/worker';
import { correctWorker } from '#flows/people/change-worker';
import { showWorker } from '#flows/people/show-worker';
import { members, renewals } from '#flows/renewals/show-renewals';
import { tally } from '#flows/renewals/tally';
import { watch } from '#local/memory/watch';
import { aWorker, rules } from '../../../builders.ts';
import { aMorning, aStage, by, cycleOf, later, reverse, workOff } from '../given.ts';
import { settings } from '../settings.ts';
import { december, onThe1st, pay, siti, spend, stored, workerId } from './credit-given.ts';

describe('credit that a change makes enough buys with that change', () => {
  const poor = aWorker({ jht: true, credit: 8_400 });

  it('of an admin', async () => {
    const { memory } = aStage({ workers: [poor] });
    await correctWorker(workerId, { jht: false }, by, memory, settings);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', credit: 0, rev: 1 });
  });

  it('of who is paid for no longer', async () => {
    const { memory } = aStage({ workers: [aWorker({ governmentPaid: true, credit: 8_400 })] });
    await correctWorker(workerId, { governmentPaid: false }, by, memory, settings);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    expect([...memory.state.cycles.values()]).toMatchObject([
      { month: '2026-11', origin: 'joined' },
    ]);
  });

  it('of a payment that is taken back', async () => {
    const { memory } = onThe1st({}, '2026-11-20T02:00:00.000Z');
    await pay(memory, { amount: 8_400, months: 1 });
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 8_400 });
    memory.state.now = december;
    await reverse(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 0 });
    expect([...memory.state.credit.values()]).toMatchObject([{ bought: ['2026-12'] }]);
  });
});

describe('coverage, reminder and report never disagree', () => {
  it('where nobody has bought the month before its first step is due', async () => {
    const owes = aWorker({ credit: 8_400, cycle: cycleOf({ month: '2026-11' }) });
    const { memory } = await aMorning({ workers: [owes] });
    await workOff(memory);
    expect([...memory.state.reminders.values()]).toMatchObject([
      { status: 'skipped', reason: 'paid', month: '2026-11' },
    ]);
    const worker = stored(memory) as Worker;
    expect([worker.coveredThrough, coverageOf(worker, '2026-11-11', rules)]).toEqual([
      '2026-11',
      'active',
    ]);
  });

  it('where the sender dies as it buys: the next one buys, and texts nobody', async () => {
    const { memory, meanwhile } = await aMorning({ workers: [aWorker({ credit: 8_400 })] });
    const [slice] = memory.state.queued;
    meanwhile('workers.replace', () => Promise.reject(new Error('killed')));
    await expect(workOff(memory)).rejects.toThrow('killed');
    later(memory, 600);
    await memory.queue.put(slice ? [slice.key] : []);
    await workOff(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', credit: 0 });
    expect(memory.state.outbox).toEqual([]);
    expect([...memory.state.reminders.values()]).toMatchObject([{ reason: 'paid' }]);
  });

  it('where the worker is written at that very moment', async () => {
    const owes = aWorker({ credit: 8_400 });
    const { memory, meanwhile } = await aMorning({ workers: [owes] });
    meanwhile('workers.replace', () => pay(memory, { amount: 8_400 }));
    await workOff(memory);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-12', credit: 0 });
    expect(memory.state.outbox).toEqual([]);
  });

  it('a step before the month begins asks for nothing, and promises none', async () => {
    const { memory } = onThe1st({}, '2026-11-25T02:00:00.000Z');
    const { worker } = await showWorker(workerId, memory, settings);
    expect(worker).toMatchObject({
      coverage: 'active',
      owed: { amount: 0 },
      texting: { next: null },
    });
  });

  it('in the report the month is paid on its first day', async () => {
    const { memory } = aStage({ workers: [], now: '2026-11-03T02:00:00.000Z' });
    const changes = watch(memory.state);
    await memory.workers.create(
      aWorker({ ...siti, cycle: aWorker({ coveredThrough: '2026-11' }).cycle }),
    );
    memory.state.now = december;
    await spend(memory);
    await tally({ shard: 'shard', changes }, memory);
    const span = { from: '2026-12', to: '2026-12', asOf: '2026-12-31' };
    expect((await renewals({ ...span, by: null }, memory, settings)).items).toMatchObject([
      { due: 1, onTime: 1, amountDue: 8_400, amountReceived: 8_400 },
    ]);
    expect((await members(span, memory, settings)).items).toMatchObject([
      { active: 1, collection: { received: 8_400, expected: 8_400 } },
    ]);
  });
});
