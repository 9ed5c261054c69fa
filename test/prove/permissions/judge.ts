import { runSimulation, runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import type { HandlerName } from '#triggers';
import { type Context, everySchedule } from './needs.ts';
import { account } from './resolve.ts';
import { policyOf } from './resources.ts';
import { type Permission, permissionsOf, roleOf } from './roles.ts';

/** A request as IAM sees it. `call`: what it is made for. */
export type Asked = Readonly<{
  handler: HandlerName;
  call: string;
  action: string;
  resource: string;
  with?: Context;
}>;
/** `by`: the permissions of the role that spoke, for or against. */
export type Verdict = Readonly<{ result: string; by: readonly Permission[] }>;

/** What IAM answers, by the policies of the role and the resource, as others have coded it. */
export async function judged({
  handler,
  action,
  resource,
  with: context,
}: Asked): Promise<Verdict> {
  const permissions = permissionsOf(handler);
  const simulation: Simulation = {
    request: {
      principal: sessionOf(roleOf(handler)),
      action,
      resource: { resource, accountId: account },
      contextVariables: { 'aws:SecureTransport': 'true', ...context },
    },
    identityPolicies: [{ name: handler, policy: documentOf(permissions) }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: policyOf(resource),
  };
  const { result, ids } = await simulated(simulation);
  return { result, by: permissions.filter((_, index) => ids.includes(`P${index}`)) };
}

const sessionOf = (role: string): string =>
  `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/session`;

const documentOf = (permissions: readonly Permission[]) => ({
  Version: '2012-10-17',
  Statement: permissions.map(({ effect, action, resource, condition }, index) => ({
    ...{ Sid: `P${index}`, Effect: effect, Action: action, Resource: resource },
    ...(condition ? { Condition: condition } : {}),
  })),
});

type Simulated = Readonly<{ result: string; ids: readonly (string | undefined)[] }>;

async function simulated(simulation: Simulation): Promise<Simulated> {
  if (simulation.request.resource.resource.endsWith(everySchedule)) return unlisted(simulation);
  const answer = await runSimulation(simulation, {});
  if (answer.resultType === 'error')
    throw new Error(
      `${simulation.request.action} cannot be judged: ${JSON.stringify(answer.errors)}`,
    );
  const analyses =
    answer.resultType === 'single'
      ? [answer.result.analysis]
      : answer.results.map(({ analysis }) => analysis);
  const spoke = analyses.flatMap(({ identityAnalysis: found }) => [
    ...(found?.allowStatements ?? []),
    ...(found?.denyStatements ?? []),
  ]);
  return { result: answer.overallResult, ids: spoke.map(({ statement }) => statement.sid()) };
}

/** The judge's data know no resource of ListSchedules: it is asked past them, by each statement. */
function unlisted(simulation: Simulation): Simulated {
  const [{ name, policy }] = simulation.identityPolicies as [{ name: string; policy: Document }];
  const allows = (Statement: Document['Statement']): boolean =>
    runUnsafeSimulation(
      { ...simulation, identityPolicies: [{ name, policy: { ...policy, Statement } }] },
      {},
    ) === 'Allowed';
  const spoke = policy.Statement.filter((statement) => allows([statement]));
  const result = allows(policy.Statement) ? 'Allowed' : 'ImplicitlyDenied';
  return { result, ids: spoke.map(({ Sid }) => Sid) };
}

type Document = ReturnType<typeof documentOf>;
