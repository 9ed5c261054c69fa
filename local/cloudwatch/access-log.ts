/** What the HTTP API of one machine knows of a call. */
const known = [
  'requestId',
  'requestTime',
  'routeKey',
  'status',
  'responseLatency',
  'authorizer.claims.sub',
  'error.responseType',
  'integration.integrationStatus',
] as const;

/**
 * A line of the access log in the format of the stage's template, from `$context` without that
 * word. What a call does not have is `-`, as API Gateway writes it.
 */
export function accessLog(format: string): (context: Readonly<Record<string, string>>) => string {
  const variable = /\$context\.([\w.]*\w)/g;
  for (const [, name = ''] of format.matchAll(variable))
    if (!(known as readonly string[]).includes(name))
      throw new Error(`The stand-in for API Gateway does not know $context.${name}`);
  return (context) => format.replace(variable, (_, name) => context[name] ?? '-');
}
