import { describe, expect, it, vi } from 'vitest';
import type { Role } from '#triggers';
import type { aWorker } from '../../builders.ts';
import { workersNamed } from '../flows/given.ts';
import { calls, givenHandlers, invoke } from './calls.ts';
import { firing, records, release } from './given-runs.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();

const bring = (...workers: readonly ReturnType<typeof aWorker>[]) => {
  for (const worker of workers) given.memory.state.workers.set(worker.workerId, worker);
};

describe('what needs a person', () => {
  it('is shown by kind, a page at a time', async () => {
    bring(...workersNamed(120));
    await invoke('plan-run', firing);
    given.memory.state.answers.push(
      ...Array.from({ length: 120 }, () => ({ status: 'refused' as const })),
    );
    await invoke('send-reminders', records(given.memory));
    await release();
    await invoke('send-reminders', records(given.memory));
    const first = await calls('GET /api/attention', { query: { kind: 'failed' } });
    const second = await calls('GET /api/attention', {
      query: { kind: 'failed', cursor: first.body.next },
    });
    expect([first.body.items.length, second.body.items.length, 'next' in second.body]).toEqual([
      100,
      20,
      false,
    ]);
  });

  it('counts the dead letters, queue by queue', async () => {
    expect((await calls('GET /api/attention', { query: { kind: 'dead-letter' } })).body).toEqual({
      items: [],
    });
    given.memory.state.deadLetters.set('send-reminders', 2);
    expect(
      (await calls('GET /api/attention', { query: { kind: 'dead-letter' } })).body.items,
    ).toEqual([
      {
        kind: 'dead-letter',
        id: 'send-reminders',
        at: expect.any(String),
        queue: 'send-reminders',
        count: 2,
      },
    ]);
  });

  const resolve = (kind: string, id: unknown, as: Role) =>
    calls('POST /api/attention/resolve', { body: { kind, id }, groups: `[${as}]` });

  it('is off the list once a person has seen to it, and who that was is in the audit', async () => {
    bring(...workersNamed(1));
    await invoke('plan-run', firing);
    given.memory.state.answers.push({ status: 'refused' });
    await invoke('send-reminders', records(given.memory));
    const { id } = (await calls('GET /api/attention', { query: { kind: 'failed' } })).body.items[0];
    expect(await resolve('failed', id, 'finance')).toMatchObject({
      status: 403,
      body: { error: { message: /is for admin/ } },
    });
    expect(await resolve('failed', id, 'admin')).toEqual({
      status: 200,
      body: { resolved: true, items: [{ id, done: true, code: null }] },
    });
    expect([...given.memory.state.auditLog.values()].at(-1)).toMatchObject({
      call: 'POST /api/attention/resolve',
      trail: { kind: 'failed', ids: [id] },
    });
    expect((await calls('GET /api/attention', { query: { kind: 'failed' } })).body.items).toEqual(
      [],
    );
    expect(await resolve('failed', id, 'admin')).toMatchObject({ status: 404 });
  });

  it.each([
    ['unmatched', 'x', 'finance', 409],
    ['flagged', 'x', 'admin', 403],
    ['flagged', 'x', 'finance', 404],
    ['sent', 'x', 'admin', 400],
    ['failed', '', 'admin', 400],
    ['failed', 7, 'admin', 400],
  ] as const)('%s, %j, by %s is answered with %i', async (kind, id, as, status) => {
    expect((await resolve(kind, id, as)).status).toBe(status);
  });

  it.each<Record<string, string>>([{}, { kind: 'sent' }])(
    'asked with %j says which kinds there are',
    async (query) => {
      expect(await calls('GET /api/attention', { query })).toMatchObject({
        status: 400,
        body: { error: { fields: { kind: expect.stringContaining('unmatched') } } },
      });
    },
  );
});
