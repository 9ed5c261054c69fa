import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { Refused } from '#domain/refused';
import { type Answer, type Download, download, json, refusal } from '#handlers/answer';
import { audited } from '#handlers/audit-log';
import { type Request, requestOf } from '#handlers/request';
import { type HandlerName, type Route, routes } from '#triggers';

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
      if (!answer || !route) throw new Refused('not-found', `There is no ${event.routeKey}`);
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
  throw new Refused(
    'forbidden',
    `This call is for ${route.roles.join(', ')}; you are signed in as ${request.roles.join(', ') || 'nobody of these'}`,
  );
}
