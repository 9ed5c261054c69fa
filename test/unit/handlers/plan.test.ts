import { describe, expect, it, vi } from 'vitest';
import { provinces } from '#domain/calendar/provinces';
import { planWith } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { calls, failures, givenHandlers } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const plan = planWith();
const at = (time: string) => ({
  ...plan,
  steps: plan.steps.map((step) => ({ ...step, at: time })),
});
const put = (body: unknown, version: string | undefined = '1', groups = '[admin]') =>
  calls('PUT /api/plan', {
    body,
    groups,
    ...(version === undefined ? {} : { headers: { 'If-Match': version } }),
  });
const needingApproval = () =>
  vi.stubEnv('SETTINGS', JSON.stringify({ ...settings, approval: true }));
const names = () => [...given.memory.state.schedules.keys()].sort();

describe('what is set at deployment', () => {
  it('is shown to admins, with the calendar as it was decreed', async () => {
    const { status, body } = await calls('GET /api/settings');
    const told = { holidays: expect.any(Array), provinces, longestFacts: expect.any(Object) };
    expect([status, body]).toEqual([200, { ...settings, ...told }]);
    expect(body.holidays).toContainEqual({
      date: '2026-08-17',
      kind: 'national',
      name: expect.any(String),
      basis: 'decree',
    });
    expect((await calls('GET /api/settings', { groups: '[finance service]' })).status).toBe(403);
  });
});

describe('the plan', () => {
  it.each(['[admin]', '[finance]', '[service]'])('is shown to %s', async (groups) => {
    expect(await calls('GET /api/plan', { groups })).toEqual({ status: 200, body: plan });
  });

  it('is replaced, and its schedules follow', async () => {
    expect(await put(at('10:00'))).toEqual({
      status: 200,
      body: { ...at('10:00'), version: 2, status: 'current', behind: [], withheld: null },
    });
    expect(names()).toEqual([
      'remind-Asia_Jakarta-1000',
      'remind-Asia_Jayapura-1000',
      'remind-Asia_Makassar-1000',
    ]);
    expect(given.memory.state.plans.at(-1)).toMatchObject({
      savedBy: 'user-1',
      savedByName: 'dewi',
    });
  });

  it('is replaced by what was answered, sent back with a change', async () => {
    const { body } = await put({ ...plan, catchUpDays: 2 });
    expect(await put({ ...body, catchUpDays: 3 }, '"2"')).toMatchObject({
      status: 200,
      body: { version: 3, catchUpDays: 3 },
    });
  });

  it('without a change stays the same version, and restores deleted schedules', async () => {
    await put(at('10:00'));
    given.memory.state.schedules.clear();
    expect(await put(at('10:00'), '2')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(names()).toHaveLength(3);
  });

  it('made from an older version is refused with both', async () => {
    await put(at('10:00'));
    const { status, body } = await put(at('11:00'));
    expect([status, body.error.code, body.yours, body.current]).toEqual([
      409,
      'conflict',
      { ...at('11:00'), version: 1 },
      { ...at('10:00'), version: 2 },
    ]);
  });

  it.each([undefined, '', 'abc', '*', '-1', '1.5'])(
    'without a version in If-Match (%j) is refused',
    async (version) => {
      const { status, body } = await calls('PUT /api/plan', {
        body: plan,
        headers: version === undefined ? {} : { 'if-match': version },
      });
      expect([status, Object.keys(body.error.fields)]).toEqual([400, ['if-match']]);
    },
  );

  it('with faults is refused with each by its place', async () => {
    const { status, body } = await put({ ...at('25:00'), testPhones: ['021'] });
    expect([status, Object.keys(body.error.fields)]).toEqual([
      400,
      [...plan.steps.map((_, index) => `steps.${index}.at`), 'testPhones.0'],
    ]);
    expect(body.error.message).toContain('steps.0.at: "25:00" is not a time such as 09:00');
    expect((await put('{', '1')).body.error.message).toBe('The body is not JSON');
  });

  it('is kept when schedules cannot follow: the answer says so, and an alarm rings', async () => {
    const { put: saved } = given.memory.schedules;
    given.memory.schedules.put = async () => {
      throw new Error('scheduler is down');
    };
    expect(await put(at('10:00'))).toMatchObject({
      status: 200,
      body: { version: 2, warning: { code: 'schedules-behind' } },
    });
    expect(failures(given)).toEqual([expect.stringContaining('scheduler is down')]);
    given.memory.schedules.put = saved;
    expect((await put(at('10:00'), '2')).body.warning).toBeUndefined();
    expect(names()).toHaveLength(3);
  });
});

describe('pause and resume', () => {
  it('are versions, once each, and do not wait for the schedules', async () => {
    given.memory.schedules.list = async () => {
      throw new Error('scheduler is down');
    };
    expect(await calls('POST /api/plan/pause')).toMatchObject({
      status: 200,
      body: { version: 2, paused: true },
    });
    expect(await calls('POST /api/plan/pause')).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await calls('POST /api/plan/resume')).toMatchObject({
      status: 200,
      body: { version: 3, paused: false },
    });
  });
});

