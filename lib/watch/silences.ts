import { Duration, type Stack } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ringAt, type Watch } from '#lib/watch';
import { countMetric } from '#lib/watch/count-metric';

/**
 * What should have happened and did not. The watchdog measures each of them every quarter of an
 * hour as long as it lasts, so the alarm stands until it is over.
 */
const silences = {
  'due-unsent': {
    threshold: 1,
    sentence:
      'Workers were due today, the day’s last window is over, and not one text left. They can ' +
      'still be texted tomorrow: look at the oldest slice on the queue, and at send-reminders.',
  },
  'payments-silent': {
    threshold: 1,
    sentence:
      'No payment has come in for four hours in which nearly every working day of four weeks had ' +
      'eight or more: who pays is still reminded. Ask the channels; see the API’s access log.',
  },
  'receipts-silent': {
    threshold: 1,
    sentence:
      'Texts left, and for six hours not one delivery receipt has come: nobody sees whether ' +
      'they arrive. Look whether SNS still writes its delivery logs.',
  },
  'confirmations-late': {
    threshold: 120,
    sentence:
      'Workers whose payment came in have waited for two hours to be told, though no reminder ' +
      'was leaving. Is the step “paid” halted, or is there more to tell than the rate allows?',
  },
} as const;

export function watchSilences(stack: Stack, watch: Watch): void {
  const scope = new Construct(stack, 'Silences');
  for (const [name, { sentence, threshold }] of Object.entries(silences)) {
    const metric = countMetric(name, {
      statistic: Stats.MAXIMUM,
      // Two rounds of the watchdog: one that comes late must not end the alarm.
      period: Duration.minutes(30),
    });
    ringAt(scope, name, { metric, threshold, sentence, watch });
  }
}
