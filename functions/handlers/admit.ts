import type middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { problem } from '#domain/problem';
import { type Refused, refused } from '#domain/refused';
import { logger } from '#handlers/log';
import { type Request, requestOf } from '#handlers/request';
import { type Route, routes } from '#triggers';

export type Call = Readonly<{ route: Route; request: Request }>;
export type Called = Context & { call: Call };

type Asked = middy.Request<APIGatewayProxyEventV2WithJWTAuthorizer, unknown, Error, Called>;

export const findRoute = {
  before({ event, context }: Asked): void {
    const request = requestOf(event);
    logger.setCorrelationId(request.requestId);
    const route = routes.find(({ method, path }) => `${method} ${path}` === event.routeKey);
    if (!route) throw refused('not-found', problem('no-such-call', { call: event.routeKey }));
    context.call = { route, request };
  },
};

/** A middleware: refuses a caller without the role; the audit log has written down who it was. */
export const admit = {
  before({ context: { call } }: Asked): void {
    const refusal = refusalOf(call);
    if (refusal) throw refusal;
  },
};

/**
 * API Gateway checks the token; its use and its groups it leaves to us. It also lets an id token
 * in, whose claims a user can edit.
 */
export function refusalOf({ route, request: { roles, tokenUse } }: Call): Refused | null {
  const { roles: needed } = route;
  if (typeof needed === 'string') return null;
  if (tokenUse !== 'access') return refused('unauthorized', problem('not-an-access-token'));
  return needed.some((role) => roles.includes(role))
    ? null
    : refused('forbidden', problem('no-role', { needed }));
}
