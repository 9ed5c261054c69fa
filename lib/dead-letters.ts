import { Duration, Validations } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ringAt, type Watch } from '#lib/watch';
import type { DeadLetterQueue } from '#triggers';

/** A queue that keeps messages for 14 days, the most SQS allows, and an alarm at the first. */
export function deadLetters(
  scope: Construct,
  of: DeadLetterQueue,
  { sentence, watch }: Readonly<{ sentence: string; watch: Watch }>,
): Queue {
  const id = 'DeadLetters';
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const metric = queue.metricApproximateNumberOfMessagesVisible({
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(5),
  });
  ringAt(scope, `${id}Alarm`, {
    metric,
    sentence: `${sentence} The dead-letter queue has a message.`,
    watch,
  });
  watch.deadLetters.set(of, queue);
  for (const rule of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'])
    Validations.of(queue).acknowledge({
      id: rule,
      reason: 'It is a dead-letter queue. Its alarm rings at once, and a person empties it.',
    });
  return queue;
}
