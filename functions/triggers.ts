/**
 * Every way in: what lib/ provisions and local/ plays. A Lambda function has the name of its
 * handler; `handlerModule` says where the code of a handler is.
 */

export const roles = ['admin', 'finance', 'service'] as const;
export type Role = (typeof roles)[number];

/**
 * Where `npm run sign-in` hears from the sign-in page, as Cognito has to know it: to the letter.
 * Only this machine can be sent there, and without the command's own PKCE secret the code that
 * comes is worth nothing.
 */
export const signInCallback = 'http://127.0.0.1:8788/';

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
  route('POST /api/attention/resolve', ['admin', 'finance'], 'attention', 'act'),
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

type Scheduled = Readonly<{
  name: string;
  expression: string;
  timezone: string;
  handler: HandlerName;
}>;

/**
 * Our own fixed schedules, in a group of their own: apply-plan owns the group of the plan's
 * schedules, and deletes from it whatever the plan does not name.
 */
export const upkeepSchedules = [
  {
    name: 'apply-plan-nightly',
    expression: 'cron(30 2 * * ? *)',
    timezone: 'Asia/Jakarta',
    handler: 'apply-plan',
  },
  { name: 'watchdog', expression: 'rate(15 minutes)', timezone: 'UTC', handler: 'watchdog' },
  // The day begins at 15:00 UTC in the east of Indonesia and at 17:00 in the west; a round that ran
  // out of time is followed by others before texts may leave.
  {
    name: 'spend-credit',
    expression: 'cron(5 15-23 * * ? *)',
    timezone: 'UTC',
    handler: 'spend-credit',
  },
] as const satisfies readonly Scheduled[];

/** The plan's schedules, which apply-plan writes, send `{zone, time, scheduledTime}`. */
export const planSchedules = { group: 'ingat', handler: 'plan-run' } as const;

/**
 * Visibility is six times the function's time-out, as AWS asks for. The watchdog finds a slice
 * that was not finished, so nobody goes without a text because of a message that failed three
 * times and lies in the dead-letter queue.
 */
export const sliceQueue = {
  name: 'slices',
  handler: 'send-reminders',
  batchSize: 1,
  visibilitySeconds: 720,
  maxReceives: 3,
} as const;

/**
 * Files of workers and payments, whose coming starts their import. S3 counts the days from the
 * upload and rounds up to midnight UTC, so that no file is older than a week.
 */
export const uploads = {
  handler: 'split-import',
  prefix: 'uploads/',
  expireDays: 6,
  // The console sends files, and reads what was refused of them.
  cors: {
    methods: ['PUT', 'GET'],
    headers: ['content-type', 'if-none-match'],
    maxAgeSeconds: 3_600,
  },
} as const;

/**
 * What is to be done for an import: a stretch of its file to cut, or one of its pieces. Its readers
 * are counted apart from the senders, so that a country's roster takes none of them. Visibility is
 * six times the function's time-out, as AWS asks for.
 */
export const pieceQueue = {
  name: 'pieces',
  handler: 'import-piece',
  batchSize: 1,
  visibilitySeconds: 720,
  // What is tried so often for nothing is given up. A function that dies says nothing: the one
  // receive more is there to give up what has killed it each time.
  tries: 3,
  maxReceives: 4,
  maxConcurrency: 16,
} as const;

/** SNS logs what became of each text here, below `sns/<region>/<account>/`. */
export const deliveryLogs = {
  handler: 'record-delivery',
  groups: ['DirectPublishToPhoneNumber', 'DirectPublishToPhoneNumber/Failure'],
} as const;

/**
 * Changes under workers' keys and in the lists of payments, shard by shard and in order. Counters
 * have other keys, so what counting writes does not come back. The tumbling window tells the handler its shard.
 */
export const tableStream = {
  handler: 'tally',
  keysFrom: ['WRK#', 'RECORDED#'],
  batchSize: 5_000,
  /**
   * Changes that arrive within this time are counted together: the longer, the fewer transactions
   * meet in a lane (docs/decisions/0049). Reports are behind by as much.
   */
  gatherSeconds: 30,
  windowSeconds: 60,
} as const;

/**
 * Cognito asks it for more claims before it writes a token, a renewed one too, and waits 5 seconds:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export const tokenTrigger = { handler: 'name-staff', version: 'V2_0' } as const;

/**
 * What a function could not handle, or the Scheduler could not start, lies in one of these. The
 * console's first page shows how many messages each of them holds.
 */
export const deadLetterQueues = [
  'plan-run',
  'send-reminders',
  'split-import',
  'import-piece',
  'spend-credit',
  'record-delivery',
  'tally',
  'apply-plan',
  'watchdog',
  'schedules',
  'upkeep-schedules',
] as const;
export type DeadLetterQueue = (typeof deadLetterQueues)[number];

