import examplesByName from '#api/examples' with { type: 'json' };
import { access } from '#handlers/contract/access';
import { attention } from '#handlers/contract/attention';
import { closings } from '#handlers/contract/closings';
import { imports } from '#handlers/contract/imports';
import { jsonSchema, withComponents } from '#handlers/contract/json-schema';
import { type Operation, type ParameterName, parameters } from '#handlers/contract/operation';
import { payments } from '#handlers/contract/payments';
import { people } from '#handlers/contract/people';
import { plan } from '#handlers/contract/plan';
import { renewals } from '#handlers/contract/renewals';
import { requestBodyOf, responsesOf } from '#handlers/contract/responses';
import { sending } from '#handlers/contract/sending';
import { type Route, type RouteKey, routes } from '#triggers';

const subjects = {
  people,
  payments,
  closings,
  imports,
  plan,
  sending,
  attention,
  renewals,
  access,
};

/** By the name of a schema, or of the operation whose body it is. */
const examples: Readonly<Record<string, unknown>> = examplesByName;

/** A route that nobody describes does not compile. */
const operations: Readonly<Record<RouteKey, Operation>> = {
  ...people,
  ...payments,
  ...closings,
  ...imports,
  ...plan,
  ...sending,
  ...attention,
  ...renewals,
  ...access,
};

export function openApi() {
  const paths = Map.groupBy(routes as readonly Route[], ({ path }) => path);
  return withComponents(examples, {
    openapi: '3.1.0',
    info: { title: 'Ingat', version: '1', description, license },
    servers: [{ url: '/' }],
    tags: Object.keys(subjects).map((name) => ({ name })),
    paths: Object.fromEntries([...paths].map(([path, of]) => [path, methodsOf(of)])),
    components: { securitySchemes },
  });
}

const description = [
  'Reminds informal workers in Indonesia by SMS before a contribution is due.',
  'Days are YYYY-MM-DD, months YYYY-MM, money is whole rupiah. Answers may gain fields.',
].join(' ');
const license = { name: 'Apache-2.0', identifier: 'Apache-2.0' };
const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'A signature over the notice, as in Standard Webhooks.',
  },
};

const methodsOf = (of: readonly Route[]) =>
  Object.fromEntries(of.map((route) => [route.method.toLowerCase(), operationOf(route)]));

function operationOf(route: Route) {
  const key = `${route.method} ${route.path}` as RouteKey;
  const operation = operations[key];
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`);
  const named = [...inPath, ...(operation.parameters ?? [])] as ParameterName[];
  const asks = named.length > 0 || operation.body !== undefined;
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    tags: Object.entries(subjects).flatMap(([name, of]) => (key in of ? [name] : [])),
    ...accessTo(route.roles),
    parameters: named.map(parameterOf),
    ...requestBodyOf(operation, examples[operation.operationId]),
    responses: responsesOf(operation, asks, route),
  };
}

function accessTo(roles: Route['roles']) {
  if (typeof roles !== 'string')
    return { description: `For ${roles.join(', ')}.`, 'x-roles': roles, security: [{ token: [] }] };
  return { ...withoutToken[roles], 'x-roles': [] };
}

const withoutToken = {
  anyone: { description: 'For everyone, without a token.', security: [] },
  signature: { description: 'Signed, without a token.', security: [{ signature: [] }] },
};

function parameterOf(name: ParameterName) {
  const { schema, ...parameter } = parameters[name];
  return { name: name.replace(/^.* /, ''), ...parameter, schema: jsonSchema(schema) };
}
