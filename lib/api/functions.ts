import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { EnvironmentIn } from '#handlers/env';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import { allowTexts } from '#lib/messages/texts';
import { allowQueueing, type Reminding, scheduleVariables } from '#lib/reminders';
import { allowScheduling } from '#lib/schedules';
import type { Secrets } from '#lib/secrets';
import type { Watch } from '#lib/watch';
import type { routes } from '#triggers';

export type Backend = Reminding &
  Readonly<{ secrets: Secrets; receivePayment: IngatFunction; imports: IngatFunction }>;

type ApiHandler = (typeof routes)[number]['handler'];

/** A handler that a route names and that is not here does not compile. */
export function apiFunctions(
  scope: Construct,
  { queue, scheduling, secrets: { nik }, receivePayment, imports }: Backend,
  ground: Ground,
): Record<ApiHandler, IngatFunction> {
  const variables = shared(ground);
  const { TABLE_NAME } = variables;
  const withNik = { ...variables, NIK_SECRET_ARN: nik.secretArn };
  const DEAD_LETTERS = urlsOf(scope, ground.watch);
  const of = <H extends ApiHandler>(handler: H, environment: EnvironmentIn<H>) =>
    ingatFunction(scope, handler, environment, ground);
  const functions = {
    me: of('me', { TABLE_NAME }),
    'import-workers': of('import-workers', withNik),
    workers: of('workers', withNik),
    plan: of('plan', { ...variables, ...scheduleVariables(scheduling) }),
    'send-sample': of('send-sample', variables),
    runs: of('runs', { ...variables, SLICES_QUEUE_URL: queue.queueUrl }),
    attention: of('attention', { ...variables, DEAD_LETTERS }),
    'receive-payment': receivePayment,
    'import-payments': of('import-payments', withNik),
    payments: of('payments', variables),
    imports,
    renewals: of('renewals', variables),
    'plan-preview': of('plan-preview', variables),
    'audit-log': of('audit-log', { TABLE_NAME }),
  };
  for (const handler of ['import-workers', 'import-payments', 'workers'] as const)
    nik.grantRead(functions[handler].role);
  allowQueueing(functions.runs, queue);
  allowCounting(functions.attention, ground.watch);
  allowScheduling(functions.plan, scheduling.schedules);
  // Sending is a function of its own, so that the one that changes the plan cannot text.
  allowTexts(functions['send-sample']);
  return functions;
}

const urlsOf = (scope: Construct, { deadLetters }: Watch): string =>
  Stack.of(scope).toJsonString(
    Object.fromEntries([...deadLetters].map(([name, { queueUrl }]) => [name, queueUrl])),
  );

/** The number of messages, not their content, which can name a worker. */
const allowCounting = ({ role }: IngatFunction, { deadLetters }: Watch): void => {
  const resources = [...deadLetters.values()].map(({ queueArn }) => queueArn);
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources }));
};