/** Runs once at every deployment, after the roles have their policies. */
export const deployTriggers = ['apply-plan'] as const satisfies readonly HandlerName[];

/** API Gateway waits 30 seconds for an answer. */
const call = { timeoutSeconds: 29, memoryMb: 512 };

/** For the alarms of who maps NIKs: they refuse a table of another secret or number of shards. */
const orOther =
  'Does the log name the NIK secret or the shards? See operating.md, What must never be lost.';

/** How long a function may take, its memory, and who is hurt when it fails: its alarm says so. */
export const handlers = {
  me: { timeoutSeconds: 10, memoryMb: 256, ifItFails: 'Nobody can sign in to the console.' },
  'import-workers': {
    ...call,
    memoryMb: 1024,
    ifItFails: `Rosters are not imported: new workers are not reminded. ${orOther}`,
  },
  workers: {
    ...call,
    ifItFails: `The call centre can neither find workers nor stop texts to them. ${orOther}`,
  },
  plan: {
    ...call,
    ifItFails:
      'Admins cannot change the plan or stop all texts, or the schedules do not follow the plan.',
  },
  'send-sample': { ...call, ifItFails: 'Admins cannot send a sample text to their own phone.' },
  runs: { ...call, ifItFails: 'Admins do not see what was sent today.' },
  attention: {
    ...call,
    ifItFails: 'Nobody sees which reminders and payments need a person.',
  },
  'receive-payment': {
    timeoutSeconds: 20,
    memoryMb: 512,
    ifItFails: `Payments are not recorded: workers who have paid are still reminded. ${orOther}`,
  },
  'import-payments': {
    ...call,
    memoryMb: 1024,
    ifItFails: `Files of payments are not imported: who has paid is still reminded. ${orOther}`,
  },
  payments: {
    ...call,
    ifItFails: 'Finance can neither reverse a wrong payment nor match an unmatched one.',
  },
  imports: {
    ...call,
    ifItFails: 'Large files of workers and payments cannot be brought in, or nobody sees how far.',
  },
  renewals: {
    ...call,
    memoryMb: 1024,
    ifItFails: 'Finance does not see what share of workers renew, or what reminders are worth.',
  },
  'plan-preview': {
    ...call,
    memoryMb: 1024,
    ifItFails: 'Admins change the plan without seeing what it will do.',
  },
  'audit-log': { ...call, memoryMb: 256, ifItFails: 'Nobody sees who changed what.' },
  'apply-plan': {
    timeoutSeconds: 60,
    memoryMb: 512,
    ifItFails: `The schedules do not follow the plan: texts leave at the old times, or not at all. ${orOther}`,
  },
  'plan-run': {
    timeoutSeconds: 60,
    memoryMb: 512,
    ifItFails: 'Reminders wait until the watchdog finds the lost firing, at most 15 minutes later.',
  },
  'send-reminders': {
    timeoutSeconds: 120,
    memoryMb: 1024,
    ifItFails: 'Workers who are due today are not reminded, nor payments confirmed.',
  },
  'record-delivery': {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails: 'Nobody learns which texts arrived, and dead numbers are texted again.',
  },
  tally: {
    timeoutSeconds: 120,
    memoryMb: 1024,
    ifItFails: 'What finance sees of renewals, and what a preview costs, is out of date.',
  },
  'split-import': {
    timeoutSeconds: 30,
    memoryMb: 512,
    ifItFails: 'A file that has arrived is not imported: its workers and payments are missing.',
  },
  'import-piece': {
    timeoutSeconds: 120,
    memoryMb: 1769,
    ifItFails: `A thousand lines of a file are not imported, or none of it. ${orOther}`,
  },
  'spend-credit': {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails:
      'Workers whose credit covers a new month are shown as unpaid until the first reminder of it.',
  },
  watchdog: {
    timeoutSeconds: 120,
    memoryMb: 512,
    ifItFails: 'Reminders that stopped half-way are not sent, and nobody learns who was missed.',
  },
  'name-staff': {
    timeoutSeconds: 5,
    memoryMb: 512,
    ifItFails:
      'Nobody can sign in, and whoever is signed in cannot stay so for longer than an hour.',
  },
} as const satisfies Record<
  string,
  Readonly<{ timeoutSeconds: number; memoryMb: number; ifItFails: string }>
>;

export type HandlerName = keyof typeof handlers;

type CallOf<R> = R extends Route ? `${R['method']} ${R['path']}` : never;

/** `GET /api/workers/{id}`, for each route; or for those of one handler. */
export type RouteKey<H extends HandlerName = HandlerName> = CallOf<
  Extract<(typeof routes)[number], { handler: H }>
>;

/** The module of a handler: calls of the API are in one folder, everything else in the other. */
export const handlerModule = (name: HandlerName): string =>
  `#handlers/${routes.some(({ handler }) => handler === name) ? 'api' : 'jobs'}/${name}`;
