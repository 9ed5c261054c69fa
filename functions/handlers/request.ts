import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import { isDeeperThan } from '#domain/json-depth';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { issuesOf } from '#domain/schema-issues';
import { staffName } from '#domain/staff-name';
import { type Role, roles } from '#triggers';

/** `by`: the caller's id, which never changes · `name`: as of now · `text`: the body as it came. */
export type Request = Readonly<{
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string | undefined>>;
  headers: Readonly<Record<string, string>>;
  text: string;
  by: string;
  name: string;
  roles: readonly Role[];
  /** `access` or `id` in a token of Cognito; the API is for the first. */
  tokenUse: string;
  requestId: string;
}>;

/** The person who does it, and by which call. */
export const byOf = ({ by, name, requestId }: Pick<Request, 'by' | 'name' | 'requestId'>) => ({
  ...{ by, byName: name, requestId },
});

export function requestOf(event: APIGatewayProxyEventV2WithJWTAuthorizer): Request {
  const claims = event.requestContext.authorizer?.jwt?.claims ?? {};
  const by = String(claims.sub ?? 'unsigned');
  return {
    params: withoutGaps(event.pathParameters ?? {}),
    query: event.queryStringParameters ?? {},
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value ?? '']),
    ),
    text: event.isBase64Encoded
      ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
      : (event.body ?? ''),
    by,
    name: staffName(claims) ?? by,
    roles: rolesOf(claims['cognito:groups']),
    tokenUse: String(claims.token_use ?? ''),
    requestId: event.requestContext.requestId ?? randomUUID(),
  };
}

/** API Gateway gives the list as the string `[admin finance]`. */
const rolesOf = (groups: unknown): readonly Role[] => {
  const names = String(groups ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/);
  return roles.filter((role) => names.includes(role));
};

const withoutGaps = (
  params: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? '']));

/** The body as JSON of this shape; a refusal names each wrong field. */
export function parsed<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  const body = jsonOf(text);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw refused('invalid', ...issuesOf(result.error, body));
}

const mostDepth = 50;

/** More than a plan of 20 steps whose texts are all at their longest. */
export const mostCharacters = 250_000;

/** Refuses a body that would take longer to judge than its sender waits. */
export function jsonOf(text: string): unknown {
  const { length: characters } = text;
  if (characters > mostCharacters)
    throw refused('too-large', problem('body-too-large', { characters, most: mostCharacters }));
  if (isDeeperThan(mostDepth, text))
    throw refused('invalid', problem('too-nested', { most: mostDepth }));
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw refused('invalid', problem('not-json'));
  }
}
