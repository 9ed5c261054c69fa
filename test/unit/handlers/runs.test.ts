import { describe, expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { nine, workersNamed } from '../flows/given.ts';
import { calls, failures, givenHandlers, invoke } from './calls.ts';
import { firing, halted, records, release } from './given-runs.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();

const runId = 'run_WIB_2026-11-11_0900_before_2026-11';

const bring = (...workers: readonly ReturnType<typeof aWorker>[]) => {
  for (const worker of workers) given.memory.state.workers.set(worker.workerId, worker);
};

describe('a schedule that fires', () => {
  it.each(['2026-11-11T02:00:00Z', '2026-11-11T02:00:00.000Z', '2026-11-11T09:00:00+07:00'])(
    'at %s opens the slices of that moment',
    async (scheduledTime) => {
      expect(await invoke('plan-run', { ...firing, scheduledTime })).toEqual({ queued: 1 });
      expect([...given.memory.state.slices.values()]).toMatchObject([
        { scheduledAt: nine, date: '2026-11-11', step: 'before' },
      ]);
    },
  );

  it.each([
    ['in a zone that is none', { ...firing, zone: 'Asia/Tokyo' }],
    ['at a time that is none', { ...firing, scheduledTime: '<aws.scheduler.scheduled-time>' }],
    ['with nothing', {}],
  ])('%s is an error, so that Scheduler tries again and an alarm rings', async (_, event) => {
    await expect(invoke('plan-run', event)).rejects.toThrow();
    expect(given.memory.state.slices.size).toBe(0);
  });
});

describe('messages from the queue', () => {
  it('are worked on, and all are done', async () => {
    bring(aWorker());
    await invoke('plan-run', firing);
    expect(await invoke('send-reminders', records(given.memory))).toEqual({
      batchItemFailures: [],
    });
    expect(given.memory.state.outbox).toHaveLength(1);
    expect(given.printed.join('')).toContain('"end":"finished"');
  });

  it('of which one breaks off: that one comes back, the others are done', async () => {
    bring(aWorker());
    await invoke('plan-run', firing);
    const [record] = records(given.memory).Records;
    const unknown = {
      messageId: 'unknown',
      body: JSON.stringify({ ...JSON.parse(record?.body ?? ''), date: '2026-11-12' }),
    };
    const { get } = given.memory.slices;
    given.memory.slices.get = async (key) => {
      if (key.date === '2026-11-12') throw new Error('throttled');
      return get(key);
    };
    expect(await invoke('send-reminders', { Records: [unknown, record] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'unknown' }],
    });
    expect(given.memory.state.outbox).toHaveLength(1);
    expect(failures(given)).toEqual([expect.stringContaining('throttled')]);
  });

  it.each(['no JSON', '{}', '{"zone":"Asia/Tokyo"}'])(
    'of which one is no key (%s): the others are done all the same',
    async (body) => {
      bring(aWorker());
      await invoke('plan-run', firing);
      const { Records } = records(given.memory);
      expect(
        await invoke('send-reminders', { Records: [{ messageId: 'broken', body }, ...Records] }),
      ).toEqual({
        batchItemFailures: [{ itemIdentifier: 'broken' }],
      });
      expect(given.memory.state.outbox).toHaveLength(1);
      expect(failures(given)).toHaveLength(1);
    },
  );

  it('that nobody has anything to do for are no failure', async () => {
    await invoke('plan-run', firing);
    const again = records(given.memory);
    await invoke('send-reminders', again);
    expect(await invoke('send-reminders', again)).toEqual({ batchItemFailures: [] });
  });

  it('are counted as metrics, and nothing is printed when nothing was counted', async () => {
    bring(...workersNamed(3));
    await invoke('plan-run', firing);
    const event = records(given.memory);
    await invoke('send-reminders', event);
    expect(given.printed.filter((line) => line.includes('"_aws"'))).toEqual([
      expect.stringContaining('"sent":3'),
    ]);
    given.printed.length = 0;
    await invoke('send-reminders', event);
    expect(given.printed).toHaveLength(1);
  });

  it('whose texts left make their receipts awaited, from when the turn began', async () => {
    bring(...workersNamed(3));
    await invoke('plan-run', firing);
    const event = records(given.memory);
    await invoke('send-reminders', event);
    await invoke('send-reminders', event);
    expect(given.memory.state.awaited).toEqual({ since: nine, texts: 3 });
  });
});

