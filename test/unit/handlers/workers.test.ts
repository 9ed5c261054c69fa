import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aWorker } from '../../builders.ts';
import { nine, planWith, workersNamed } from '../flows/given.ts';
import { calls, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const siti = aWorker();
const params = { id: siti.workerId };
const fields = (names: object) => ({
  status: 400,
  body: { error: { code: 'invalid', fields: names } },
});
const stored = () => given.memory.state.workers.get(siti.workerId);

beforeEach(() => {
  given.memory.state.workers.set(siti.workerId, siti);
});

describe('looking for a worker', () => {
  it('by phone, however it is written', async () => {
    const { status, body } = await calls('POST /api/workers/find', {
      body: { phone: '0870 0000-0000' },
      groups: '[service]',
    });
    expect([status, body.items]).toMatchObject([
      200,
      [{ workerId: siti.workerId, coverage: 'due', owed: { amount: 8_400, months: ['2026-11'] } }],
    ]);
  });

  it('by a NIK nobody has is an empty list', async () => {
    expect(await calls('POST /api/workers/find', { body: { nik: '9972014708950001' } })).toEqual({
      status: 200,
      body: { items: [], more: false },
    });
  });

  it('by the beginning of a name, in a province as people write it', async () => {
    const { status, body } = await calls('POST /api/workers/find', {
      body: { name: siti.name.slice(0, 3).toUpperCase(), province: 'jateng' },
      groups: '[service]',
    });
    expect([status, body]).toMatchObject([
      200,
      { items: [{ workerId: siti.workerId }], more: false },
    ]);
  });

  it('by a phone that was copied with direction marks and no-break spaces', async () => {
    const phone = '\u202a+62\u00a0870\u20110000\u20110000\u202c';
    const { body } = await calls('POST /api/workers/find', { body: { phone } });
    expect(body.items).toHaveLength(1);
  });

  it.each([
    ['nothing', {}],
    ['two things at once', { nik: '1', phone: '2' }],
    ['a phone and a province', { phone: '0870 0000 0000', province: 'Bali' }],
  ])('by %s is refused', async (_, body) => {
    expect(await calls('POST /api/workers/find', { body })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid', issues: [{ path: '', code: 'not-one-sought' }] } },
    });
  });

  it.each<[string, object, object]>([
    ['a NIK of 15 digits', { nik: '997201470895000' }, { nik: 'has 15 digits: a NIK has 16' }],
    ['the serial 0000', { nik: '9972014708950000' }, { nik: expect.stringContaining('nobody') }],
    ['a landline', { phone: '021 555 1234' }, { phone: expect.stringContaining('landline') }],
    ['a number for a phone', { phone: 870 }, { phone: expect.any(String) }],
    ['a name alone', { name: 'Siti' }, { province: expect.stringContaining('38 provinces') }],
    ['a province alone', { province: 'Bali' }, { name: expect.stringContaining('two letters') }],
    [
      'a letter',
      { name: 'S.', province: 'Bali' },
      { name: expect.stringContaining('two letters') },
    ],
    ['a father', { father: 'Budi' }, { father: expect.any(String) }],
  ])('by %s is refused', async (_, body, names) => {
    expect(await calls('POST /api/workers/find', { body })).toMatchObject(fields(names));
  });
});

describe('who owes a month', () => {
  it('is a list with a cursor to go on with', async () => {
    for (const worker of workersNamed(60)) given.memory.state.workers.set(worker.workerId, worker);
    const first = await calls('GET /api/workers', { query: { month: '2026-11' } });
    expect(first.body.items).toHaveLength(50);
    const second = await calls('GET /api/workers', {
      query: { month: '2026-11', cursor: first.body.next },
    });
    expect([second.body.items.length, 'next' in second.body]).toEqual([10, false]);
  });

  it.each([
    [{}, { month: expect.any(String) }],
    [{ month: '2026-13' }, { month: expect.any(String) }],
    [{ month: '2026-11', zone: 'Asia/Tokyo' }, { zone: expect.stringContaining('Asia/Jayapura') }],
  ])('asked with %j is refused', async (query, names) => {
    expect(await calls('GET /api/workers', { query })).toMatchObject(fields(names));
  });
});

