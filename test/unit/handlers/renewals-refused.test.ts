import { describe, expect, it, vi } from 'vitest';
import { asked, params, type Query, type Route, routes } from './asked-renewals.ts';
import { givenHandlers, invoke } from './calls.ts';

vi.mock('#handlers/wiring', async () => (await import('./memory-wiring.ts')).wiring);

/** It is Wednesday 11 November 2026, 09:00 in Jakarta. */
givenHandlers();

describe('what cannot be answered is said in a sentence', () => {
  it.each<[Route, Query, string, string]>([
    [
      'GET /api/renewals',
      { from: '2026-13' },
      'from',
      'from: "2026-13" is not a month such as 2026-11',
    ],
    [
      'GET /api/renewals',
      { from: '2026-11-01' },
      'from',
      'from: "2026-11-01" is not a month such as 2026-11',
    ],
    [
      'GET /api/renewals',
      { from: '2026-11', to: 'now' },
      'to',
      'to: "now" is not a month such as 2026-11',
    ],
    [
      'GET /api/renewals',
      { from: '2026-11', to: '2026-10' },
      'to',
      'to: "2026-10" is before from, 2026-11',
    ],
    [
      'GET /api/renewals',
      { from: '2023-11', to: '2026-11' },
      'to',
      'to: "2026-11" is more than 36 months after from',
    ],
    [
      'GET /api/renewals',
      { from: '2025-11', to: '2026-11', by: 'province' },
      'to',
      'to: "2026-11" is more than 12 months after from',
    ],
    [
      'GET /api/renewals',
      { by: 'gender' },
      'by',
      'by: "gender" is not one of province, sector, language, tenure',
    ],
    [
      'GET /api/renewals',
      { by: 'total' },
      'by',
      'by: "total" is not one of province, sector, language, tenure',
    ],
    [
      'GET /api/renewals',
      { asOf: '2026-11-31' },
      'asOf',
      'asOf: "2026-11-31" is not a date such as 2026-11-16',
    ],
    [
      'GET /api/renewals',
      { asOf: '2026-11-12' },
      'asOf',
      'asOf: "2026-11-12" is still to come: today is 2026-11-11',
    ],
    ['GET /api/renewals.csv', { from: 'x' }, 'from', 'from: "x" is not a month such as 2026-11'],
    ['GET /api/members', { to: '2026-10' }, 'to', 'to: "2026-10" is before from, 2026-11'],
    [
      'GET /api/members.csv',
      { asOf: 'today' },
      'asOf',
      'asOf: "today" is not a date such as 2026-11-16',
    ],
    [
      'GET /api/renewals/{month}/cycles',
      { outcome: 'paid' },
      'outcome',
      'outcome: "paid" is not one of onTime, inArrears, recovered, open, lapsed, left, startedLate',
    ],
    [
      'GET /api/renewals/{month}/cycles',
      { asOf: '2027-01-01' },
      'asOf',
      'asOf: "2027-01-01" is still to come: today is 2026-11-11',
    ],
  ])('%s %j', async (route, query, field, sentence) => {
    const { status, body } = await asked(route, query);
    expect([status, body.error.code, body.error.message]).toEqual([400, 'invalid', sentence]);
    expect(Object.keys(body.error.fields)).toEqual([field]);
    expect(body.error.issues).toMatchObject([{ path: field, code: expect.any(String) }]);
  });
});

describe('finance and admins may ask, the call centre may not', () => {
  it.each(routes)('%s', async (route) => {
    const statusFor = async (groups: string): Promise<number> => {
      const claims = { sub: 'user-1', 'cognito:groups': groups, token_use: 'access' };
      const event = {
        routeKey: route,
        pathParameters: params,
        headers: {},
        requestContext: { authorizer: { jwt: { claims } } },
      };
      return ((await invoke('renewals', event)) as { statusCode: number }).statusCode;
    };
    expect(
      await Promise.all(
        ['[finance]', '[admin]', '[admin finance]', '[service]', '[]'].map(statusFor),
      ),
    ).toEqual([200, 200, 200, 403, 403]);
  });
});
