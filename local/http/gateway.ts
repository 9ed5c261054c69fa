import { channel } from 'node:diagnostics_channel';
import { eventOf, type Matched, routeKeyOf } from '#local/http/gateway-event';
import { errorAnswer, type PublicAnswer, type PublicRequest } from '#local/http/http-server';
import type { Lambda } from '#local/lambda';
import type { Claims } from '#local/sign-in/access-token';
import type { Tokens } from '#local/sign-in/tokens';
import { type Route, routes } from '#triggers';

type Behind = Readonly<{ lambda: Lambda; tokens: Tokens }>;

/** The HTTP API with its JWT authorizer. Handlers themselves check the groups of a token. */
export const startGateway = (behind: Behind) =>
  async function answer(request: PublicRequest): Promise<PublicAnswer> {
    const { method, url } = request;
    const path = decoded(url.pathname);
    if (path === null) return errorAnswer(400, 'invalid', `"${url.pathname}" is not a path.`);
    const matched = match(method, path);
    if (!matched) return errorAnswer(404, 'not-found', `There is no ${method} ${path}.`);
    const answered = await answerTo(request, matched, behind);
    answers.publish({ routeKey: routeKeyOf(matched.route), ...answered });
    return answered;
  };

/** Tests listen here and check every answer against the OpenAPI document. */
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
      'Something failed on our side. It may have been done in part. The same call again is safe.',
    );
  }
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
