import { describe, expect, it } from 'vitest';
import { recordPayment } from '#flows/payments/record-payment';
import { correctWorker, eraseWorker, resumeTexts, stopTexts } from '#flows/people/change-worker';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { aWorker } from '../../../builders.ts';
import { aMorning, aStage, by, cycleOf, nine, paymentOf, workOff } from '../given.ts';
import { settings } from '../settings.ts';

const siti = aWorker();
const stored = ({ state }: InMemoryPorts) => state.workers.get(siti.workerId);
const changes = ({ state }: InMemoryPorts) =>
  [...state.changes.values()].map(({ what, fields }) => [what, ...fields].join(' '));

describe('correcting a worker', () => {
  it('writes only what was given, and a change that names fields, never values', async () => {
    const { memory } = aStage();
    const corrected = await correctWorker(
      siti.workerId,
      { phone: '+6287000000009', name: undefined },
      by,
      memory,
      settings,
    );
    expect(corrected).toEqual({ ...siti, phone: '+6287000000009', rev: 1 });
    expect(stored(memory)).toEqual(corrected);
    expect([...memory.state.changes.values()]).toEqual([
      {
        workerId: siti.workerId,
        id: by.requestId,
        at: nine,
        by: by.by,
        what: 'corrected',
        fields: ['phone'],
        reason: null,
      },
    ]);
  });

  it('with what is there already writes nothing', async () => {
    const { memory } = aStage();
    expect(
      await correctWorker(siti.workerId, { name: siti.name, ended: null }, by, memory, settings),
    ).toEqual(siti);
    expect([stored(memory)?.rev, changes(memory)]).toEqual([0, []]);
  });

  it('twice at once loses neither', async () => {
    const { memory } = aStage();
    await Promise.all([
      correctWorker(siti.workerId, { phone: '+6287000000009' }, by, memory, settings),
      correctWorker(
        siti.workerId,
        { language: 'jv' },
        { ...by, requestId: 'request-2' },
        memory,
        settings,
      ),
      stopTexts(siti.workerId, null, { ...by, requestId: 'request-3' }, memory),
    ]);
    expect(stored(memory)).toMatchObject({
      phone: '+6287000000009',
      language: 'jv',
      stopped: { until: null },
      rev: 3,
    });
    expect(changes(memory).sort()).toEqual([
      'corrected language',
      'corrected phone',
      'stopped stopped',
    ]);
  });

  it.each([
    ['what others wrote since', { was: { phone: null } }, ['phone']],
    ['what others write at that moment', { was: { phone: siti.phone } }, ['phone']],
    ['two such fields', { was: { phone: null, name: 'Sari' } }, ['phone', 'name']],
  ])('refuses to write over %s', async (_, seen, paths) => {
    const { memory, meanwhile } = aStage();
    const correct = (requestId: string, phone: string, was = {}) =>
      correctWorker(siti.workerId, { phone, ...was }, { ...by, requestId }, memory, settings);
    meanwhile('workers.replace', () => correct('request-2', '+6287000000008'));
    const error = await correct('request-1', '+6287000000009', seen).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'conflict', issues: paths.map((path) => ({ path })) });
    expect(changes(memory)).toHaveLength(seen.was.phone ? 1 : 0);
  });

  it('writes over its own, and beside what others wrote elsewhere', async () => {
    const { memory } = aStage();
    const seen = { phone: '+6287000000009', was: { phone: siti.phone } };
    for (const change of [{ language: 'jv' as const }, seen, seen])
      await correctWorker(siti.workerId, change, by, memory, settings);
    expect(stored(memory)).toMatchObject({ phone: '+6287000000009', language: 'jv', rev: 2 });
  });

  it('while a payment comes in takes nothing of it back', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('workers.replace', () => recordPayment(paymentOf(), siti.workerId, memory, settings));
    await correctWorker(siti.workerId, { language: 'su' }, by, memory, settings);
    expect(stored(memory)).toMatchObject({ coveredThrough: '2026-11', language: 'su', rev: 2 });
  });

  it('does not stop texts until a day that is today or has passed, on their own calendar', async () => {
    const papua = aWorker({ workerId: 'wrk_1', province: 'Papua' });
    const { memory } = aStage({ now: '2026-11-11T16:00:00.000Z', workers: [siti, papua] });
    const today = { [siti.workerId]: '2026-11-11', [papua.workerId]: '2026-11-12' };
    for (const [workerId, day] of Object.entries(today))
      for (const until of ['2026-01-15', day])
        await expect(stopTexts(workerId, until, by, memory)).rejects.toMatchObject({
          code: 'invalid',
          issues: [{ path: 'until', code: 'stop-over', values: { until, today: day } }],
        });
    expect(changes(memory)).toEqual([]);
    expect(await stopTexts(siti.workerId, '2026-11-12', by, memory)).toMatchObject({
      stopped: { until: '2026-11-12' },
    });
  });

  it('does not end them on a day that is still to come, on their own calendar', async () => {
    const { memory } = aStage({
      now: '2026-11-11T16:00:00.000Z',
      workers: [siti, aWorker({ workerId: 'wrk_1', province: 'Papua' })],
    });
    const ended = { on: '2026-11-12', reason: 'died' } as const;
    await expect(
      correctWorker(siti.workerId, { ended }, by, memory, settings),
    ).rejects.toMatchObject({
      issues: [{ path: 'ended.on', code: 'ends-in-future' }],
    });
    expect((await correctWorker('wrk_1', { ended }, by, memory, settings)).ended).toEqual(ended);
  });

  it('of somebody nobody knows says so', async () => {
    const { memory } = aStage();
    await expect(correctWorker('wrk_9', {}, by, memory, settings)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('gives up after ten others were first each time', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile(
      'workers.replace',
      () =>
        memory.state.workers.set(siti.workerId, { ...siti, rev: (stored(memory)?.rev ?? 0) + 1 }),
      10,
    );
    await expect(
      correctWorker(siti.workerId, { language: 'su' }, by, memory, settings),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(stored(memory)?.language).toBe('id');
  });
});

describe('a cycle', () => {
  const cycleAfter = async (
    before: Partial<typeof siti>,
    correction: Parameters<typeof correctWorker>[1],
  ) => {
    const { memory } = aStage({ workers: [aWorker(before)] });
    return (await correctWorker(siti.workerId, correction, by, memory, settings)).cycle;
  };
  const anew = { month: '2026-11', began: nine, heldOut: false };
  const archived = cycleOf({ heldOut: true });

  it.each<[string, Partial<typeof siti>, Parameters<typeof correctWorker>[1], object]>([
    ['goes on when the phone is corrected', {}, { phone: null }, archived],
    ['goes on when the worker moves to another zone', {}, { province: 'Papua' }, archived],
    [
      'goes on when the worker ends',
      {},
      { ended: { on: '2026-11-10', reason: 'abroad' } },
      { ...archived, origin: 'returned' },
    ],
    [
      'begins anew when they are back',
      { ended: { on: '2026-11-01', reason: 'abroad' } },
      { ended: null },
      anew,
    ],
    [
      'begins anew when the budget no longer pays',
      { governmentPaid: true },
      { governmentPaid: false },
      anew,
    ],
    [
      'goes on when they are back, but the budget pays',
      { ended: { on: '2026-11-01', reason: 'abroad' }, governmentPaid: true },
      { ended: null },
      archived,
    ],
  ])('%s', async (_, before, correction, cycle) => {
    expect(await cycleAfter({ cycle: archived, ...before }, correction)).toMatchObject(cycle);
  });

  it('that began anew after nine is not owed the step of nine', async () => {
    const { memory } = await aMorning({
      workers: [aWorker({ ended: { on: '2026-11-01', reason: 'abroad' } })],
    });
    await correctWorker(siti.workerId, { ended: null }, by, memory, settings);
    await workOff(memory);
    expect(memory.state.outbox).toEqual([]);
  });
});

describe('ending and stopping', () => {
  it('an ended worker is in no partition any more, with the reason in the timeline', async () => {
    const { memory } = aStage();
    await correctWorker(
      siti.workerId,
      { ended: { on: '2026-11-10', reason: 'died' } },
      by,
      memory,
      settings,
    );
    expect(
      (await memory.workers.owing({ zone: 'Asia/Jakarta', month: '2026-11', shard: 0 }, null, 10))
        .items,
    ).toEqual([]);
    expect([...memory.state.changes.values()]).toMatchObject([
      { what: 'ended', fields: ['ended'], reason: 'died' },
    ]);
  });

  it('stopping twice writes once; another day writes again; resuming writes once', async () => {
    const { memory } = aStage();
    await stopTexts(siti.workerId, null, by, memory);
    await stopTexts(siti.workerId, null, by, memory);
    memory.state.now = '2026-11-11T02:00:01.000Z';
    await stopTexts(siti.workerId, '2026-12-01', by, memory);
    memory.state.now = '2026-11-11T02:00:02.000Z';
    await resumeTexts(siti.workerId, by, memory);
    await resumeTexts(siti.workerId, by, memory);
    expect([stored(memory)?.stopped, stored(memory)?.rev]).toEqual([null, 3]);
    expect(changes(memory)).toEqual(['stopped stopped', 'stopped stopped', 'resumed stopped']);
  });
});

describe('erasing', () => {
  it('leaves the money, and nothing that leads to the person', async () => {
    const { memory } = aStage();
    await correctWorker(siti.workerId, { language: 'su' }, by, memory, settings);
    await recordPayment(paymentOf({ amount: 100 }), siti.workerId, memory, settings);
    await eraseWorker(siti.workerId, memory);
    expect(await memory.workers.timeline(siti.workerId)).toEqual({
      worker: null,
      reminders: [],
      payments: [],
      changes: [],
      cycles: [],
    });
    expect([...memory.state.payments.values()]).toMatchObject([{ amount: 100, workerId: null }]);
    expect(JSON.stringify([...memory.state.attention.values()])).not.toContain(siti.workerId);
  });

  it('twice is the same as once, and one that broke off is swept by the next', async () => {
    const { memory, meanwhile } = aStage();
    await correctWorker(siti.workerId, { language: 'su' }, by, memory, settings);
    meanwhile('workers.sweep', () => {
      throw new Error('away');
    });
    await expect(eraseWorker(siti.workerId, memory)).rejects.toThrow('away');
    await eraseWorker(siti.workerId, memory);
    expect([memory.state.workers.size, memory.state.changes.size]).toEqual([0, 0]);
    await eraseWorker(siti.workerId, memory);
  });

  it('while a payment comes in still forgets the person', async () => {
    const { memory, meanwhile } = aStage();
    meanwhile('workers.erase', () => recordPayment(paymentOf(), siti.workerId, memory, settings));
    await eraseWorker(siti.workerId, memory);
    expect([stored(memory), [...memory.state.payments.values()][0]?.workerId]).toEqual([
      undefined,
      null,
    ]);
  });

  it('of somebody nobody knows says so', async () => {
    const { memory } = aStage();
    await expect(eraseWorker('wrk_9', memory)).rejects.toMatchObject({ code: 'not-found' });
  });
});
