import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { tableName } from '#local/environment';
import { aPerson, csvOf } from '#local/made-up';
import type { HandlerName } from '#triggers';
import { asAdmin, json, type Sent } from '../../stage/calls.ts';
import { idOf, type Trial } from './trial.ts';

type Call = readonly [method: string, path: string, sent: Sent];

const asFinance = (content: unknown): Sent => ({ role: 'finance', ...json(content) });

/** A call of each function that somebody waits for, and where its alarms are in the stack. */
const calls = {
  me: ['Api', 'GET', '/api/me', asAdmin()],
  'import-workers': [
    'Api',
    'POST',
    '/api/workers/import',
    { role: 'admin', body: csvOf([aPerson(1)]) },
  ],
  workers: ['Api', 'POST', '/api/workers/find', asAdmin({ nik: aPerson(1).nik })],
  plan: ['Api', 'GET', '/api/plan', asAdmin()],
  'send-sample': ['Api', 'POST', '/api/plan/test', asAdmin({})],
  runs: ['Api', 'GET', '/api/runs?date=2026-11-11', asAdmin()],
  attention: ['Api', 'GET', '/api/attention?kind=missed', asAdmin()],
  'receive-payment': ['Payments', 'POST', '/api/payments', json({})],
  'import-payments': ['Api', 'POST', '/api/payments/import', { role: 'finance', body: '' }],
  payments: ['Api', 'POST', '/api/payments/match', asFinance({})],
  imports: ['Imports', 'GET', '/api/imports', asAdmin()],
  renewals: ['Api', 'GET', '/api/renewals?from=2026-11&to=2026-11', { role: 'finance' }],
  'plan-preview': ['Api', 'POST', '/api/plan/preview', asAdmin({})],
  'audit-log': ['Api', 'GET', '/api/audit?date=2026-11-11', asAdmin()],
  'name-staff': ['SignIn', 'POST', '/_local/sign-in', json({ role: 'finance' })],
} as const satisfies Partial<Record<HandlerName, readonly [string, ...Call]>>;

type Called = keyof typeof calls;

/** What API Gateway answers itself counts among its errors; Cognito has another way to say it. */
const ofGateway = (place: string): readonly string[] =>
  place === 'SignIn' ? [] : ['ApiServerErrors'];

const trial = (
  handler: Called,
  { cause, kind, alarm }: Readonly<{ cause: string; kind: 'fail' | 'throttle'; alarm: string }>,
): Trial => {
  const [place, ...call] = calls[handler];
  return {
    cause: `${handler} ${cause}`,
    async make(stage) {
      await stage.faults({ lambda: [{ handler, kind, count: 1 }] });
      const { status } = await stage.call(...(call as Call));
      if (status < 500) throw new Error(`${call.slice(0, 2).join(' ')} was answered ${status}`);
    },
    rings: [`${place}${idOf(handler)}${alarm}`, ...ofGateway(place)].sort(),
  };
};

const each = (Object.keys(calls) as Called[]).flatMap((handler) => [
  trial(handler, { cause: 'does not start', kind: 'fail', alarm: 'Alarm' }),
  trial(handler, { cause: 'has no concurrency', kind: 'throttle', alarm: 'Throttled' }),
]);

export const callTrials: readonly Trial[] = [
  ...each,
  {
    cause: 'a worker’s row cannot be read, which the counting logs and does not throw',
    async make(stage) {
      const workerId = `wrk_${'0'.repeat(20)}`;
      const row = { pk: `WRK#${workerId}`, sk: 'WRK', name: 'Nobody' };
      await stage.table().send(new PutCommand({ TableName: tableName, Item: row }));
    },
    rings: ['RenewalstallyAlarm'],
  },
  {
    cause: 'API Gateway may not call a function',
    async make(stage) {
      await stage.faults({ lambda: [{ handler: 'me', kind: 'refuse', count: 1 }] });
      await stage.call('GET', '/api/me', asAdmin());
    },
    rings: ['ApiServerErrors'],
  },
  {
    cause: 'a channel signs with another secret',
    async make(stage) {
      for (let repeated = 0; repeated < 5; repeated++)
        await stage.call('POST', '/api/payments', json({ reference: 'P-1' }));
    },
    rings: ['PaymentsRefusedSignatures'],
  },
];
