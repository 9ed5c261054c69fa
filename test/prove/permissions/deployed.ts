import type { HandlerName } from '#triggers';
import type { Asked } from './judge.ts';
import { everySchedule } from './needs.ts';
import type { Call } from './recorder.ts';
import { account, arnOf, region } from './resolve.ts';
import { keyOf } from './resources.ts';
import { variablesOf } from './roles.ts';

/** What IAM is asked when the deployed function makes the call: also for the key, where there is one. */
export function askedFor(call: Call): readonly Asked[] {
  const { handler, action, with: context } = call;
  return resourcesOf(call).flatMap((resource) => [
    { handler, action, resource, ...(context ? { with: context } : {}) },
    ...forTheKey(handler, action, resource),
  ]);
}

function resourcesOf({ handler, action, on, inside }: Call): readonly string[] {
  if (on === '*') return ['*'];
  if (on === everySchedule) return [`arn:aws:scheduler:${region}:${account}:${everySchedule}`];
  const named = valuesOf(handler, on);
  if (action.startsWith('scheduler:'))
    return named.map(
      (group) => `arn:aws:scheduler:${region}:${account}:schedule/${group}/${inside}`,
    );
  return named.map((name) => `${arnOf(name)}${inside ? `/${inside}` : ''}`);
}

/** An object among the variables names several: the code that calls one calls them all. */
function valuesOf(handler: HandlerName, variable: string): readonly string[] {
  const value = variablesOf(handler)[variable];
  if (value === undefined)
    throw new Error(`${handler} calls what ${variable} names, and lib/ does not give it that`);
  return value.startsWith('{') ? Object.values(JSON.parse(value)) : [value];
}

/** DynamoDB and others use a key in the caller's name. Reading and writing both need the data key. */
function forTheKey(handler: HandlerName, action: string, resource: string): readonly Asked[] {
  const key = keyOf(resource);
  const [service] = action.split(':');
  return key
    ? [
        {
          ...{ handler, action: 'kms:Decrypt', resource: key },
          with: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
        },
      ]
    : [];
}