describe('restore', () => {
  it('goes back, schedules and all', async () => {
    await put(at('10:00'));
    expect(await calls('POST /api/plan/restore', { body: { version: 1 } })).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
    expect(names()[0]).toBe('remind-Asia_Jakarta-0900');
  });

  it.each([
    [{}, 400],
    [{ version: '1' }, 400],
    [{ version: 9 }, 404],
  ])('of %j answers %i', async (body, status) => {
    expect((await calls('POST /api/plan/restore', { body })).status).toBe(status);
  });
});

describe('where a second admin has to approve', () => {
  it('a change of times waits, and the schedules with it', async () => {
    needingApproval();
    expect(await put(at('10:00'))).toMatchObject({
      status: 202,
      body: { version: 2, status: 'pending' },
    });
    expect([names(), (await calls('GET /api/plan')).body.version]).toEqual([[], 1]);
    expect((await calls('POST /api/plan/approve', { body: { version: 2 } })).status).toBe(403);
    Object.assign(given.memory.state.plans, {
      1: { ...given.memory.state.plans[1], savedBy: 'user-2' },
    });
    expect(await calls('POST /api/plan/approve', { body: { version: 2 } })).toMatchObject({
      status: 200,
      body: { version: 2, status: 'current' },
    });
    expect(names()[0]).toBe('remind-Asia_Jakarta-1000');
    expect((await calls('GET /api/plan/versions')).body.items).toMatchObject([
      {
        version: 2,
        status: 'current',
        savedBy: 'user-2',
        approvedBy: 'user-1',
        approvedByName: 'dewi',
        replaces: 1,
      },
      { version: 1, status: 'superseded', savedBy: 'deployment', savedByName: null },
    ]);
  });

  it('one that the plan has moved on from is too late', async () => {
    needingApproval();
    await put(at('10:00'));
    await calls('POST /api/plan/pause');
    expect(await calls('POST /api/plan/approve', { body: { version: 2 } })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
  });
});

describe('the history', () => {
  it('is shown a page at a time', async () => {
    for (let version = 1; version <= 20; version++)
      await put({ ...plan, monthlyBudgetRupiah: version }, String(version));
    const first = (await calls('GET /api/plan/versions')).body;
    const second = (await calls('GET /api/plan/versions', { query: { cursor: first.next } })).body;
    expect([
      first.items.length,
      first.items[0].plan.monthlyBudgetRupiah,
      second.items.length,
      second.next,
    ]).toEqual([20, 20, 1, undefined]);
  });

  it('begins before a version that is named', async () => {
    await put({ ...plan, catchUpDays: 2 });
    const asked = async (before: string) => calls('GET /api/plan/versions', { query: { before } });
    expect((await asked('2')).body.items).toMatchObject([{ version: 1 }]);
    expect((await asked('V#1')).body.error.fields).toHaveProperty('before');
  });
});

describe('a sample', () => {
  const test = (body: unknown) => calls('POST /api/plan/test', { body }, 'send-sample');

  it('goes to a phone on the list, however it is written', async () => {
    await put({ ...plan, testPhones: ['0870 0000 0001'] });
    const { status, body } = await test({ step: 'eve', language: 'en', phone: '087000000001' });
    expect([status, body]).toMatchObject([
      200,
      { status: 'sent', parts: 1, text: expect.stringMatching(/^Dear Siti Contoh/) },
    ]);
    expect(given.memory.state.outbox).toHaveLength(1);
    expect(given.printed.join('')).not.toContain('7000000001');
  });

  it('goes to nobody else', async () => {
    expect((await test({ step: 'eve', language: 'en', phone: '087000000001' })).status).toBe(403);
    expect(given.memory.state.outbox).toEqual([]);
  });

  it('needs a step, a language and a mobile phone', async () => {
    const { status, body } = await test({ language: 'fr', phone: '021 555' });
    expect([status, Object.keys(body.error.fields).sort()]).toEqual([
      400,
      ['language', 'phone', 'step'],
    ]);
  });
});
