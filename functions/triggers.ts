/** Every way in: what lib/ provisions and local/ plays. The Lambda function has the handler's name; `handlerModule` says where its code is. */

export const roles = ['admin', 'finance', 'service'] as const;
export type Role = (typeof roles)[number];

/** `signature`: no token; the handler checks a Standard Webhooks signature. `anyone`: neither. `audited`: who called, when and with what end is written down for good. */
export type Route = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  roles: readonly Role[] | 'signature' | 'anyone';
  handler: HandlerName;
  audited?: true;
}>;

const everyone = roles;

export const routes = [
  { method: 'GET', path: '/api/openapi.json', roles: 'anyone', handler: 'me' },
  { method: 'GET', path: '/api/me', roles: everyone, handler: 'me' },
  {
    method: 'POST',
    path: '/api/workers/import',
    roles: ['admin'],
    handler: 'import-workers',
    audited: true,
  },
  { method: 'POST', path: '/api/workers/find', roles: everyone, handler: 'workers', audited: true },
  { method: 'GET', path: '/api/workers', roles: ['admin'], handler: 'workers', audited: true },
  { method: 'GET', path: '/api/workers/{id}', roles: everyone, handler: 'workers', audited: true },
  {
    method: 'PATCH',
    path: '/api/workers/{id}',
    roles: ['admin'],
    handler: 'workers',
    audited: true,
  },
  {
    method: 'DELETE',
    path: '/api/workers/{id}',
    roles: ['admin'],
    handler: 'workers',
    audited: true,
  },
  {
    method: 'POST',
    path: '/api/workers/{id}/stop',
    roles: ['admin', 'service'],
    handler: 'workers',
    audited: true,
  },
  {
    method: 'DELETE',
    path: '/api/workers/{id}/stop',
    roles: ['admin', 'service'],
    handler: 'workers',
    audited: true,
  },
  { method: 'GET', path: '/api/plan', roles: everyone, handler: 'plan' },
  { method: 'PUT', path: '/api/plan', roles: ['admin'], handler: 'plan', audited: true },
  { method: 'GET', path: '/api/settings', roles: ['admin'], handler: 'plan' },
  { method: 'GET', path: '/api/plan/versions', roles: ['admin'], handler: 'plan' },
  { method: 'POST', path: '/api/plan/restore', roles: ['admin'], handler: 'plan', audited: true },
  { method: 'POST', path: '/api/plan/approve', roles: ['admin'], handler: 'plan', audited: true },
  { method: 'POST', path: '/api/plan/pause', roles: ['admin'], handler: 'plan', audited: true },
  { method: 'POST', path: '/api/plan/resume', roles: ['admin'], handler: 'plan', audited: true },
  {
    method: 'POST',
    path: '/api/plan/test',
    roles: ['admin'],
    handler: 'send-sample',
    audited: true,
  },
  { method: 'POST', path: '/api/plan/preview', roles: ['admin'], handler: 'plan-preview' },
  { method: 'GET', path: '/api/audit', roles: ['admin'], handler: 'audit-log' },
  { method: 'GET', path: '/api/runs', roles: ['admin'], handler: 'runs' },
  {
    method: 'POST',
    path: '/api/runs/{runId}/retry',
    roles: ['admin'],
    handler: 'runs',
    audited: true,
  },
  { method: 'GET', path: '/api/attention', roles: ['admin', 'finance'], handler: 'attention' },
  {
    method: 'POST',
    path: '/api/attention/resolve',
    roles: ['admin', 'finance'],
    handler: 'attention',
    audited: true,
  },
  { method: 'GET', path: '/api/renewals', roles: ['finance', 'admin'], handler: 'renewals' },
  { method: 'GET', path: '/api/renewals.csv', roles: ['finance', 'admin'], handler: 'renewals' },
  {
    method: 'GET',
    path: '/api/renewals/{month}/cycles',
    roles: ['finance', 'admin'],
    handler: 'renewals',
    audited: true,
  },
  { method: 'GET', path: '/api/members', roles: ['finance', 'admin'], handler: 'renewals' },
  { method: 'GET', path: '/api/members.csv', roles: ['finance', 'admin'], handler: 'renewals' },
  { method: 'GET', path: '/api/payments', roles: ['finance', 'admin'], handler: 'payments' },
  { method: 'POST', path: '/api/payments', roles: 'signature', handler: 'receive-payment' },
  {
    method: 'POST',
    path: '/api/payments/import',
    roles: ['finance'],
    handler: 'import-payments',
    audited: true,
  },
  {
    method: 'POST',
    path: '/api/payments/{channel}/{reference}/reverse',
    roles: ['finance'],
    handler: 'payments',
    audited: true,
  },
  {
    method: 'POST',
    path: '/api/payments/{channel}/{reference}/match',
    roles: ['finance'],
    handler: 'payments',
    audited: true,
  },
] as const satisfies readonly Route[];

