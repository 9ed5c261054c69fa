import { describe, expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { calls, failures, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const bring = () => given.memory.state.workers.set(siti.workerId, siti);
const entries = async () =>
  (await calls('GET /api/audit', { query: { date: '2026-11-11' } })).body.items;
const correct = (body: unknown) =>
  calls('PATCH /api/workers/{id}', { params: { id: siti.workerId }, body });

describe('who did what', () => {
  it('says who changed which fields of whom, and no value', async () => {
    bring();
    await correct({ phone: '087000000009', name: 'Siti A.' });
    expect(await entries()).toEqual([
      {
        ...{
          id: 'request-1',
          at: '2026-11-11T02:00:00.000Z',
          by: 'user-1',
          name: 'dewi',
          roles: ['admin'],
        },
        ...{
          call: 'PATCH /api/workers/{id}',
          on: { id: siti.workerId },
          fields: ['name', 'phone'],
          outcome: 'done',
          trail: null,
        },
      },
    ]);
  });

  it('says who looked at whom', async () => {
    bring();
    await calls('POST /api/workers/find', { body: { phone: '087000000000' }, groups: '[service]' });
    expect(await entries()).toMatchObject([
      { call: 'POST /api/workers/find', roles: ['service'], trail: { found: [siti.workerId] } },
    ]);
    expect(JSON.stringify(await entries())).not.toMatch(/8700|Siti/);
  });

  it('says what was before and after a change of the plan', async () => {
    const { body: plan } = await calls('GET /api/plan');
    await calls('PUT /api/plan', {
      body: { ...plan, catchUpDays: 2 },
      headers: { 'if-match': '1' },
    });
    expect(await entries()).toMatchObject([
      { call: 'PUT /api/plan', outcome: 'done', trail: { before: 1, after: 2, status: 'current' } },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['refused', { phone: 'none' }, 'refused'],
    ['a body that is no JSON', '{"phone":', 'refused'],
  ])('keeps what was %s', async (_, body, outcome) => {
    bring();
    await correct(body);
    expect(await entries()).toMatchObject([{ outcome }]);
  });

  it('keeps what broke off as begun: it may have been done', async () => {
    bring();
    given.memory.auditLog.end = () => Promise.reject(new Error('throttled'));
    expect((await correct({ language: 'jv' })).status).toBe(200);
    expect(await entries()).toMatchObject([{ outcome: 'begun', fields: ['language'] }]);
    expect(failures(given)).toHaveLength(1);
  });

  it('comes before the deed: what cannot be written down is not done', async () => {
    bring();
    given.memory.auditLog.begin = () => Promise.reject(new Error('throttled'));
    expect((await correct({ language: 'jv' })).status).toBe(500);
    expect(given.memory.state.workers.get(siti.workerId)).toEqual(siti);
    expect(failures(given)).toHaveLength(1);
  });

  it('keeps nothing of who only reads a list, and nothing of a preview', async () => {
    await calls('GET /api/runs');
    await calls('GET /api/attention', { query: { kind: 'unknown' } });
    const { body: plan } = await calls('GET /api/plan');
    await calls('POST /api/plan/preview', { body: { plan, from: '2026-11-11', to: '2026-11-30' } });
    expect(await entries()).toEqual([]);
  });

  it('is of the day in Jakarta that was asked for', async () => {
    bring();
    await correct({ language: 'jv' });
    expect((await calls('GET /api/audit', { query: { date: '2026-11-10' } })).body.items).toEqual(
      [],
    );
    expect((await calls('GET /api/audit')).body.items).toHaveLength(1);
    expect((await calls('GET /api/audit', { query: { date: 'today' } })).body.error.fields).toEqual(
      { date: expect.any(String) },
    );
  });
});
