import { describe, expect, it } from 'vitest';
import { retryRun, runsOn } from '#flows/sending/show-runs';
import { aMorning, theSlice, workersNamed, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const runId = 'run_WIB_2026-11-11_0900_before_2026-11';
const under = { ...settings, shards: 4 };

describe('the runs of a day', () => {
  it('are its slices added up', async () => {
    const workers = workersNamed(10).map((worker, index) =>
      index < 2 ? { ...worker, phone: null } : worker,
    );
    const { memory } = await aMorning({ workers, shards: 4 });
    await workOff(memory, under);
    expect(await runsOn('2026-11-11', memory)).toEqual([
      {
        ...{
          runId,
          zone: 'Asia/Jakarta',
          date: '2026-11-11',
          time: '09:00',
          step: 'before',
          month: '2026-11',
          planVersion: 1,
          planned: { anchor: 'due', offsetDays: -5 },
        },
        ...{
          finished: true,
          closed: false,
          slices: 4,
          withheld: 0,
          counts: { sent: 8, skipped: { 'no-phone': 2 } },
        },
      },
    ]);
  });

  it('are not finished while one slice is open, nor closed while one is not', async () => {
    const { memory } = await aMorning({ shards: 4 });
    const [message] = memory.state.queued.splice(0, 1);
    await workOff(memory, under);
    expect(await runsOn('2026-11-11', memory)).toMatchObject([{ finished: false, closed: false }]);
    if (message) memory.state.queued.push(message);
    await workOff(memory, under);
    expect(await runsOn('2026-11-11', memory)).toMatchObject([{ finished: true, closed: false }]);
  });

  it('come by time, then zone, from all zones', async () => {
    const { memory } = await aMorning();
    const slice = theSlice(memory);
    await memory.slices.open([
      { ...slice, zone: 'Asia/Jayapura' },
      { ...slice, time: '08:30' },
      { ...slice, zone: 'Asia/Makassar', step: 'eve' },
    ]);
    expect((await runsOn('2026-11-11', memory)).map(({ time, zone }) => `${time} ${zone}`)).toEqual(
      ['08:30 Asia/Jakarta', '09:00 Asia/Jakarta', '09:00 Asia/Makassar', '09:00 Asia/Jayapura'],
    );
  });
});

describe('trying a run again', () => {
  it('queues what is not finished, and nobody is texted twice', async () => {
    const { memory } = await aMorning({ workers: workersNamed(8), shards: 4 });
    memory.state.queued.splice(0, 3);
    await workOff(memory, under);
    expect(await retryRun(runId, memory)).toBe(3);
    await workOff(memory, under);
    expect(await retryRun(runId, memory)).toBe(0);
    expect([
      memory.state.outbox.length,
      new Set(memory.state.outbox.map(({ phone }) => phone)).size,
    ]).toEqual([8, 8]);
  });

  it('queues a closing that broke off', async () => {
    const { memory } = await aMorning();
    await memory.slices.save({ ...theSlice(memory), state: 'closing' });
    memory.state.queued.length = 0;
    expect(await retryRun(runId, memory)).toBe(1);
  });

  it.each([
    'run_WIB_2026-11-11_0900_eve_2026-11',
    'run_WIT_2026-11-11_0900_before_2026-11',
    'run_XXX_2026',
    '',
  ])('that was never (%s) says where to look', async (unknown) => {
    const { memory } = await aMorning();
    await expect(retryRun(unknown, memory)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('GET /api/runs'),
    });
  });
});
