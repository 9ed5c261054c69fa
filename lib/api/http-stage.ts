import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  type HttpApi,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Ground } from '#lib/function';
import type { Stage } from '#lib/stages';
import { ringAt } from '#lib/watch';
import type { RouteKey } from '#triggers';

type Served = Readonly<{ http: HttpApi; paymentRoute: HttpRoute | undefined }>;

/** After the routes: API Gateway refuses settings of one that is not there yet. */
export function httpStage(
  scope: Construct,
  { http, paymentRoute }: Served,
  { stage, watch }: Ground,
): void {
  const logs = new LogGroup(scope, 'AccessLogs', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const served = new HttpStage(scope, 'Stage', {
    httpApi: http,
    autoDeploy: true,
    throttle: stage.apiThrottle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(accessLine),
    },
  });
  if (paymentRoute) throttleApart(served, paymentRoute, stage.paymentThrottle);
  const metric = http.metricServerError({ statistic: Stats.SUM, period: Duration.minutes(5) });
  ringAt(scope, 'ServerErrors', {
    metric,
    sentence: 'The console, the call centre or a payment channel got an error of ours.',
    watch,
  });
}

function throttleApart(
  served: HttpStage,
  route: HttpRoute,
  { rateLimit, burstLimit }: Stage['paymentThrottle'],
): void {
  served.node.addDependency(route);
  if (!(served.node.defaultChild instanceof CfnStage)) return;
  served.node.defaultChild.routeSettings = {
    [paymentCall]: { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
  };
}

/** Channels call it, and nobody else: it has limits of its own. */
export const paymentCall: RouteKey<'receive-payment'> = 'POST /api/payments';

/**
 * One line a call: which, by whom, how it ended. Nothing that a caller typed, so neither the path
 * nor a message in which API Gateway or Lambda could repeat it. The audit log says which
 * worker a call was about.
 */
const accessLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  user: '$context.authorizer.claims.sub',
  error: '$context.error.responseType',
  integrationStatus: '$context.integration.integrationStatus',
});
