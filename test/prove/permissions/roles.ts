import { type HandlerName, handlers } from '#triggers';
import { listOf, resources, type Statement } from '../../unit/lib/staging.ts';
import { ofType, type Properties, resolved } from './resolve.ts';

/** One action that a role has, or is denied, on one resource, on the condition of its statement. */
export type Permission = Readonly<{
  handler: HandlerName;
  effect: string;
  action: string;
  resource: string;
  condition?: unknown;
}>;

type Document = Readonly<{ Statement: readonly Statement[] }>;

const policies = [...ofType('AWS::IAM::Policy'), ...ofType('AWS::IAM::ManagedPolicy')];

type Function = Readonly<{ id: string; properties: Properties }>;

/** Its description says who is hurt when it fails. */
export function functionOf(handler: HandlerName): Function {
  const description = `If it fails: ${handlers[handler].ifItFails}`;
  const [id, found] =
    [...resources('AWS::Lambda::Function')].find(
      ([, { Description }]) => Description === description,
    ) ?? [];
  if (!id) throw new Error(`lib/ makes no function for ${handler}`);
  return { id, properties: resolved(found) as Properties };
}

export const variablesOf = (handler: HandlerName): Readonly<Record<string, string>> =>
  (functionOf(handler).properties.Environment as { Variables: Record<string, string> }).Variables;

export const roleOf = (handler: HandlerName): string => String(functionOf(handler).properties.Role);

const permissions = new Map<HandlerName, readonly Permission[]>();

/** What the policies of its role say, each action on each resource alone. */
export function permissionsOf(handler: HandlerName): readonly Permission[] {
  const known = permissions.get(handler) ?? readPermissions(handler);
  permissions.set(handler, known);
  return known;
}

function readPermissions(handler: HandlerName): readonly Permission[] {
  const name = roleOf(handler).split('/').at(-1) ?? '';
  const role = resolved(resources('AWS::IAM::Role').get(name)) as Properties;
  if (role.ManagedPolicyArns)
    throw new Error(`The role of ${handler} has policies of AWS, which are not judged here`);
  const own = (role.Policies ?? []) as readonly Properties[];
  return [...policies.filter(({ Roles }) => listOf(Roles).includes(name)), ...own].flatMap(
    ({ PolicyDocument }) =>
      (PolicyDocument as Document).Statement.flatMap((statement) =>
        permissionsIn(handler, statement),
      ),
  );
}

const permissionsIn = (
  handler: HandlerName,
  { Effect, Action, Resource, Condition }: Statement,
): readonly Permission[] =>
  listOf(Action).flatMap((action) =>
    listOf(Resource).map((resource) => ({
      ...{ handler, effect: Effect, action, resource: String(resource) },
      ...(Condition ? { condition: Condition } : {}),
    })),
  );
