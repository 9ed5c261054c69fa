import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/calendar/dates';
import type { Zone } from '#domain/calendar/zones';
import { type Firing, planRun } from '#flows/sending/plan-run';
import { aStage, edit, nine, planWith, theSlice, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const jakarta: Firing = { zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine };
const firing = (zone: Zone, date: string, time = '09:00'): Firing => ({
  zone,
  time,
  scheduledAt: instantAt(zone, date, time),
});

describe('a firing', () => {
  it('opens a slice for each shard of what is due, and queues them', async () => {
    const { memory } = aStage();
    expect(await planRun(jakarta, memory, { ...settings, shards: 4 })).toBe(4);
    expect(
      [...memory.state.slices.values()].map(({ shard, step, month, planVersion, state }) => [
        shard,
        step,
        month,
        planVersion,
        state,
      ]),
    ).toEqual([0, 1, 2, 3].map((shard) => [shard, 'before', '2026-11', 1, 'open']));
    expect(memory.state.queued.map(({ key }) => key)).toEqual(
      [0, 1, 2, 3].map((shard) => ({
        zone: 'Asia/Jakarta',
        date: '2026-11-11',
        time: '09:00',
        step: 'before',
        month: '2026-11',
        shard,
      })),
    );
  });

  it.each<[string, Firing, readonly string[]]>([
    [
      'on Saturday the 14th is that of the eve',
      firing('Asia/Jakarta', '2026-11-14'),
      ['2026-11-14 eve 2026-11'],
    ],
    ['on Sunday the 15th is of nothing', firing('Asia/Jakarta', '2026-11-15'), []],
    ['on Thursday the 12th is of nothing', firing('Asia/Jakarta', '2026-11-12'), []],
    [
      'on Thursday 17 December is the last call for October',
      firing('Asia/Jakarta', '2026-12-17'),
      ['2026-12-17 last-call 2026-10'],
    ],
    ['at another time is of nothing', firing('Asia/Jakarta', '2026-11-11', '10:00'), []],
    [
      'in Jayapura belongs to its own day',
      firing('Asia/Jayapura', '2026-11-11'),
      ['2026-11-11 before 2026-11'],
    ],
  ])('%s', async (_, given, slices) => {
    const { memory } = aStage();
    expect(await planRun(given, memory, settings)).toBe(slices.length);
    expect(
      [...memory.state.slices.values()].map(({ date, step, month }) => `${date} ${step} ${month}`),
    ).toEqual(slices);
  });

  it('early in the morning belongs to the local day, not to the day in UTC', async () => {
    const { memory } = aStage({ plan: planWith({ step: { at: '08:00' } }) });
    const early = firing('Asia/Jayapura', '2026-11-11', '08:00');
    expect(early.scheduledAt).toBe('2026-11-10T23:00:00.000Z');
    await planRun(early, memory, settings);
    expect(theSlice(memory).date).toBe('2026-11-11');
  });

  it('that arrives a day late is still that of its scheduled day', async () => {
    const { memory } = aStage({ now: '2026-11-12T02:00:00.000Z' });
    await planRun(jakarta, memory, settings);
    expect(theSlice(memory)).toMatchObject({ date: '2026-11-11', scheduledAt: nine });
  });

  it('is worked out under the plan in force at its scheduled time', async () => {
    const { memory } = aStage({ now: '2026-11-11T02:30:00.000Z' });
    edit(memory, { steps: [] });
    expect(await planRun(jakarta, memory, settings)).toBe(1);
    expect(theSlice(memory).planVersion).toBe(1);
  });

  it('is worked out under a plan that was saved at that very moment', async () => {
    const { memory } = aStage();
    edit(memory, { steps: [] });
    expect(await planRun(jakarta, memory, settings)).toBe(0);
  });

  it('before the first plan is of nothing', async () => {
    const { memory } = aStage();
    expect(
      await planRun({ ...jakarta, scheduledAt: '2026-09-10T02:00:00.000Z' }, memory, settings),
    ).toBe(0);
  });
});

describe('the same firing again', () => {
  it('opens nothing, and queues what nobody has begun', async () => {
    const { memory } = aStage();
    await planRun(jakarta, memory, settings);
    expect(await planRun(jakarta, memory, settings)).toBe(1);
    expect([memory.state.slices.size, theSlice(memory).rev]).toEqual([1, 0]);
  });

  it('queues nothing that is finished or in somebody’s hands', async () => {
    const { memory } = aStage();
    await planRun(jakarta, memory, settings);
    await memory.slices.save({
      ...theSlice(memory),
      holder: 'alive',
      leaseUntil: '2026-11-11T02:01:30.000Z',
    });
    expect(await planRun(jakarta, memory, settings)).toBe(0);
    await memory.slices.save({ ...theSlice(memory), holder: null, leaseUntil: null });
    await workOff(memory);
    expect(await planRun(jakarta, memory, settings)).toBe(0);
    expect(memory.state.outbox).toHaveLength(1);
  });

  it('three times at once makes one text', async () => {
    const { memory } = aStage();
    await Promise.all([1, 2, 3].map(() => planRun(jakarta, memory, settings)));
    await Promise.all([1, 2, 3].map(() => workOff(memory)));
    expect([memory.state.slices.size, memory.state.outbox.length]).toEqual([1, 1]);
  });

  it('queues nothing of other firings of that day', async () => {
    const { memory } = aStage();
    await planRun(jakarta, memory, settings);
    await memory.slices.open([{ ...theSlice(memory), time: '10:00' }]);
    expect(await planRun(jakarta, memory, settings)).toBe(1);
  });
});

describe('a firing that breaks off before anything is queued', () => {
  it('has opened its slices, so that a repeat or the audit brings them back', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('queue.put', () => {
      throw new Error('the queue is away');
    });
    await expect(planRun(jakarta, memory, settings)).rejects.toThrow('the queue is away');
    expect(memory.state.slices.size).toBe(1);
    expect(await planRun(jakarta, memory, settings)).toBe(1);
  });
});