/** Ours, fixed, in their own group: apply-plan owns the group of the plan's schedules and deletes what it does not know there. */
export const upkeepSchedules = [
  {
    name: 'apply-plan-nightly',
    expression: 'cron(30 2 * * ? *)',
    timezone: 'Asia/Jakarta',
    handler: 'apply-plan',
  },
  { name: 'watchdog', expression: 'rate(15 minutes)', timezone: 'UTC', handler: 'watchdog' },
  {
    name: 'confirm-payments',
    expression: 'rate(30 minutes)',
    timezone: 'UTC',
    handler: 'confirm-payments',
  },
] as const satisfies readonly Readonly<{
  name: string;
  expression: string;
  timezone: string;
  handler: HandlerName;
}>[];

/** The plan's schedules (written by apply-plan, not by lib/) fire this handler with `{zone, time, scheduledTime}`. */
export const planSchedules = { group: 'ingat', handler: 'plan-run' } as const satisfies {
  group: string;
  handler: HandlerName;
};

/**
 * Visibility is six times the function's time-out, as AWS asks for. A slice that was not finished is found by the audit,
 * so a message that failed three times may rest in the dead-letter queue without anybody going without their text.
 */
export const sliceQueue = {
  name: 'slices',
  handler: 'send-reminders',
  batchSize: 1,
  visibilitySeconds: 720,
  maxReceives: 3,
  maxConcurrency: 20,
} as const;

/** SNS writes what became of each text to these log groups, below `sns/<region>/<account>/`; a subscription hands it to the handler in batches. */
export const deliveryLogs = {
  handler: 'record-delivery',
  groups: ['DirectPublishToPhoneNumber', 'DirectPublishToPhoneNumber/Failure'],
} as const satisfies Readonly<{ handler: HandlerName; groups: readonly string[] }>;

/**
 * What is written under workers' keys, shard by shard and in order. The counters lie under other keys: what counting writes does not come here again.
 * The window (tumbling) is what tells the handler which shard it is given.
 */
export const tableStream = {
  handler: 'tally',
  keysFrom: 'WRK#',
  batchSize: 1_000,
  /** What comes within this time is counted together: fewer, fuller transactions. */
  gatherSeconds: 5,
  windowSeconds: 10,
} as const satisfies Readonly<{
  handler: HandlerName;
  keysFrom: string;
  batchSize: number;
  gatherSeconds: number;
  windowSeconds: number;
}>;

/** Whose dead letters there are: what a function could not handle, or the Scheduler could not start. What lies there is told on the console's first page. */
export const deadLetterQueues = [
  'plan-run',
  'send-reminders',
  'confirm-payments',
  'record-delivery',
  'tally',
  'apply-plan',
  'watchdog',
  'schedules',
  'upkeep-schedules',
] as const;
export type DeadLetterQueue = (typeof deadLetterQueues)[number];

