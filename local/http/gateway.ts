import { randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { errorAnswer, type PublicAnswer, type PublicRequest } from '#local/http/http-server';
import type { Lambda } from '#local/lambda';
import type { Claims, Tokens } from '#local/sign-in/tokens';
import { type Route, routes } from '#triggers';

type Matched = Readonly<{ route: Route; pathParameters: Readonly<Record<string, string>> }>;

/** The HTTP API with its JWT authorizer: which handler answers, and the event it gets (payload format 2.0). Groups are for the handlers to check. */
export const startGateway = (behind: Behind) =>
  async function answer(request: PublicRequest): Promise<PublicAnswer> {
    const matched = match(request.method, request.url.pathname);
    if (!matched)
      return errorAnswer(
        404,
        'not-found',
        `There is no ${request.method} ${request.url.pathname}.`,
      );
    const answered = await answerTo(request, matched, behind);
    answers.publish({ routeKey: routeKeyOf(matched.route), ...answered });
    return answered;
  };

type Behind = Readonly<{ lambda: Lambda; tokens: Tokens }>;

/** Every answer, for whoever looks on. */
const answers = channel('ingat.answer');

async function answerTo(
  request: PublicRequest,
  matched: Matched,
  { lambda, tokens }: Behind,
): Promise<PublicAnswer> {
  const { roles, handler } = matched.route;
  const claims = typeof roles === 'string' ? 'not needed' : await claimsOf(request, tokens);
  if (claims === null)
    return errorAnswer(401, 'unauthorized', 'Sign in: the request carries no valid token.');
  try {
    return answerOf(await lambda.invoke(handler, eventOf(request, matched, claims)));
  } catch {
    return errorAnswer(
      500,
      'failed',
      'Something went wrong on our side; nothing was answered. Try again.',
    );
  }
}

const routeKeyOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Of several routes that fit, the one with the fewest parameters, as API Gateway chooses. */
function match(method: string, path: string): Matched | null {
  const fitting = (routes as readonly Route[]).flatMap((route) => {
    const groups = route.method === method && patternOf(route.path).exec(path)?.groups;
    return groups === null || groups === false || groups === undefined
      ? []
      : [{ route, pathParameters: decoded(groups) }];
  });
  const count = ({ pathParameters }: Matched): number => Object.keys(pathParameters).length;
  return fitting.sort((left, right) => count(left) - count(right))[0] ?? null;
}

/** An empty named group keeps `groups` defined for a path without parameters. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}(?<_>)$`);

const decoded = ({
  _,
  ...groups
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, safelyDecoded(value)]));

function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const claimsOf = ({ headers }: PublicRequest, tokens: Tokens): Promise<Claims | null> =>
  tokens.verify(/^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function eventOf(
  { method, url, headers, body, sourceIp }: PublicRequest,
  { route, pathParameters }: Matched,
  claims: Claims | 'not needed',
) {
  const routeKey = routeKeyOf(route);
  const text = asText(body);
  const parameters = [...new Set(url.searchParams.keys())].map((name) => [
    name,
    url.searchParams.getAll(name).join(','),
  ]);
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : value,
      ]),
    ),
    requestContext: {
      accountId: '000000000000',
      apiId: 'stage',
      domainName: headers.host ?? '',
      domainPrefix: 'stage',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
    },
    isBase64Encoded: text === null,
    ...(parameters.length > 0 ? { queryStringParameters: Object.fromEntries(parameters) } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...(body.length > 0 ? { body: text ?? body.toString('base64') } : {}),
  };
  if (claims === 'not needed') return event;
  return {
    ...event,
    requestContext: {
      ...event.requestContext,
      authorizer: { jwt: { claims: asStrings(claims), scopes: null } },
    },
  };
}

/** Null for bytes that are not UTF-8: they travel as base64. */
function asText(body: Buffer): string | null {
  try {
    // A byte order mark is content here: handlers see what the client sent.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

/** API Gateway passes every claim as a string, and a list as `[admin finance]`. */
const asStrings = (claims: Claims): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

function answerOf(result: unknown): PublicAnswer {
  const {
    statusCode,
    headers = {},
    body = '',
    isBase64Encoded = false,
  } = (result ?? {}) as Readonly<{
    statusCode?: number;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    isBase64Encoded?: boolean;
  }>;
  if (typeof statusCode !== 'number') throw new Error('the handler answered without a statusCode');
  return {
    status: statusCode,
    headers,
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
