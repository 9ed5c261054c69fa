import { describe, expect, it, vi } from 'vitest';
import { openApi } from '#handlers/contract/openapi';
import { requestOf } from '#handlers/request';
import { type Role, type Route, roles, routes } from '#triggers';
import { aWorker } from '../../builders.ts';
import { calls, failures, givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

const given = givenHandlers();
const keyOf = ({ method, path }: Route): string => `${method} ${path}`;
const cases = routes.flatMap((route: Route) =>
  roles.map((role): [string, Role, Route] => [keyOf(route), role, route]),
);

describe('who may do what', () => {
  it.each(cases)('%s as %s', async (routeKey, role, route) => {
    const { status } = await calls(
      routeKey,
      {
        groups: `[${role}]`,
        params: { id: aWorker().workerId, runId: 'run_1', channel: 'bank', reference: 'P-1' },
      },
      route.handler,
    );
    if (route.roles === 'signature') expect(status).toBe(401);
    else if (route.roles === 'anyone') expect(status).toBe(200);
    else if (route.roles.includes(role)) expect([401, 403, 500]).not.toContain(status);
    else expect(status).toBe(403);
  });

  it.each(routes.map((route: Route): [string, Route] => [keyOf(route), route]))(
    '%s is not for who is in no group',
    async (routeKey, route) => {
      expect(route.roles.length).toBeGreaterThan(0);
      for (const groups of [
        '',
        '[]',
        '[guests]',
        '[super-admin admins Administrator ADMIN no-finance]',
      ])
        expect((await calls(routeKey, { groups }, route.handler)).status).toBe(
          { signature: 401, anyone: 200 }[String(route.roles)] ?? 403,
        );
    },
  );

  it.each(cases)('%s as %s is refused with an id token', async (routeKey, role, route) => {
    const { status } = await calls(
      routeKey,
      { groups: `[${role}]`, tokenUse: 'id' },
      route.handler,
    );
    expect(status).toBe(route.roles === 'anyone' ? 200 : 401);
  });

  it('reads the groups as API Gateway passes them, several in brackets', async () => {
    expect((await calls('GET /api/me', { groups: '[service finance]' })).body).toMatchObject({
      name: 'dewi',
      roles: ['finance', 'service'],
    });
  });

  it('says whom the call is for', async () => {
    expect((await calls('GET /api/runs', { groups: '[finance]' })).body.error).toEqual({
      code: 'forbidden',
      message: 'This call is for admin: you have none of these roles',
      issues: [
        {
          ...{ path: '', code: 'no-role', values: { needed: ['admin'] } },
          reason: 'This call is for admin: you have none of these roles',
        },
      ],
    });
  });
});

describe('what is wrong with a call', () => {
  it('is said of a body that is not JSON', async () => {
    expect(await calls('POST /api/workers/find', { body: '{"nik":' })).toMatchObject({
      status: 400,
      body: {
        error: {
          ...{ code: 'invalid', message: 'The body is not JSON' },
          issues: [{ path: '', code: 'not-json', values: {} }],
        },
      },
    });
  });

  const withJson = (routes as readonly Route[]).filter(
    ({ method, path, roles }) =>
      typeof roles !== 'string' &&
      openApi().paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json'],
  );

  it.each(withJson)('is said of $method $path where it is nested too deep', async (route) => {
    const nestedIn = (name: string, levels: number): string =>
      `{"${name}":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    for (const body of [nestedIn('plan', 50), nestedIn('steps', 20_000), '['.repeat(200_000)])
      expect(
        await calls(keyOf(route), {
          body,
          params: { id: aWorker().workerId },
          headers: { 'if-match': '1' },
          groups: '[admin finance]',
        }),
      ).toMatchObject({
        status: 400,
        body: { error: { issues: [{ path: '', code: 'too-nested', values: { most: 50 } }] } },
      });
  });

  it('is said field by field', async () => {
    const { status, body } = await calls('PATCH /api/workers/{id}', {
      params: { id: aWorker().workerId },
      body: {
        phone: '021 555',
        province: 'Narnia',
        ended: { on: '2026-02-30', reason: 'bored' },
        coveredThrough: '2027-01',
      },
    });
    expect([status, Object.keys(body.error.fields).sort()]).toEqual([
      400,
      ['coveredThrough', 'ended.on', 'ended.reason', 'phone', 'province'],
    ]);
    expect(body.error.fields).toMatchObject({
      'ended.on': 'is not a date such as 2026-11-16',
      phone: expect.stringContaining('landline'),
    });
  });

  it('is said of a route that is not there', async () => {
    const event = { routeKey: 'GET /api/nothing', headers: {}, requestContext: {} };
    expect(await invoke('me', event)).toMatchObject({ statusCode: 404 });
  });
});

describe('what is wrong with us', () => {
  it('is logged, and never told to who called', async () => {
    given.memory.plans.current = async () => {
      throw new Error('Siti Aminah is not in table ingat-prod');
    };
    const { status, body } = await calls('POST /api/workers/find', {
      body: { workerId: aWorker().workerId },
    });
    expect([status, body.error.code]).toEqual([500, 'failed']);
    expect(JSON.stringify(body)).not.toMatch(/Siti|table/);
    expect(failures(given)).toEqual([expect.stringContaining('ingat-prod')]);
  });
});

describe('an answer', () => {
  it('is JSON, and kept by nobody on the way', async () => {
    const { handler } = await import('#handlers/api/me');
    const event = {
      routeKey: 'GET /api/me',
      headers: {},
      requestContext: {
        authorizer: { jwt: { claims: { 'cognito:groups': '[admin]', token_use: 'access' } } },
      },
    };
    expect(await handler(event as never, {} as never)).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    });
  });
});

describe('whoever calls with a token of Cognito', () => {
  const sub = 'b6153e9f-d07c-4a3b-a6e4-e82d7f91c504';
  const calledWith = (claims: object) =>
    requestOf({
      headers: {},
      requestContext: {
        authorizer: {
          jwt: {
            claims: {
              ...{ sub, username: sub, token_use: 'access', 'cognito:groups': '[admin finance]' },
              ...claims,
            },
          },
        },
      },
    } as never);

  it('has the roles of all their groups, and an id that is not their name', () => {
    const { by, name, roles } = calledWith({ name: 'Ayu Puspita', email: 'ayu@ingat.example' });
    expect([by, name, roles]).toEqual([sub, 'Ayu Puspita', ['admin', 'finance']]);
  });

  it.each([
    ['their e-mail address, without a name', { email: 'ayu@ingat.example' }, 'ayu@ingat.example'],
    ['what can be seen of their name', { name: 'Ayu\u202e\nPuspita' }, 'Ayu Puspita'],
    ['its first 100 characters', { name: 'a'.repeat(5_000) }, 'a'.repeat(100)],
    ['their id, where the token says nothing more', {}, sub],
  ])('is called by %s', (_, claims, name) => {
    expect(calledWith(claims).name).toBe(name);
  });
});
