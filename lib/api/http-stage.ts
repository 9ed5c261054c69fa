import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Ground } from '#lib/function';
import { ringAt } from '#lib/watch';

export function httpStage(scope: Construct, http: HttpApi, { stage, watch }: Ground): void {
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
    sentence: 'The console, the call centre or a payment channel got an error of ours.',
    watch,
  });
}

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
