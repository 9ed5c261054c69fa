import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { Silence } from '#flows/sending/sms-port';
import { stageNamed } from '#lib/stages';
import { handlers } from '#triggers';
import { stackOf } from './staging.ts';

type Alarm = Readonly<Record<string, unknown>>;

describe.each(['staging', 'production'])('the alarms of %s that ring for silence', (stage) => {
  const template = Template.fromStack(stackOf(stage));
  const alarms: readonly Alarm[] = Object.values(
    template.findResources('AWS::CloudWatch::Alarm'),
  ).map(({ Properties }) => Properties);
  const on = (metric: string): readonly Alarm[] =>
    alarms.filter(({ MetricName }) => MetricName === metric);

  it('a slice that waits for half an hour', () => {
    expect(on('ApproximateAgeOfOldestMessage')).toMatchObject([
      {
        Namespace: 'AWS/SQS',
        Dimensions: [
          {
            Name: 'QueueName',
            Value: { 'Fn::GetAtt': [expect.stringMatching(/^Remindersslices/), 'QueueName'] },
          },
        ],
        Statistic: 'Maximum',
        Period: 300,
        Threshold: 1_800,
        ...atOnce,
      },
    ]);
  });

  it('each function that AWS does not start, by whom that hurts', () => {
    const throttled = on('Throttles');
    expect(throttled).toHaveLength(Object.keys(handlers).length);
    for (const { ifItFails } of Object.values(handlers))
      expect(throttled).toContainEqual(
        expect.objectContaining({
          Namespace: 'AWS/Lambda',
          Dimensions: [{ Name: 'FunctionName', Value: expect.anything() }],
          Statistic: 'Sum',
          Threshold: 1,
          AlarmDescription: expect.stringContaining(ifItFails),
          ...atOnce,
        }),
      );
  });

  it.each<[Silence, number]>([
    ['due-unsent', 1],
    ['payments-silent', 1],
    ['receipts-silent', 1],
    ['confirmations-late', 120],
  ])('%s, for as long as the watchdog measures it', (name, Threshold) => {
    expect(on(name)).toMatchObject([
      { ...ours, Statistic: 'Maximum', Period: 1_800, Threshold, ...atOnce },
    ]);
  });

  it('texts that SNS takes and does not send, since they cost too much', () => {
    expect(on('undelivered-for-price')).toMatchObject([
      { Namespace: 'Ingat', Statistic: 'Sum', Threshold: 1, ...atOnce },
    ]);
    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '"would exceed max price"',
      LogGroupName: { Ref: Match.stringLikeRegexp('MessagesUndelivered') },
    });
    const { priceUsdPerPart, maxPriceUsdPerPart } = stageNamed(stage).settings;
    expect(maxPriceUsdPerPart).toBeGreaterThan(2.75 * priceUsdPerPart);
    expect(maxPriceUsdPerPart).toBeLessThan(10 * priceUsdPerPart);
  });

  it('five payments in an hour whose signature was refused', () => {
    expect(on('refused-signatures')).toMatchObject([
      { ...ours, Statistic: 'Sum', Period: 3_600, Threshold: 5, ...atOnce },
    ]);
  });
});

const ours = { Namespace: 'Ingat', Dimensions: [{ Name: 'service', Value: 'ingat' }] };
/** Nothing measured is nothing wrong, and the first time counts. */
const atOnce = {
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  EvaluationPeriods: 1,
  TreatMissingData: 'notBreaching',
  AlarmActions: [expect.anything()],
};