/** Runs once at every deployment, after the roles' policies stand. */
export const deployTriggers = ['apply-plan'] as const satisfies readonly HandlerName[];

/** What the function is for, how long it may take, and who is hurt when it fails: the sentence becomes its alarm. */
export const handlers = {
  me: { timeoutSeconds: 10, memoryMb: 256, ifItFails: 'Nobody can sign in to the console.' },
  'import-workers': {
    timeoutSeconds: 29,
    memoryMb: 1024,
    ifItFails: 'Rosters are not taken in: new workers are not reminded.',
  },
  workers: {
    timeoutSeconds: 29,
    memoryMb: 512,
    ifItFails: 'The call centre can neither find workers nor stop texts to them.',
  },
  plan: {
    timeoutSeconds: 29,
    memoryMb: 512,
    ifItFails:
      'Admins can neither change the plan nor stop all texts, or the schedules do not follow what they saved.',
  },
  'send-sample': {
    timeoutSeconds: 29,
    memoryMb: 512,
    ifItFails: 'Admins cannot try a text out on a phone of their own.',
  },
  runs: { timeoutSeconds: 29, memoryMb: 512, ifItFails: 'Admins do not see what was sent today.' },
  attention: {
    timeoutSeconds: 29,
    memoryMb: 512,
    ifItFails: 'Nobody sees which reminders and payments need a person.',
  },
  'receive-payment': {
    timeoutSeconds: 20,
    memoryMb: 512,
    ifItFails: 'Payments are not recorded: workers who have paid are reminded all the same.',
  },
  'import-payments': {
    timeoutSeconds: 29,
    memoryMb: 1024,
    ifItFails:
      'Files of payments are not taken in: workers who have paid are reminded all the same.',
  },
  payments: {
    timeoutSeconds: 29,
    memoryMb: 512,
    ifItFails:
      'Finance can neither take a wrong payment back nor give an unmatched one to its worker.',
  },
  renewals: {
    timeoutSeconds: 29,
    memoryMb: 1024,
    ifItFails:
      'Finance does not see what share of workers renew, nor what the reminders are worth.',
  },
  'plan-preview': {
    timeoutSeconds: 29,
    memoryMb: 1024,
    ifItFails: 'Admins change the plan without seeing what it will do.',
  },
  'audit-log': { timeoutSeconds: 29, memoryMb: 256, ifItFails: 'Nobody sees who changed what.' },
  'apply-plan': {
    timeoutSeconds: 60,
    memoryMb: 512,
    ifItFails:
      'The schedules no longer follow the plan: texts go out at the old times, or not at all.',
  },
  'plan-run': {
    timeoutSeconds: 60,
    memoryMb: 512,
    ifItFails:
      'A firing of the schedule is lost until the audit finds it, at most 15 minutes later.',
  },
  'send-reminders': {
    timeoutSeconds: 120,
    memoryMb: 1024,
    ifItFails: 'Workers who are due today are not reminded.',
  },
  'record-delivery': {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails:
      'Nobody learns which texts arrived: what is unknown stays so, and dead numbers are texted again.',
  },
  tally: {
    timeoutSeconds: 120,
    memoryMb: 1024,
    ifItFails:
      'The renewals that finance sees stand still, and so does what a plan is said to cost.',
  },
  'confirm-payments': {
    timeoutSeconds: 90,
    memoryMb: 512,
    ifItFails: 'Workers whose group pays for them are not told that their payment has come in.',
  },
  watchdog: {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails: 'Slices that stopped half-way stay so, and nobody learns who was missed.',
  },
} as const satisfies Record<
  string,
  Readonly<{ timeoutSeconds: number; memoryMb: number; ifItFails: string }>
>;

export type HandlerName = keyof typeof handlers;

/** The module of a handler: calls of the API lie in one folder, everything else in the other. */
export const handlerModule = (name: HandlerName): string =>
  `#handlers/${routes.some(({ handler }) => handler === name) ? 'api' : 'jobs'}/${name}`;
