import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { admit, type Called, findRoute } from '#handlers/admit';
import { type Answered, answerOverHttp, type HttpAnswer, refuseOverHttp } from '#handlers/answer';
import { auditLog } from '#handlers/audit/audit-log';
import { cursors } from '#handlers/cursor';
import { observed } from '#handlers/log';
import { publishCounts } from '#handlers/measure';
import type { Request } from '#handlers/request';
import type { HandlerName, RouteKey } from '#triggers';

type Router = Readonly<Record<string, (request: Request) => Promise<Answered>>>;

/** middy runs `after` and `onError` in reverse: the audit log has the outcome before HTTP does. */
export const api = <H extends HandlerName>(
  answers: Readonly<Record<RouteKey<H>, (request: Request) => Promise<Answered>>>,
) =>
  middy<APIGatewayProxyEventV2WithJWTAuthorizer, Answered | HttpAnswer, Error, Called>()
    .use(observed)
    .use(publishCounts)
    .use({ after: answerOverHttp, onError: refuseOverHttp })
    .use(findRoute)
    .use(auditLog)
    .use(admit)
    .use(cursors)
    .handler(({ routeKey }, { call }) => {
      const answer = (answers as Router)[routeKey];
      if (!answer) throw refused('not-found', problem('no-such-call', { call: routeKey }));
      return answer(call.request);
    });
