import { Duration, Validations } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * Errors that the function threw (time-outs, memory, bugs) and errors that it caught, answered and
 * logged. Both make the alarm ring.
 */
export function failures(scope: Construct, lambda: LambdaFunction, logs: LogGroup): IMetric {
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

/** AWS refused to start it: neither error counts that, and nothing is in its log. */
export const throttles = (lambda: LambdaFunction): IMetric =>
  lambda.metricThrottles({ statistic: Stats.SUM, period: Duration.minutes(5) });

/** The policy stands alone, so that its acknowledgement covers no other wildcard of the role. */
export function trace(lambda: LambdaFunction, role: Role): void {
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
    reason: 'X-Ray has no resources for these two actions, which add traces and can read nothing.',
  });
}
