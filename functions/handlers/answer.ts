import type middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { errorOf, Refused, refusalStatus } from '#domain/refused';
import type { Page } from '#flows/ports';
import { logger } from '#handlers/log';

/** `trail` is for the audit log: ids, versions and counts, no names and no values. */
export type Answer = Readonly<{
  status?: number;
  body: unknown;
  trail?: Readonly<Record<string, unknown>>;
}>;
/** A file for the caller. `next`: it was cut, and a call with this cursor goes on. */
type Download = Readonly<{
  csv: string;
  file: string;
  next?: string | null;
  trail?: Answer['trail'];
}>;
export type Answered = Answer | Download;
/** A list as the API gives it: `next` only where there is more. */
export const page = <T extends object>({ items, next }: Page<T>): Answer => ({
  body: { items, ...(next ? { next } : {}) },
  trail: lookedAt(items),
});

/** For the audit log: the workers who are in what was answered. */
export function lookedAt(items: readonly object[]): Answer['trail'] {
  const ids = items.map((item) => ('workerId' in item ? item.workerId : null)).filter(isText);
  return ids.length > 0 ? { found: [...new Set(ids)] } : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

export type HttpAnswer = Readonly<{
  statusCode: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

type Called = Pick<
  middy.Request<APIGatewayProxyEventV2WithJWTAuthorizer, Answered | HttpAnswer>,
  'event' | 'response' | 'error'
>;

export function answerOverHttp(called: Called): void {
  const { response } = called;
  if (!response || 'statusCode' in response) return;
  called.response =
    'csv' in response ? download(response) : json(response.status ?? 200, response.body);
}

export function refuseOverHttp(called: Called): void {
  called.response = refusal(called.error, called.event.routeKey);
}

const json = (statusCode: number, body: unknown): HttpAnswer => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    // Whatever is not the caller's fault: a channel that is told to come again loses no payment.
    ...(statusCode >= 500 ? { 'retry-after': String(retryAfterSeconds) } : {}),
  },
  body: JSON.stringify(body),
});

const retryAfterSeconds = 5;

/** `link` as RFC 8288 has it: the next part's address, relative to this one's. */
const download = ({ csv, file, next }: Download): HttpAnswer => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${file}"`,
    'cache-control': 'no-store',
    ...(next ? { link: `<${next}>; rel="next"` } : {}),
  },
  body: csv,
});

function refusal(error: unknown, routeKey: string): HttpAnswer {
  if (error instanceof Refused) return json(refusalStatus[error.code], { error: errorOf(error) });
  logger.error('call failed', { routeKey, error: error as Error });
  return json(500, {
    error: {
      code: 'failed',
      message:
        'Something went wrong on our side and was reported. It may have been done in part. ' +
        'The same call again is safe.',
    },
  });
}
