import { describe, expect, it, vi } from 'vitest';
import contract from '#api/openapi' with { type: 'json' };
import type { AuditEntry } from '#flows/audit/audit-store';
import { knownFields } from '#handlers/audit/known-fields';
import { aWorker } from '../../builders.ts';
import { calls, failures, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const bring = () => given.memory.state.workers.set(siti.workerId, siti);
/** Without the look at the audit log itself, which is kept as well. */
const entries = async (): Promise<readonly AuditEntry[]> => {
  const asked = { query: { date: '2026-11-11' }, requestId: 'the-look' };
  const { body } = await calls('GET /api/audit', asked);
  return body.items.filter(({ id }: AuditEntry) => id !== 'the-look');
};
const correct = (body: unknown) =>
  calls('PATCH /api/workers/{id}', { params: { id: siti.workerId }, body });

const november = { from: '2026-11-11', to: '2026-11-30' };

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
          more: 0,
          outcome: 'done',
          trail: null,
        },
      },
    ]);
  });

  it('says nothing of what was shown before a correction: it changes nothing', async () => {
    bring();
    await correct({ phone: '087000000009', was: { phone: siti.phone } });
    expect(await entries()).toMatchObject([{ fields: ['phone'], more: 0, outcome: 'done' }]);
  });

  it('says of a closing which month, also where it was refused, but no other word', async () => {
    await calls('POST /api/closings', { body: { month: '2030-01' } });
    await calls('POST /api/closings', { body: { month: 'Siti' }, requestId: 'request-2' });
    expect((await entries()).map(({ call, on }) => [call, on])).toEqual([
      ['POST /api/closings', {}],
      ['POST /api/closings', { month: '2030-01' }],
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

  it('says whose names stood beside a worker, since they share a phone, and how many were stopped', async () => {
    bring();
    const twin = aWorker({ workerId: 'wrk_11111111111111111111', name: 'Siti Zubaidah' });
    given.memory.state.workers.set(twin.workerId, twin);
    const params = { id: siti.workerId };
    await calls('GET /api/workers/{id}', { params, requestId: 'request-2' });
    const asked = { params, body: { sharing: true }, groups: '[service]' };
    expect((await calls('POST /api/workers/{id}/stop', asked)).body).toMatchObject({
      ...{ worker: { stopped: { until: null } }, others: 1 },
    });
    expect(given.memory.state.workers.get(twin.workerId)).toMatchObject({
      ...{ stopped: { until: null } },
    });
    expect(await entries()).toMatchObject([
      { on: { id: siti.workerId }, trail: { found: [twin.workerId] } },
      { on: { id: siti.workerId }, fields: ['sharing'], trail: { others: 1 } },
    ]);
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
    const { end } = given.memory.auditLog;
    given.memory.auditLog.end = () => Promise.reject(new Error('throttled'));
    expect((await correct({ language: 'jv' })).status).toBe(200);
    given.memory.auditLog.end = end;
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

  it('is written once by a look, before anybody is shown anything', async () => {
    bring();
    const { auditLog } = given.memory;
    const spies = [vi.spyOn(auditLog, 'begin'), vi.spyOn(auditLog, 'end')];
    const look = () => calls('GET /api/workers/{id}', { params: { id: siti.workerId } });
    expect((await look()).body.worker.workerId).toBe(siti.workerId);
    expect(spies.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
    expect(await entries()).toMatchObject([{ on: { id: siti.workerId }, outcome: 'done' }]);
    auditLog.begin = () => Promise.reject(new Error('throttled'));
    const { status, body } = await look();
    expect([status, JSON.stringify(body)]).toEqual([500, expect.not.stringContaining('Siti')]);
    expect(failures(given)).toHaveLength(1);
  });

  it.each([
    ['GET /api/workers/{id}', { params: { id: 'wrk_99999999999999999999' } }, 404, 'refused'],
    ['GET /api/runs', { groups: '[service]' }, 403, 'refused'],
  ])('keeps %s once where it is refused', async (call, asked, status, outcome) => {
    const begin = vi.spyOn(given.memory.auditLog, 'begin');
    expect((await calls(call, asked)).status).toBe(status);
    expect(begin).toHaveBeenCalledTimes(1);
    expect(await entries()).toMatchObject([{ call, outcome }]);
    given.memory.auditLog.begin = () => Promise.reject(new Error('throttled'));
    expect((await calls(call, asked)).status).toBe(500);
    expect(failures(given)).toHaveLength(1);
  });

  it('keeps nothing of who reads a list without people, or previews a plan for nobody', async () => {
    await calls('GET /api/runs');
    const { body: plan } = await calls('GET /api/plan');
    await calls('POST /api/plan/preview', { body: { plan, ...november } });
    expect(await entries()).toEqual([]);
  });

  it('is of the day in Jakarta that was asked for', async () => {
    bring();
    await correct({ language: 'jv' });
    expect((await calls('GET /api/audit', { query: { date: '2026-11-10' } })).body.items).toEqual(
      [],
    );
    expect(await entries()).toHaveLength(1);
    expect((await calls('GET /api/audit', { query: { date: 'today' } })).body.error.fields).toEqual(
      { date: expect.any(String) },
    );
  });
});

describe('whoever looked is in it', () => {
  const everyone = async () => (await given.memory.auditLog.list('2026-11-11', null)).items;

  it('at a worker’s own texts, in a preview', async () => {
    bring();
    const { body: plan } = await calls('GET /api/plan');
    const body = { plan, ...november, workerId: siti.workerId };
    expect((await calls('POST /api/plan/preview', { body })).body.calendar).not.toEqual([]);
    expect(await everyone()).toMatchObject([
      { call: 'POST /api/plan/preview', on: { workerId: siti.workerId }, outcome: 'done' },
    ]);
  });

  it('at who owes a month', async () => {
    bring();
    await calls('GET /api/workers', { query: { month: '2026-11' } });
    expect(await everyone()).toMatchObject([{ trail: { found: [siti.workerId] } }]);
  });

  it.each([
    ['GET /api/payments', {}],
    ['GET /api/attention', { kind: 'unmatched' }],
    ['GET /api/audit', {}],
  ])('%s', async (call, query) => {
    await calls(call, { query });
    expect(await everyone()).toMatchObject([{ call, by: 'user-1', outcome: 'done' }]);
  });

  it('and whoever was refused for their role, whatever they called', async () => {
    bring();
    const tried = [
      ['DELETE /api/workers/{id}', '[service]'],
      ['GET /api/runs', '[finance]'],
      ['GET /api/me', '[]'],
    ] as const;
    for (const [requestId, [call, groups]] of tried.entries()) {
      const params = { id: siti.workerId };
      const asked = { params, groups, requestId: String(requestId) };
      expect((await calls(call, asked)).status).toBe(403);
    }
    expect(await everyone()).toMatchObject(
      tried
        .map(([call]) => ({ call, outcome: 'refused', trail: { refused: 'forbidden' } }))
        .reverse(),
    );
    expect(given.memory.state.workers.has(siti.workerId)).toBe(true);
  });

  it('and in the log of the function, whom an admin erased', async () => {
    bring();
    await calls('DELETE /api/workers/{id}', { params: { id: siti.workerId } });
    expect(given.printed.join('')).toMatch(
      /"message":"worker erased"[^\n]*"workerId":"wrk_0{20}","by":"user-1"/,
    );
  });
});

describe('no person is in it', () => {
  const row = async () => JSON.stringify(await entries());

  it.each(['9972011605830001', '087000009999', 'Siti Aminah', '../wrk_00000000000000000000'])(
    'who stands where an id should: %s',
    async (id) => {
      expect((await calls('GET /api/workers/{id}', { params: { id } })).status).toBe(404);
      expect(await entries()).toMatchObject([{ on: { id: '(no id)' }, outcome: 'refused' }]);
    },
  );

  it.each(['run_WIB_2026-11-11_0900_a9972011605830001_2026-11', 'Siti', '9972011605830001'])(
    'nor where a run should: %s',
    async (runId) => {
      await calls('POST /api/runs/{runId}/retry', { params: { runId } });
      expect(await entries()).toMatchObject([{ on: { runId: '(no id)' } }]);
    },
  );

  it('as the name of a field, nor as a worker id', async () => {
    const body = { '9972011605830001': 'x', 'Siti Aminah': 1, workerId: '087000009999' };
    expect((await calls('POST /api/workers/find', { body })).status).toBe(400);
    expect(await entries()).toMatchObject([{ on: {}, fields: ['workerId'], more: 2 }]);
    expect(await row()).not.toMatch(/9972|Siti|8700/);
  });

  it('and a row stays small, whatever is sent', async () => {
    const body = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field${at}`, at]));
    await correct({ ...body, name: 'x'.repeat(1_000) });
    expect(await entries()).toMatchObject([{ fields: ['name'], more: 10_000 }]);
    expect((await row()).length).toBeLessThan(500);
  });
});

it('knows the fields of every body, and no others', () => {
  const ours = ['version', 'status', 'warning'];
  type Body = { content: { 'application/json'?: { schema: { properties: object } } } };
  type Paths = Record<string, Record<string, { 'x-roles': string[]; requestBody?: Body }>>;
  const inContract = Object.entries(contract.paths as unknown as Paths).flatMap(([path, of]) =>
    Object.entries(of).flatMap(([method, { requestBody, 'x-roles': roles }]) => {
      const { schema } = requestBody?.content['application/json'] ?? {};
      const names = Object.keys(schema?.properties ?? {}).sort();
      return schema && roles.length > 0 ? [[`${method.toUpperCase()} ${path}`, names]] : [];
    }),
  );
  const known = Object.entries(knownFields).map(([call, names]) => [
    call,
    names.filter((name) => call !== 'PUT /api/plan' || !ours.includes(name)).sort(),
  ]);
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(inContract));
});
