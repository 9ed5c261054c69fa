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

/** API Gateway checks the token; the groups it leaves to us. */
function mayAsk(route: Route, request: Request): void {
  if (typeof route.roles === 'string' || route.roles.some((role) => request.roles.includes(role)))
    return;
  throw refused('forbidden', problem('no-role', { needed: route.roles }));
}
