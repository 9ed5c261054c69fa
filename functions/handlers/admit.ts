import type middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { logger } from '#handlers/log';
import { type Request, requestOf } from '#handlers/request';
import { type Route, routes } from '#triggers';

/** A call that was admitted. */
export type Call = Readonly<{ route: Route; request: Request }>;
export type Called = Context & { call: Call };

type Asked = middy.Request<APIGatewayProxyEventV2WithJWTAuthorizer, unknown, Error, Called>;

/** A middleware: finds the route, and refuses a caller without its role. */
export const admit = {
  before({ event, context }: Asked): void {
    const request = requestOf(event);
    logger.setCorrelationId(request.requestId);
    const route = routes.find(({ method, path }) => `${method} ${path}` === event.routeKey);
    if (!route) throw refused('not-found', problem('no-such-call', { call: event.routeKey }));
    mayAsk(route, request);
    context.call = { route, request };
  },
};

/**
 * API Gateway checks the token; its use and its groups it leaves to us. It also lets an id token
 * in, whose claims a user can edit.
 */
function mayAsk({ roles: needed }: Route, { roles, tokenUse }: Request): void {
  if (typeof needed === 'string') return;
  if (tokenUse !== 'access') throw refused('unauthorized', problem('not-an-access-token'));
  if (needed.some((role) => roles.includes(role))) return;
  throw refused('forbidden', problem('no-role', { needed }));
}
