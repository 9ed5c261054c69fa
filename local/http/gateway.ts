import { channel } from 'node:diagnostics_channel';
import type { CloudWatch } from '#local/cloudwatch/cloudwatch';
import { apiMetric } from '#local/cloudwatch/names';
import { eventOf, type Matched, routeKeyOf } from '#local/http/gateway-event';
import { errorAnswer, type PublicAnswer, type PublicRequest } from '#local/http/http-server';
import { type Lambda, NotCalled } from '#local/lambda';
import type { Claims } from '#local/sign-in/access-token';
import type { Tokens } from '#local/sign-in/tokens';
import { type Route, routes } from '#triggers';

type Behind = Readonly<{
  lambda: Lambda;
  tokens: Tokens;
  cloudwatch: Pick<CloudWatch, 'put' | 'access'>;
}>;

/** `$context` of the access log, as far as a call has come. */
type Context = Readonly<Record<string, string>>;
type Answered = Readonly<{ answer: PublicAnswer; context?: Context }>;

/** The HTTP API with its JWT authorizer. Handlers themselves check the groups of a token. */
export const startGateway = (behind: Behind) =>
  async function answerAndLog(request: PublicRequest): Promise<PublicAnswer> {
    const began = performance.now();
    const { answer, context = {} } = await answerTo(request, behind);
    report(behind.cloudwatch, answer.status, {
      ...context,
      responseLatency: String(Math.round(performance.now() - began)),
    });
    return answer;
  };

function report({ put, access }: Behind['cloudwatch'], status: number, context: Context): void {
  put(apiMetric('Count'), 1);
  put(apiMetric('4xx'), Number(status >= 400 && status < 500));
  put(apiMetric('5xx'), Number(status >= 500));
  access({ requestTime: new Date().toISOString(), status: String(status), ...context });
}

async function answerTo(request: PublicRequest, behind: Behind): Promise<Answered> {
  const { method, url } = request;
  const path = decoded(url.pathname);
  if (path === null)
    return { answer: errorAnswer(400, 'invalid', `"${url.pathname}" is not a path.`) };
  const matched = match(method, path);
  if (!matched) return { answer: errorAnswer(404, 'not-found', `There is no ${method} ${path}.`) };
  const answered = await called(request, matched, behind);
  answers.publish({ routeKey: routeKeyOf(matched.route), ...answered.answer });
  return answered;
}

/** Tests listen here and check every answer against the OpenAPI document. */
const answers = channel('ingat.answer');

async function called(
  request: PublicRequest,
  matched: Matched,
  { lambda, tokens }: Behind,
): Promise<Answered> {
  const { roles, handler } = matched.route;
  const routeKey = routeKeyOf(matched.route);
  const claims = typeof roles === 'string' ? 'not needed' : await claimsOf(request, tokens);
  if (claims === null)
    return {
      answer: errorAnswer(401, 'unauthorized', 'Sign in: the request carries no valid token.'),
      context: { routeKey, 'error.responseType': 'UNAUTHORIZED' },
    };
  const event = eventOf(request, matched, claims);
  const user = claims === 'not needed' ? '-' : String(claims.sub);
  const context = {
    ...{ routeKey, requestId: event.requestContext.requestId, 'authorizer.claims.sub': user },
    'integration.integrationStatus': '200',
  };
  return lambda.invoke(handler, event).then(
    (result) => ({ answer: answerOf(result), context }),
    (error) => ({ answer: failureOf(error), context }),
  );
}

/** An HTTP API is out of service while Lambda has no concurrency for it. */
function failureOf(error: unknown): PublicAnswer {
  if (error instanceof NotCalled && error.because === 'throttle')
    return errorAnswer(503, 'unavailable', 'Service Unavailable');
  return errorAnswer(
    500,
    'failed',
    'Something failed on our side. It may have been done in part. The same call again is safe.',
  );
}

const claimsOf = ({ headers }: PublicRequest, tokens: Tokens): Promise<Claims | null> =>
  tokens.verify(/^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');

/**
 * An HTTP API decodes the path before it chooses a route, and cuts it at a decoded question mark
 * (https://github.com/hotsock/voker/pull/8, captures of the service): an escaped slash ends a
 * parameter, so no identifier from outside can stand in a path.
 */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path).split('?', 1).join();
  } catch {
    return null;
  }
}

/** Of several routes that fit, the one with the fewest parameters, as API Gateway chooses. */
function match(method: string, path: string): Matched | null {
  const fitting = (routes as readonly Route[]).flatMap((route) => {
    const found = route.method === method ? patternOf(route.path).exec(path) : null;
    return found ? [{ route, path, pathParameters: { ...found.groups } }] : [];
  });
  const count = ({ pathParameters }: Matched): number => Object.keys(pathParameters).length;
  return fitting.sort((left, right) => count(left) - count(right))[0] ?? null;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

type Result = Readonly<{
  statusCode: number;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  isBase64Encoded?: boolean;
}>;

function answerOf(result: unknown): PublicAnswer {
  const { statusCode, headers = {}, body = '', isBase64Encoded } = (result ?? {}) as Result;
  if (typeof statusCode !== 'number') throw new Error('the handler answered without a statusCode');
  return {
    status: statusCode,
    headers,
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
