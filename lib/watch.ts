import { CfnOutput, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  type Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { countMetric } from '#lib/watch/count-metric';
import type { DeadLetterQueue } from '#triggers';

/** The alarm topic, and all dead-letter queues. People subscribe without a deployment. */
export type Watch = Readonly<{ topic: Topic; deadLetters: Map<DeadLetterQueue, IQueue> }>;

export function alarmTopic(stack: Stack): Watch {
  const scope = new Construct(stack, 'Watch');
  const key = new Key(scope, 'Key', {
    description: 'Alarms of Ingat',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(alarmsMayUseKey(stack));
  const topic = new Topic(scope, 'Alarms', { masterKey: key, enforceSSL: true });
  // `enforceSSL` replaces the default policy, which would let alarms of this account publish.
  const ownAlarms = { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } };
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', ownAlarms));
  new CfnOutput(stack, 'AlarmTopicArn', { value: topic.topicArn });
  return { topic, deadLetters: new Map() };
}

/** The key that AWS manages does not let CloudWatch publish, and its policy cannot be changed. */
const alarmsMayUseKey = (stack: Stack): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  });

type Ring<M extends IMetric> = Readonly<{
  metric: M;
  sentence: string;
  watch: Watch;
  threshold?: number;
}>;

/** Rings at the first occurrence, or at `threshold`. The person on duty reads `sentence`. */
export function ringAt(
  scope: Construct,
  id: string,
  { metric, sentence, watch, threshold = 1 }: Ring<IMetric>,
): Alarm {
  const alarm = new Alarm(scope, id, {
    metric,
    alarmDescription: sentence,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(watch.topic));
  return alarm;
}

/** The counts of functions/handlers/measure.ts, and what one above 0 means for workers. */
const counts = {
  missed: 'Workers got no reminder, and it is too late for it. Attention, kind missed, lists them.',
  unknown:
    'SNS did not answer: a worker may have no text, and gets no other. Attention, kind unknown.',
  failed: 'Reminders were not sent and will not be. Attention, kind failed, says why.',
  requeued:
    'Sending stopped, or a schedule did not fire, until the watchdog resumed it: texts are late.',
  'erasures-finished':
    'An erasure had stopped half-way, and the watchdog finished it. The log of workers says why.',
  'budget-80':
    '80 % of the month’s budget for texts is used. At 100 % nobody is reminded in this month.',
  'budget-100':
    'The month’s budget for texts is used up: workers get none until it is raised or renewed.',
  'held-back':
    'SNS accepts no texts now (throttled, or not allowed): reminders are tried again today.',
  halted:
    'The first fifty texts of a step fared badly: the rest waits for a person. See the console.',
} as const;

export function watchCounts(stack: Stack, watch: Watch): void {
  const scope = new Construct(stack, 'Counts');
  for (const [name, sentence] of Object.entries(counts)) {
    const metric = countMetric(name, { period: Duration.minutes(5) });
    ringAt(scope, name, { metric, sentence, watch });
  }
}

/**
 * Rings after an hour without any. An hour in which nothing is reported has to be filled with 0: of
 * missing periods CloudWatch waits for as many as it happens to fetch, more than the one of the
 * rule.
 */
export function ringWhenSilent(
  scope: Construct,
  id: string,
  { metric, sentence, watch }: Ring<Metric>,
): void {
  const period = Duration.hours(1);
  const alarm = new Alarm(scope, id, {
    metric: new MathExpression({
      expression: 'FILL(times, 0)',
      label: 'times',
      period,
      usingMetrics: { times: metric.with({ statistic: Stats.SUM, period }) },
    }),
    alarmDescription: `It has not run for an hour. ${sentence}`,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(watch.topic));
}
