import type { HandlerName } from './handlers.ts';
import { type Role, roles } from './sign-in.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * `signature`: no token, the handler checks a Standard Webhooks signature. `anyone`: neither.
 * `audited`: the audit log keeps who called, when, and how the call ended. `act`: it is written
 * before anything is done, and its outcome afterwards. `look`: nothing is changed, and it is
 * written once, before the answer leaves. `look-at-a-worker`: where the body names one. Whoever is
 * refused for their role is kept whatever they called.
 */
export type Route = Readonly<{
  method: Method;
  path: string;
  roles: readonly Role[] | 'signature' | 'anyone';
  handler: HandlerName;
  audited?: 'act' | 'look' | 'look-at-a-worker';
}>;

const everyone = roles;
const admin = ['admin'] as const;
const finance = ['finance'] as const;
const callCentre = ['admin', 'service'] as const;
const office = ['finance', 'admin'] as const;

// So marked, calls are left out of the bundle of a function that answers none.
const route = /* @__NO_SIDE_EFFECTS__ */ <
  M extends Method,
  P extends string,
  H extends HandlerName,
  A extends Route['audited'] = undefined,
>(
  call: `${M} ${P}`,
  who: Route['roles'],
  handler: H,
  audited?: A,
) => {
  const [method, path] = call.split(' ') as [M, P];
  return { method, path, roles: who, handler, audited: audited as A };
};

export const routes = [
  route('GET /api/openapi.json', 'anyone', 'me'),
  route('GET /api/me', everyone, 'me'),
  route('POST /api/workers/import', admin, 'import-workers', 'act'),
  route('POST /api/workers/find', everyone, 'workers', 'look'),
  route('GET /api/workers', admin, 'workers', 'look'),
  route('GET /api/workers.csv', admin, 'workers', 'look'),
  route('GET /api/workers/{id}', everyone, 'workers', 'look'),
  route('PATCH /api/workers/{id}', admin, 'workers', 'act'),
  route('DELETE /api/workers/{id}', admin, 'workers', 'act'),
  route('POST /api/workers/{id}/stop', callCentre, 'workers', 'act'),
  route('DELETE /api/workers/{id}/stop', callCentre, 'workers', 'act'),
  route('GET /api/plan', everyone, 'plan'),
  route('PUT /api/plan', admin, 'plan', 'act'),
  route('GET /api/settings', admin, 'plan'),
  route('GET /api/plan/versions', admin, 'plan'),
  route('POST /api/plan/restore', admin, 'plan', 'act'),
  route('POST /api/plan/approve', admin, 'plan', 'act'),
  route('POST /api/plan/pause', admin, 'plan', 'act'),
  route('POST /api/plan/resume', admin, 'plan', 'act'),
  route('POST /api/plan/test', admin, 'send-sample', 'act'),
  route('POST /api/plan/preview', admin, 'plan-preview', 'look-at-a-worker'),
  route('GET /api/audit', admin, 'audit-log', 'look'),
  route('GET /api/runs', admin, 'runs'),
  route('POST /api/runs/{runId}/retry', admin, 'runs', 'act'),
  route('POST /api/runs/release', admin, 'runs', 'act'),
  route('GET /api/attention', ['admin', 'finance'], 'attention', 'look'),
  route('GET /api/attention/totals', ['admin', 'finance'], 'attention'),
  route('POST /api/attention/resolve', ['admin', 'finance'], 'attention', 'act'),
  route('POST /api/attention/restore', ['admin', 'finance'], 'attention', 'act'),
  route('GET /api/renewals', office, 'renewals'),
  route('GET /api/renewals.csv', office, 'renewals'),
  route('GET /api/renewals/{month}/cycles', office, 'renewals', 'look'),
  route('GET /api/members', office, 'renewals'),
  route('GET /api/members.csv', office, 'renewals'),
  route('GET /api/payments', office, 'payments', 'look'),
  route('GET /api/payments.csv', office, 'payments', 'look'),
  route('POST /api/payments', 'signature', 'receive-payment'),
  route('POST /api/payments/import', finance, 'import-payments', 'act'),
  route('POST /api/payments/reverse', finance, 'payments', 'act'),
  route('POST /api/payments/match', finance, 'payments', 'act'),
  route('POST /api/closings', finance, 'payments', 'act'),
  route('GET /api/closings', finance, 'payments', 'look'),
  route('GET /api/closings/{month}', finance, 'payments', 'look'),
  route('GET /api/closings/{month}/csv', finance, 'payments', 'look'),
  // Rosters are the admins' and files of payments are finance's: the handler looks at the kind.
  route('POST /api/imports', office, 'imports', 'act'),
  route('GET /api/imports', office, 'imports'),
  route('GET /api/imports/{importId}', office, 'imports'),
  route('POST /api/imports/{importId}/apply', office, 'imports', 'act'),
] as const satisfies readonly Route[];

type CallOf<R> = R extends Route ? `${R['method']} ${R['path']}` : never;

/** `GET /api/workers/{id}`, for each route; or for those of one handler. */
export type RouteKey<H extends HandlerName = HandlerName> = CallOf<
  Extract<(typeof routes)[number], { handler: H }>
>;

/** The module of a handler: calls of the API are in one folder, everything else in the other. */
export const handlerModule = (name: HandlerName): string =>
  `#handlers/${routes.some(({ handler }) => handler === name) ? 'api' : 'jobs'}/${name}`;
