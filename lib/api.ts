import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import { allowTexts } from '#lib/messages';
import { allowQueueing, type Reminding, scheduleVariables } from '#lib/reminders';
import { allowScheduling } from '#lib/schedules';
import type { Secrets } from '#lib/secrets';
import type { SignIn } from '#lib/sign-in';
import { ringAt, type Watch } from '#lib/watch';
import { type Route, routes } from '#triggers';

type Behind = Reminding &
  Readonly<{ secrets: Secrets; receivePayment: IngatFunction; signIn: SignIn }>;

/** The API without its routes: the console's address follows from it, and sign-in from that. */
export function httpApi(stack: Stack, ground: Ground): HttpApi {
  const scope = new Construct(stack, 'Api');
  const http = new HttpApi(scope, 'Http', { apiName: stack.stackName, createDefaultStage: false });
  httpStage(scope, http, ground);
  new CfnOutput(stack, 'ApiUrl', { value: http.apiEndpoint });
  return http;
}

/** Every route of triggers.ts, each to its handler. */
export function api(http: HttpApi, behind: Behind, ground: Ground): void {
  const scope = http.node.scope as Construct;
  const authorizer = userPoolAuthorizer(behind.signIn);
  const functions = apiFunctions(scope, behind, ground);
  const integrations = new Map<string, HttpLambdaIntegration>();
  for (const { method, path, roles, handler } of routes as readonly Route[]) {
    const integration =
      integrations.get(handler) ??
      new HttpLambdaIntegration(handler, functions[handler as keyof typeof functions].lambda);
    integrations.set(handler, integration);
    const open = typeof roles === 'string';
    const added = http.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration,
      authorizer: open ? new HttpNoneAuthorizer() : authorizer,
    });
    if (open) acknowledgeOpen(added, roles);
  }
}

type ApiHandler = (typeof routes)[number]['handler'];

/** A handler that a route names and that is not here does not compile. */
function apiFunctions(
  scope: Construct,
  { queue, scheduling, secrets: { nik }, receivePayment }: Behind,
  ground: Ground,
): Record<ApiHandler, IngatFunction> {
  const variables = shared(ground);
  const withNik = { ...variables, NIK_SECRET_ARN: nik.secretArn };
  const functions = {
    me: ingatFunction(scope, 'me', {}, ground),
    'import-workers': ingatFunction(scope, 'import-workers', withNik, ground),
    workers: ingatFunction(scope, 'workers', withNik, ground),
    plan: ingatFunction(scope, 'plan', { ...variables, ...scheduleVariables(scheduling) }, ground),
    'send-sample': ingatFunction(scope, 'send-sample', variables, ground),
    runs: ingatFunction(scope, 'runs', { ...variables, SLICES_QUEUE_URL: queue.queueUrl }, ground),
    attention: ingatFunction(
      scope,
      'attention',
      { TABLE_NAME: variables.TABLE_NAME, DEAD_LETTERS: urlsOf(scope, ground.watch) },
      ground,
    ),
    'receive-payment': receivePayment,
    'import-payments': ingatFunction(scope, 'import-payments', withNik, ground),
    payments: ingatFunction(scope, 'payments', variables, ground),
    renewals: ingatFunction(scope, 'renewals', variables, ground),
    'plan-preview': ingatFunction(scope, 'plan-preview', variables, ground),
    'audit-log': ingatFunction(scope, 'audit-log', { TABLE_NAME: variables.TABLE_NAME }, ground),
  };
  for (const { role } of [
    functions['import-workers'],
    functions['import-payments'],
    functions.workers,
  ])
    nik.grantRead(role);
  allowQueueing(functions.runs, queue);
  allowCounting(functions.attention, ground.watch);
  allowScheduling(functions.plan, scheduling.schedules);
  // A function to itself: what may change the plan sends no text.
  allowTexts(functions['send-sample']);
  return functions;
}

const urlsOf = (scope: Construct, { deadLetters }: Watch): string =>
  Stack.of(scope).toJsonString(
    Object.fromEntries([...deadLetters].map(([name, { queueUrl }]) => [name, queueUrl])),
  );

/** How much lies in them, not what: a message can name a worker. */
const allowCounting = ({ role }: IngatFunction, { deadLetters }: Watch): void => {
  const resources = [...deadLetters.values()].map(({ queueArn }) => queueArn);
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources }));
};

/** The authorizer checks the token; which group may call what is checked by functions/handlers/api.ts. */
const userPoolAuthorizer = ({ pool, client }: SignIn): HttpUserPoolAuthorizer =>
  new HttpUserPoolAuthorizer('Users', pool, { userPoolClients: [client] });

function httpStage(scope: Construct, http: HttpApi, { stage, watch }: Ground): void {
  const logs = new LogGroup(scope, 'AccessLogs', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(scope, 'Stage', {
    httpApi: http,
    autoDeploy: true,
    throttle: stage.apiThrottle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(accessLine),
    },
  });
  const metric = http.metricServerError({ statistic: Stats.SUM, period: Duration.minutes(5) });
  ringAt(scope, 'ServerErrors', {
    metric,
    sentence:
      'The console, the call centre or a payment channel was answered with an error of ours.',
    watch,
  });
}

/** One line a call. The path holds worker ids at most: no personal number ever stands in a URL. */
const accessLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  user: '$context.authorizer.claims.sub',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
});

const whyOpen = {
  signature:
    'Payment channels sign in with nothing but their signature (Standard Webhooks), which covers the body and the time; the handler refuses all else with 401.',
  anyone: 'Whoever writes a program against the API reads its description; it tells of nobody.',
} as const;

const acknowledgeOpen = (added: readonly HttpRoute[], roles: keyof typeof whyOpen): void => {
  for (const route of added)
    Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: whyOpen[roles] });
};
