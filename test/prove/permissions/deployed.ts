import type { HandlerName } from '#triggers';
import type { Asked } from './judge.ts';
import { everySchedule } from './needs.ts';
import type { Call } from './recorder.ts';
import { account, arnOf, region } from './resolve.ts';
import { keyOf } from './resources.ts';
import { variablesOf } from './roles.ts';

/** What IAM is asked when the deployed function makes the call, about keys as well. */
export function askedFor(made: Call): readonly Asked[] {
  const { handler, command: call, action, with: context } = made;
  return resourcesOf(made).flatMap((resource) => [
    { handler, call, action, resource, ...(context ? { with: context } : {}) },
    ...aboutKey(action, resource).map((of) => ({ handler, call, ...of })),
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

/** Whoever reads or writes what is encrypted has its service use the key in their name. */
function aboutKey(action: string, resource: string): readonly Omit<Asked, 'handler' | 'call'>[] {
  const key = keyOf(resource);
  const [service] = action.split(':');
  const via = { 'kms:ViaService': `${service}.${region}.amazonaws.com` };
  // An object has a data key of its own.
  const actions = ['kms:Decrypt', ...(action === 's3:PutObject' ? ['kms:GenerateDataKey'] : [])];
  return key ? actions.map((of) => ({ action: of, resource: key, with: via })) : [];
}
