import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { apiId } from '#local/cloudwatch/names';
import type { PublicRequest } from '#local/http/http-server';
import type { Claims } from '#local/sign-in/access-token';
import type { Route } from '#triggers';

/** `path` as it was decoded. */
export type Matched = Readonly<{
  route: Route;
  path: string;
  pathParameters: Readonly<Record<string, string>>;
}>;

export const routeKeyOf = ({ method, path }: Route): string => `${method} ${path}`;

/**
 * Payload format 2.0 of an HTTP API:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventOf(
  request: PublicRequest,
  { route, path, pathParameters }: Matched,
  claims: Claims | 'not needed',
): APIGatewayProxyEventV2 {
  const { url, headers, body } = request;
  const text = asText(body);
  const queryStringParameters = joined(
    [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)]),
  );
  return {
    version: '2.0',
    routeKey: routeKeyOf(route),
    rawPath: path,
    rawQueryString: url.search.slice(1),
    headers: joined(Object.entries(headers)),
    requestContext: { ...contextOf(request, path, routeKeyOf(route)), ...authorizerOf(claims) },
    isBase64Encoded: text === null,
    ...unlessEmpty({ queryStringParameters }),
    ...unlessEmpty({ pathParameters }),
    ...(body.length > 0 ? { body: text ?? body.toString('base64') } : {}),
  };
}

/**
 * A header or parameter that came several times becomes one text with commas between its values.
 */
const joined = (entries: readonly (readonly [string, string | string[] | undefined])[]) =>
  Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );

/** API Gateway leaves out what would be an empty object. */
const unlessEmpty = <T extends Readonly<Record<string, object>>>(field: T): T | object =>
  Object.values(field).some((value) => Object.keys(value).length > 0) ? field : {};

const contextOf = (
  { method, headers, sourceIp }: PublicRequest,
  path: string,
  routeKey: string,
) => ({
  accountId: '000000000000',
  apiId,
  domainName: headers.host ?? '',
  domainPrefix: apiId,
  http: {
    method,
    path,
    protocol: 'HTTP/1.1',
    sourceIp,
    userAgent: headers['user-agent'] ?? '',
  },
  requestId: randomUUID(),
  routeKey,
  stage: '$default',
  time: new Date().toUTCString(),
  timeEpoch: Date.now(),
});

const authorizerOf = (claims: Claims | 'not needed') =>
  claims === 'not needed'
    ? {}
    : { authorizer: { jwt: { claims: asStrings(claims), scopes: null } } };

/** API Gateway passes every claim as a string, and a list as `[admin finance]`. */
const asStrings = (claims: Claims): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

/** Null for bytes that are not UTF-8: they travel as base64. A byte order mark is content here. */
function asText(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}
