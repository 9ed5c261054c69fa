import { randomUUID } from 'node:crypto';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { z } from 'zod';
import { problem } from '#domain/problem';
import { errorOf, Refused, refusalStatus, refused } from '#domain/refused';
import { issuesOf } from '#domain/schema-issues';
import { audited } from '#handlers/audit-log';
import { logger } from '#handlers/log';
import { type HandlerName, type Role, type Route, roles, routes } from '#triggers';

/** What a call asks for. `by` is who asks, for the timeline; `text` is the body as it came, for signatures and CSV. */
export type Request = Readonly<{
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string | undefined>>;
  headers: Readonly<Record<string, string>>;
  text: string;
  by: string;
  name: string;
  roles: readonly Role[];
  requestId: string;
}>;

/** `trail` is what the audit keeps of a call besides who made it: ids, versions and counts, no names, no values. */
export type Answer = Readonly<{
  status?: number;
  body: unknown;
  trail?: Readonly<Record<string, unknown>>;
}>;
/** A file for the one who asks. */
type Download = Readonly<{ csv: string; file: string }>;

type RouteKey<H extends HandlerName> =
  Extract<(typeof routes)[number], { handler: H }> extends infer R
    ? R extends Route
      ? `${R['method']} ${R['path']}`
      : never
    : never;

/** A handler for its routes in triggers.ts: a route without an answer does not compile. Roles, errors and JSON are seen to here, in one place. */
export const api = <H extends HandlerName>(
  answers: Readonly<Record<RouteKey<H>, (request: Request) => Promise<Answer | Download>>>,
) =>
  middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
    .onError((call) => {
      call.response = refusal(call.error, call.event.routeKey);
    })
    .handler(async (event) => {
      const answer = (answers as Record<string, (request: Request) => Promise<Answer | Download>>)[
        event.routeKey
      ];
      const route: Route | undefined = routes.find(
        ({ method, path }) => `${method} ${path}` === event.routeKey,
      );
      if (!answer || !route)
        throw refused('not-found', problem('no-such-call', { call: event.routeKey }));
      const request = requestOf(event);
      mayAsk(route, request);
      const answered = route.audited
        ? await audited(request, event.routeKey, () => answer(request))
        : await answer(request);
      return 'csv' in answered ? download(answered) : json(answered.status ?? 200, answered.body);
    });

/** The authorizer has checked the token, not the groups: API Gateway does not. */
function mayAsk(route: Route, request: Request): void {
  if (route.roles === 'signature' || route.roles.some((role) => request.roles.includes(role)))
    return;
  throw refused('forbidden', problem('no-role', { needed: route.roles }));
}

function requestOf(event: APIGatewayProxyEventV2WithJWTAuthorizer): Request {
  const claims = event.requestContext.authorizer?.jwt?.claims ?? {};
  const by = String(claims.sub ?? 'unsigned');
  return {
    params: withoutGaps(event.pathParameters ?? {}),
    query: event.queryStringParameters ?? {},
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value ?? '']),
    ),
    text: event.isBase64Encoded
      ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
      : (event.body ?? ''),
    by,
    name: String(claims.name ?? claims.username ?? by),
    roles: rolesOf(claims['cognito:groups']),
    requestId: event.requestContext.requestId ?? randomUUID(),
  };
}

/** API Gateway passes the list on as the string `[admin finance]`. */
const rolesOf = (groups: unknown): readonly Role[] => {
  const names = String(groups ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/);
  return roles.filter((role) => names.includes(role));
};

const withoutGaps = (
  params: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? '']));

const json = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

const download = ({ csv, file }: Download): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${file}"`,
    'cache-control': 'no-store',
  },
  body: csv,
});

function refusal(error: unknown, routeKey: string): APIGatewayProxyStructuredResultV2 {
  if (error instanceof Refused) return json(refusalStatus[error.code], { error: errorOf(error) });
  logger.error('call failed', { routeKey, error: error as Error });
  return json(500, {
    error: {
      code: 'failed',
      message:
        'Something went wrong on our side and was reported. No partial change was made: try again',
    },
  });
}

/** The body as JSON of this shape; else a refusal that names each field. */
export function parsed<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  const body = jsonOf(text);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw refused('invalid', ...issuesOf(result.error, body));
}

export function jsonOf(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw refused('invalid', problem('not-json'));
  }
}