describe('the audit', () => {
  it('answers and logs how many slices it brought back', async () => {
    vi.setSystemTime('2026-11-11T02:10:00.000Z');
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const)
      given.memory.state.closed.set(zone, '2026-11-10');
    expect(await invoke('watchdog', {})).toEqual({ requeued: 3 });
    expect(given.printed.join('')).toMatch(/"requeued":3/);
    expect(given.printed.join('')).toMatch(/"requeued":3/);
  });
});

describe('the plan is applied', () => {
  it('at a first deployment, paused as the environment says', async () => {
    given.memory.state.plans.length = 0;
    expect(await invoke('apply-plan', {})).toMatchObject({ removed: [] });
    expect(given.memory.state.plans).toMatchObject([{ plan: { version: 1, paused: true } }]);
    expect(given.memory.state.schedules.size).toBe(3);
  });
});

describe('admins', () => {
  it('see the runs of a day', async () => {
    bring(aWorker());
    await invoke('plan-run', firing);
    await invoke('send-reminders', records(given.memory));
    const { status, body } = await calls('GET /api/runs', { query: { date: '2026-11-11' } });
    expect([status, body.items]).toMatchObject([
      200,
      [{ runId, finished: true, counts: { sent: 1 } }],
    ]);
  });

  it('without a day see today in Jakarta', async () => {
    await invoke('plan-run', firing);
    expect((await calls('GET /api/runs')).body.items).toHaveLength(1);
    vi.setSystemTime(Date.parse('2026-11-11T17:00:00.000Z'));
    expect((await calls('GET /api/runs')).body.items).toEqual([]);
  });

  it('are told which day they cannot have meant', async () => {
    expect(await calls('GET /api/runs', { query: { date: '2026-02-30' } })).toMatchObject({
      status: 400,
      body: { error: { fields: { date: expect.any(String) } } },
    });
  });

  it('put a run back that is not finished', async () => {
    await invoke('plan-run', firing);
    given.memory.state.queued.length = 0;
    expect(await calls('POST /api/runs/{runId}/retry', { params: { runId } })).toEqual({
      status: 202,
      body: { queued: 1 },
    });
    expect(
      (await calls('POST /api/runs/{runId}/retry', { params: { runId: 'run_1' } })).status,
    ).toBe(404);
  });
});

describe('a step that halted itself', () => {
  async function halt() {
    bring(...workersNamed(120));
    await invoke('plan-run', firing);
    given.memory.state.answers.push(
      ...Array.from({ length: 3 }, () => ({ status: 'refused' as const })),
    );
    await invoke('send-reminders', records(given.memory));
  }

  it('is among the runs with what went wrong, and rings', async () => {
    await halt();
    expect((await calls('GET /api/runs', { query: { date: halted.date } })).body.halted).toEqual([
      {
        ...{ ...halted, planVersion: 1, zones: ['Asia/Jakarta'] },
        planned: { anchor: 'due', offsetDays: -5 },
        ...{ sent: 47, failed: 3, unknown: 0, overParts: 0 },
      },
    ]);
    expect(given.printed.join('')).toContain('"halted":1');
  });

  it('goes on at an admin’s word, and the audit log knows whose it was', async () => {
    await halt();
    expect(await release()).toEqual({ status: 202, body: { queued: 1 } });
    await invoke('send-reminders', records(given.memory));
    expect(given.memory.state.outbox).toHaveLength(117);
    expect((await calls('GET /api/runs', { query: { date: halted.date } })).body.halted).toEqual(
      [],
    );
    expect([...given.memory.state.auditLog.values()].at(-1)).toMatchObject({
      call: 'POST /api/runs/release',
      fields: ['date', 'step'],
      outcome: 'done',
      trail: { date: halted.date, queued: 1 },
    });
    expect(await release()).toEqual({ status: 202, body: { queued: 0 } });
  });

  it.each([
    ['a step that has not halted', { ...halted, step: 'eve' }, 404],
    ['a day that is none', { ...halted, date: '2026-02-30' }, 400],
    ['no step', { date: halted.date }, 400],
    ['a step whose name no plan would take', { ...halted, step: 'Before#' }, 400],
    ['more than it takes', { ...halted, force: true }, 400],
  ])('is not let go on by %s', async (_, body, status) => {
    await halt();
    expect((await release(body)).status).toBe(status);
    expect(given.memory.state.queued).toEqual([]);
  });

  it('is for admins alone', async () => {
    await halt();
    for (const groups of ['[finance]', '[service]'])
      expect((await calls('POST /api/runs/release', { body: halted, groups })).status).toBe(403);
  });
});
