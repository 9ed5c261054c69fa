import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Function as LambdaFunction, RecursiveLoop } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { sendersFor } from '#domain/sending/senders';
import type { EnvironmentIn } from '#handlers/env';
import { allowTable, type Data } from '#lib/data';
import { deadLetters } from '#lib/dead-letters';
import { bundle } from '#lib/function/bundle';
import { failures, throttles, trace } from '#lib/function/observe';
import type { Stage } from '#lib/stages';
import { ringAt, type Watch } from '#lib/watch';
import {
  deliveryLogs,
  type HandlerName,
  handlers,
  pieceQueue,
  planSchedules,
  sliceQueue,
  upkeepSchedules,
  uploads,
} from '#triggers';

/** What every function needs. */
export type Ground = Readonly<{ stage: Stage; data: Data; watch: Watch }>;

export type IngatFunction = Readonly<{ lambda: LambdaFunction; role: Role; alarm: Alarm }>;

/**
 * A handler as a Lambda function, with a role and a log group of its own, an alarm that says who
 * is hurt, and a dead-letter queue if it is called asynchronously. triggers.ts has its time-out
 * and memory; a variable missing from `environment` does not compile.
 */
export function ingatFunction<H extends HandlerName>(
  parent: Construct,
  handler: H,
  environment: EnvironmentIn<H>,
  ground: Ground,
): IngatFunction {
  const scope = new Construct(parent, handler);
  const { timeoutSeconds, memoryMb, ifItFails: sentence } = handlers[handler];
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: ground.stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  allowTable(role, handler, ground.data);
  const alarmed = { sentence, watch: ground.watch };
  const lambda = new NodejsFunction(scope, 'Function', {
    ...bundle(handler),
    description: `If it fails: ${sentence}`,
    timeout: Duration.seconds(timeoutSeconds),
    memorySize: memoryMb,
    environment: { ...everywhere, ...environment },
    role,
    logGroup,
    recursiveLoop: mayLoop(handler),
    ...reserveOf(handler, ground.stage),
    // Only a version that is kept can be put back.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    ...(isAsynchronous(handler) && { deadLetterQueue: deadLetters(scope, handler, alarmed) }),
  });
  trace(lambda, role);
  const alarm = ringAt(scope, 'Alarm', { metric: failures(scope, lambda, logGroup), ...alarmed });
  ringAt(scope, 'Throttled', {
    metric: throttles(lambda),
    sentence: `AWS did not start it: too many functions run at once. ${sentence}`,
    watch: ground.watch,
  });
  if (!isAsynchronous(handler)) answersItsCaller(lambda);
  return { lambda, role, alarm };
}

const everywhere = { NODE_OPTIONS: '--enable-source-maps' };

/** More senders than the reserve would be throttled, and their slices come back 12 minutes late. */
function reserveOf(
  handler: HandlerName,
  { settings, reservedConcurrency: { [handler]: reserve } }: Stage,
): Readonly<{ reservedConcurrentExecutions?: number }> {
  if (reserve === undefined) return {};
  const senders = sendersFor(settings.smsPartsPerSecond);
  if (handler === sliceQueue.handler && reserve < senders)
    throw new Error(
      `The reserve of ${handler} in stages.ts is ${reserve}, and the queue starts up to ` +
        `${senders} at once: reserve as many, or lower smsPartsPerSecond`,
    );
  return { reservedConcurrentExecutions: reserve };
}

/**
 * A slice, or a long file being cut, that is out of time queues itself again; AWS would stop that
 * after about 16 turns.
 */
const mayLoop = (handler: HandlerName): RecursiveLoop =>
  handler === sliceQueue.handler || handler === pieceQueue.handler
    ? RecursiveLoop.ALLOW
    : RecursiveLoop.TERMINATE;

/** The variables of functions that use the table and the rules. */
export const shared = ({ data, stage }: Ground) => ({
  TABLE_NAME: data.table.tableName,
  SETTINGS: JSON.stringify(stage.settings),
});

const asynchronous = [planSchedules, deliveryLogs, uploads, ...upkeepSchedules];

const isAsynchronous = (
  handler: HandlerName,
): handler is (typeof asynchronous)[number]['handler'] =>
  asynchronous.some((trigger) => trigger.handler === handler);

function answersItsCaller(lambda: LambdaFunction): void {
  Validations.of(lambda).acknowledge({
    id: 'Serverless-LambdaDLQ',
    reason: 'It is for asynchronous calls. The API answers 5xx; queue and stream have their own.',
  });
}
