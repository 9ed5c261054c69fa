import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { type HandlerName, handlerModule, routes } from '#triggers';
import { answerFaults } from '../../stage/answer-check.ts';
import { nine, planWith } from '../flows/given.ts';
import { settings } from '../flows/settings.ts';
import { newWorld } from './memory-wiring.ts';

/** What handlers find in their environment. */
const variables = {
  TABLE_NAME: 'ingat',
  SETTINGS: JSON.stringify(settings),
  NIK_SECRET_ARN: 'arn:nik',
  WEBHOOK_SECRET_ARN: 'arn:webhook',
  SLICES_QUEUE_URL: 'https://queue',
  SCHEDULE_GROUP: 'ingat',
  PLAN_RUN_ARN: 'arn:plan-run',
  SCHEDULE_ROLE_ARN: 'arn:role',
  SCHEDULE_DEAD_LETTER_ARN: 'arn:dead',
  DEAD_LETTERS: '{}',
  FIRST_PLAN_PAUSED: 'true',
  IMPORT_FILES: 'files',
  PIECES_QUEUE_URL: 'https://pieces',
};

/**
 * The world at nine o'clock and the printed log lines. An error not expected by `failures` fails.
 */
export function givenHandlers() {
  const given = { memory: {} as InMemoryPorts, printed: [] as string[] };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(nine) });
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    given.memory = newWorld();
    given.memory.state.plans.push({
      plan: planWith(),
      savedAt: '2026-10-01T00:00:00.000Z',
      savedBy: 'deployment',
    });
    given.printed.length = 0;
    const print = (chunk: unknown) => given.printed.push(String(chunk)) > 0;
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation(print);
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation(print);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    vi.useRealTimers();
    expect(failures(given)).toEqual([]);
  });
  return given;
}

/** The errors that were logged; after that they count as expected. */
export function failures({ printed }: { printed: string[] }): readonly string[] {
  const errors = printed.filter((line) => line.includes('"level":"ERROR"'));
  printed.splice(0, printed.length, ...printed.filter((line) => !errors.includes(line)));
  return errors;
}

export type Call = Readonly<{
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  groups?: string;
  tokenUse?: string;
  base64?: boolean;
  requestId?: string;
}>;

/**
 * Calls the API like API Gateway, as admin by default: `calls('POST /api/workers/find', {body})`.
 */
export async function calls(
  routeKey: string,
  {
    params,
    query,
    headers = {},
    body,
    groups = '[admin]',
    tokenUse = 'access',
    base64 = false,
    requestId = 'request-1',
  }: Call = {},
  of = handlerOf(routeKey),
) {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const answer = await invoke(of, {
    routeKey,
    pathParameters: params,
    queryStringParameters: query,
    headers,
    body: base64 ? Buffer.from(text ?? '', 'latin1').toString('base64') : text,
    isBase64Encoded: base64,
    requestContext: {
      requestId,
      authorizer: {
        jwt: {
          claims: {
            sub: 'user-1',
            username: 'user-1',
            name: 'dewi',
            'cognito:groups': groups,
            token_use: tokenUse,
          },
        },
      },
    },
  });
  const {
    statusCode,
    headers: told,
    body: answered,
  } = answer as { statusCode: number; headers: Record<string, string>; body: string };
  const checked = { routeKey, status: statusCode, headers: told, body: answered };
  expect(answerFaults(checked)).toEqual([]);
  return {
    status: statusCode,
    body: told['content-type']?.startsWith('text/csv') ? answered : JSON.parse(answered),
    ...(told['retry-after'] ? { retryAfter: told['retry-after'] } : {}),
    ...(told.link ? { link: told.link } : {}),
  };
}

const handlerOf = (routeKey: string): HandlerName => {
  const route = routes.find(({ method, path }) => `${method} ${path}` === routeKey);
  if (!route) throw new Error(`No handler for ${routeKey}`);
  return route.handler;
};

export async function invoke(name: HandlerName, event: unknown): Promise<unknown> {
  const { handler } = await import(handlerModule(name));
  return handler(event, { awsRequestId: 'invocation-1' });
}