describe('one worker', () => {
  it('is shown with a timeline', async () => {
    const { status, body } = await calls('GET /api/workers/{id}', { params });
    expect([status, body]).toMatchObject([
      200,
      { worker: { workerId: siti.workerId }, timeline: [] },
    ]);
  });

  it('is said to get no text as long as the month’s budget pays none', async () => {
    // A part costs Rp2.640. What is reserved and not spent may come back.
    const limit = { ...planWith(), monthlyBudgetRupiah: 10_000 };
    given.memory.state.plans.push({ plan: limit, savedAt: nine, savedBy: 'user-1' });
    const reasonOnceSpent = async (spent: number) => {
      given.memory.state.budgets.set('2026-11', { committed: 10_000, spent });
      const { body } = await calls('GET /api/workers/{id}', { params });
      const { reason, next } = body.worker.texting;
      return [reason, next.date];
    };
    expect(await reasonOnceSpent(7_360)).toEqual([null, '2026-11-14']);
    expect(await reasonOnceSpent(7_361)).toEqual(['budget', '2027-01-16']);
  });

  it('is corrected; the answer is as they are now', async () => {
    const { status, body } = await calls('PATCH /api/workers/{id}', {
      params,
      body: { phone: '087000000009', language: 'jv' },
    });
    expect([status, body.worker]).toMatchObject([200, { phone: '+6287000000009', language: 'jv' }]);
    expect([...given.memory.state.changes.values()]).toMatchObject([
      { by: 'user-1', byName: 'dewi', id: 'request-1', fields: ['phone', 'language'] },
    ]);
  });

  it('is named without the marks that nobody sees', async () => {
    const name = '\u200fSiti\u00a0\u200bRahayu\u0000';
    const { body } = await calls('PATCH /api/workers/{id}', { params, body: { name } });
    expect(body.worker.name).toBe('Siti Rahayu');
  });

  it('is ended, and then no longer reminded', async () => {
    const { body } = await calls('PATCH /api/workers/{id}', {
      params,
      body: { ended: { on: '2026-11-10', reason: 'died' } },
    });
    expect(body.worker).toMatchObject({
      coverage: 'ended',
      dueOn: null,
      owed: { amount: 0, months: [] },
    });
  });

  it('is stopped, for good or until a day, and texted again', async () => {
    const stopped = async (body: object) =>
      (await calls('POST /api/workers/{id}/stop', { params, body, groups: '[service]' })).body
        .worker?.stopped;
    expect(await stopped({})).toEqual({ until: null });
    expect(await stopped({ until: '2026-12-01' })).toEqual({ until: '2026-12-01' });
    expect(
      (await calls('DELETE /api/workers/{id}/stop', { params, groups: '[service]' })).body.worker
        .stopped,
    ).toBeNull();
  });

  it('is stopped by a call without a body', async () => {
    expect((await calls('POST /api/workers/{id}/stop', { params })).body.worker.stopped).toEqual({
      until: null,
    });
  });

  it('is not stopped until a day that never comes', async () => {
    expect(
      await calls('POST /api/workers/{id}/stop', { params, body: { until: '2026-02-30' } }),
    ).toMatchObject(fields({ until: expect.any(String) }));
    expect(stored()?.stopped).toBeNull();
  });

  it('is erased, and erasing again is no fault', async () => {
    expect(await calls('DELETE /api/workers/{id}', { params })).toEqual({
      status: 200,
      body: { erased: true },
    });
    expect((await calls('DELETE /api/workers/{id}', { params })).status).toBe(200);
    expect((await calls('GET /api/workers/{id}', { params })).status).toBe(404);
  });

  it('is never asked for by a NIK in the address, and the answer does not repeat it', async () => {
    const { status, body } = await calls('GET /api/workers/{id}', {
      params: { id: '9972014708950001' },
    });
    expect([status, JSON.stringify(body)]).toEqual([
      404,
      expect.not.stringContaining('9972014708950001'),
    ]);
  });

  it.each([
    'GET /api/workers/{id}',
    'PATCH /api/workers/{id}',
    'POST /api/workers/{id}/stop',
    'DELETE /api/workers/{id}/stop',
    'DELETE /api/workers/{id}',
  ])('whom nobody knows: %s answers 404', async (routeKey) => {
    for (const id of ['wrk_99999999999999999999', 'wrk_9', '9972014708950001', ''])
      expect(await calls(routeKey, { params: { id } })).toMatchObject({
        status: 404,
        body: { error: { code: 'not-found' } },
      });
  });
});
