import * as z from 'zod';
import { jsonSchema } from '#handlers/contract/json-schema';
import type { Operation } from '#handlers/contract/operation';
import { refusal } from '#handlers/contract/refusals';
import type { Route } from '#triggers';

const json = (schema: z.ZodType) => ({
  content: { 'application/json': { schema: jsonSchema(schema) } },
});
const csv = { content: { 'text/csv': { schema: { type: 'string' } } } };

export function responsesOf(
  { answers, body, refuses = [] }: Operation,
  asks: boolean,
  { roles }: Route,
) {
  const refused = [
    ...(asks ? [400] : []),
    ...refusedBefore(roles),
    ...(body ? [413] : []),
    ...refuses,
    ...[500, 503],
  ];
  const contents = new Map<string, object>([
    ...refused.map((status) => [String(status), refusalOf(status, roles)] as const),
    ...Object.entries(answers).map(
      ([status, schema]) => [status, schema === 'csv' ? csv : json(schema)] as const,
    ),
  ]);
  return Object.fromEntries(
    [...contents].map(([status, content]) => [
      status,
      { description: meaning[Number(status) as Status], ...content },
    ]),
  );
}

function refusedBefore(roles: Route['roles']): readonly Status[] {
  if (roles === 'anyone') return [];
  return roles === 'signature' ? [401] : [401, 403];
}

/** API Gateway checks the token before we do, and has a form of its own. */
const refusalOf = (status: number, roles: Route['roles']) =>
  json(status === 401 && roles !== 'signature' ? refusal.or(byGateway) : refusal);
const byGateway = z.object({ message: z.string() });

const meaning = {
  200: 'This is so now.',
  201: 'It was recorded.',
  202: 'It is kept, and a person or a later step has to finish it.',
  400: 'What is wrong, and with which field.',
  401: 'There is no valid token or signature.',
  403: 'It is not for whoever asks.',
  404: 'There is nothing of this name.',
  409: 'It does not fit what is stored; nothing was changed.',
  413: 'It is too large for one call: cut it.',
  500: 'The fault is ours. It may have been done in part; the same call again is safe.',
  503: 'Too much at once: the same call again, after the seconds in `retry-after`.',
} as const;
type Status = keyof typeof meaning;

export function requestBodyOf({ body, fields = {} }: Operation, example: unknown) {
  if (!body) return {};
  const content =
    body === 'csv'
      ? { 'text/csv': { schema: { type: 'string' }, example } }
      : { 'application/json': { schema: described(jsonSchema(body, 'input'), fields), example } };
  return { requestBody: { required: true, content } };
}

function described<S extends Readonly<{ properties?: Readonly<Record<string, object>> }>>(
  schema: S,
  fields: Readonly<Record<string, string>>,
): S {
  const said = Object.entries(fields).map(([name, description]) => {
    if (!schema.properties?.[name]) throw new Error(`The body has no field ${name}`);
    return [name, { ...schema.properties[name], description }];
  });
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(said) } };
}
