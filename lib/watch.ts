import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from '#triggers';

/** Where alarms go, and the dead-letter queues there are. Nobody is subscribed by the stack: who is on duty changes without a deployment. */
export type Watch = Readonly<{ topic: Topic; deadLetters: Map<DeadLetterQueue, IQueue> }>;

export function alarmTopic(stack: Stack): Watch {
  const scope = new Construct(stack, 'Watch');
  const key = new Key(scope, 'Key', { description: 'Alarms of Ingat', enableKeyRotation: true });
  key.addToResourcePolicy(alarmsMayUseKey(stack));
  const topic = new Topic(scope, 'Alarms', { masterKey: key, enforceSSL: true });
  // A policy that only denies plain HTTP replaces the default one, under which alarms of the same account could publish.
  const ownAlarms = { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } };
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', ownAlarms));
  new CfnOutput(stack, 'AlarmTopicArn', { value: topic.topicArn });
  return { topic, deadLetters: new Map() };
}

/** CloudWatch cannot publish to a topic under the key that AWS manages: that one's policy cannot be changed. */
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

/** Rings at the first occurrence, or at `threshold`. `sentence` says who is hurt; it is what the person on duty reads. */
export function ringAt(
  scope: Construct,
  id: string,
  { metric, sentence, watch, threshold = 1 }: Ring<IMetric>,
): void {
  const alarm = new Alarm(scope, id, {
    metric,
    alarmDescription: sentence,
    threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(watch.topic));
}

/** What functions count (functions/handlers/measure.ts), and what a count above 0 means for workers. */
const counts = {
  missed:
    'Workers who were owed a reminder got none, and it is too late for it. They are listed under attention, kind missed.',
  unknown:
    'SMS went out without an answer from the carrier: the worker may or may not have the text, and gets no second one. Attention, kind unknown.',
  failed:
    'Reminders could not be sent and will not be: the text could not be written, or SNS refused it. Attention, kind failed, says why.',
  requeued:
    'Sending stopped half-way, or a schedule did not fire, and the audit brought it back. Workers get their text later than they should.',
  'budget-80':
    'Four fifths of the month’s budget for texts are used up. At the whole of it nobody is reminded any more until the month is over.',
  'budget-100':
    'The month’s budget for texts is used up: who is due is skipped, until an admin raises it or the month is over.',
  'held-back':
    'SNS takes no texts at this moment (throttled, or our role may not): reminders wait and are tried again, until their day is over.',
} as const;

export function watchCounts(stack: Stack, watch: Watch): void {
  const scope = new Construct(stack, 'Counts');
  for (const [name, sentence] of Object.entries(counts)) {
    const metric = new Metric({
      namespace: 'Ingat',
      metricName: name,
      dimensionsMap: { service: 'ingat' },
      statistic: Stats.SUM,
      period: Duration.minutes(5),
    });
    ringAt(scope, name, { metric, sentence, watch });
  }
}

/** Rings when nothing at all was heard for an hour. */
export function ringWhenSilent(
  scope: Construct,
  id: string,
  { metric, sentence, watch }: Ring<Metric>,
): void {
  const alarm = new Alarm(scope, id, {
    metric: metric.with({ statistic: Stats.SUM, period: Duration.hours(1) }),
    alarmDescription: `It has not run for an hour. ${sentence}`,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(watch.topic));
}
