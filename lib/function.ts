import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  type Function as LambdaFunction,
  RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { FilterPattern, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentIn } from '#handlers/env';
import { allowTable, type Data } from '#lib/data';
import { deadLetters } from '#lib/dead-letters';
import type { Stage } from '#lib/stages';
import { ringAt, type Watch } from '#lib/watch';
import {
  deliveryLogs,
  type HandlerName,
  handlerModule,
  handlers,
  planSchedules,
  sliceQueue,
  upkeepSchedules,
} from '#triggers';

/** What every function stands on. */
export type Ground = Readonly<{ stage: Stage; data: Data; watch: Watch }>;

export type IngatFunction = Readonly<{ lambda: LambdaFunction; role: Role }>;

/**
 * A handler as a Lambda function: with a role, a log group and (called asynchronously) a dead-letter queue to itself, and an alarm
 * that says who is hurt when it fails. Time-out, memory and that sentence stand in triggers.ts; a variable missing from `environment` does not compile.
 */
export function ingatFunction<H extends HandlerName>(
  parent: Construct,
  handler: H,
  environment: EnvironmentIn<H>,
  ground: Ground,
): IngatFunction {
  const scope = new Construct(parent, handler);
  const { timeoutSeconds, memoryMb, ifItFails } = handlers[handler];
  const logs = new LogGroup(scope, 'Logs', {
    retention: ground.stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logs.grantWrite(role);
  allowTable(role, handler, ground.data);
  const lambda = new NodejsFunction(scope, 'Function', {
    ...code(handler),
    description: `If it fails: ${ifItFails}`,
    timeout: Duration.seconds(timeoutSeconds),
    memorySize: memoryMb,
    environment: {
      NODE_OPTIONS: '--enable-source-maps',
      // An error can quote what was sent, and a trace is read by more people than the log.
      POWERTOOLS_TRACER_CAPTURE_ERROR: 'false',
      ...environment,
    },
    role,
    logGroup: logs,
    // A slice that is out of time puts itself back on its queue; without this AWS would stop the loop after about 16 turns.
    recursiveLoop: handler === sliceQueue.handler ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
    ...(isAsynchronous(handler)
      ? {
          deadLetterQueue: deadLetters(scope, handler, {
            sentence: ifItFails,
            watch: ground.watch,
          }),
        }
      : {}),
  });
  trace(lambda, role);
  ringAt(scope, 'Alarm', {
    metric: failures(scope, lambda, logs),
    sentence: ifItFails,
    watch: ground.watch,
  });
  if (!isAsynchronous(handler)) answersItsCaller(lambda);
  return { lambda, role };
}

/** The variables that all who know the table and the rules are given. */
export const shared = ({ data, stage }: Ground) => ({
  TABLE_NAME: data.table.tableName,
  SETTINGS: JSON.stringify(stage.settings),
});

const asynchronous = [planSchedules, deliveryLogs, ...upkeepSchedules];

const isAsynchronous = (
  handler: HandlerName,
): handler is (typeof asynchronous)[number]['handler'] =>
  asynchronous.some((trigger) => trigger.handler === handler);

const path = (relative: string): string =>
  fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** The SDK goes into the bundle: what runs is what was tested, not what Lambda happens to bring. */
const code = (handler: HandlerName) => ({
  entry: path(`${handlerModule(handler).replace('#', 'functions/')}.ts`),
  projectRoot: path('.'),
  depsLockFilePath: path('package-lock.json'),
  runtime: Runtime.NODEJS_24_X,
  architecture: Architecture.ARM_64,
  // That variable is for version 2 of the SDK.
  awsSdkConnectionReuse: false,
  bundling: {
    format: OutputFormat.ESM,
    target: 'node24',
    mainFields: ['module', 'main'],
    // Dependencies that are CommonJS call `require`, which an ES module does not have.
    banner:
      "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    bundleAwsSDK: true,
    minify: true,
    keepNames: true,
    sourceMap: true,
    sourcesContent: false,
    logLevel: LogLevel.WARNING,
    commandHooks: { beforeBundling: () => [], beforeInstall: () => [], afterBundling: copyData },
  },
});

/** functions/domain/reference.ts reads its tables from `data/` beside itself, which in the bundle is beside the one file. */
const copyData = (root: string, bundle: string): string[] => [
  `cp -R "${root}/functions/domain/data" "${bundle}/data"`,
];

/** What broke out of the function (time-outs, memory, bugs) and what it caught, answered and logged as an error: either makes the alarm ring. */
function failures(scope: Construct, lambda: LambdaFunction, logs: LogGroup): IMetric {
  const period = Duration.minutes(5);
  const logged = logs.addMetricFilter('Errors', {
    filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
    metricNamespace: 'Ingat',
    metricName: `${scope.node.id}-errors`,
  });
  return new MathExpression({
    expression: 'FILL(thrown, 0) + FILL(logged, 0)',
    label: 'failures',
    period,
    usingMetrics: {
      thrown: lambda.metricErrors({ period }),
      logged: logged.metric({ statistic: Stats.SUM, period }),
    },
  });
}

/** In a policy to itself, so that what is acknowledged here covers no other wildcard of the role. */
function trace(lambda: LambdaFunction, role: Role): void {
  if (lambda.node.defaultChild instanceof CfnFunction)
    lambda.node.defaultChild.tracingConfig = { mode: 'Active' };
  const policy = new Policy(role, 'Tracing', {
    roles: [role],
    statements: [
      new PolicyStatement({
        actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
        resources: ['*'],
      }),
    ],
  });
  Validations.of(policy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'X-Ray has no resources to name for these two actions; they add traces and can read nothing.',
  });
}

function answersItsCaller(lambda: LambdaFunction): void {
  Validations.of(lambda).acknowledge({
    id: 'Serverless-LambdaDLQ',
    reason:
      'Only called by the API, which answers 5xx, or for the queue or the stream, which have dead letters of their own. A dead-letter target is for asynchronous calls.',
  });
}
