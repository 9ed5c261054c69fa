import { expect, test } from 'vitest';
import { watchedIn } from '#local/cloudwatch/from-template';
import type { Resources } from '#local/cloudwatch/template-names';
import { handlers } from '#triggers';
import { allResources } from '../../lib/staging.ts';

const watched = watchedIn(allResources);
const alarm = (name: string) => watched.alarms.find((each) => each.name === name);

test('each function has its own name, so that none is watched in place of another', () => {
  const watchedFunctions = watched.alarms.flatMap(({ metrics }) =>
    Object.values(metrics).flatMap(({ name, dimensions }) =>
      name === 'Errors' ? dimensions.FunctionName : [],
    ),
  );
  expect(watchedFunctions.sort()).toEqual(Object.keys(handlers).sort());
});

test('an alarm of metric maths is read with its metrics, and what its log is searched for', () => {
  expect(alarm('RemindersplanrunAlarm')).toEqual({
    name: 'RemindersplanrunAlarm',
    sentence: handlers['plan-run'].ifItFails,
    metrics: {
      thrown: {
        ...{ namespace: 'AWS/Lambda', name: 'Errors', statistic: 'Sum' },
        dimensions: { FunctionName: 'plan-run' },
      },
      logged: {
        ...{ namespace: 'Ingat', name: 'plan-run-errors', statistic: 'Sum' },
        dimensions: {},
      },
    },
    expression: 'FILL(thrown, 0) + FILL(logged, 0)',
    ...{ periodSeconds: 300, evaluationPeriods: 1, datapointsToAlarm: 1 },
    ...{ comparison: 'GreaterThanOrEqualToThreshold', threshold: 1, missing: 'notBreaching' },
  });
  expect(watched.metricFilters).toContainEqual({
    logGroup: '/aws/lambda/plan-run',
    pattern: '{ $.level = "ERROR" }',
    metric: { namespace: 'Ingat', name: 'plan-run-errors', dimensions: {} },
    value: 1,
  });
});

test.each(
  watched.alarms.flatMap(({ name, metrics: { thrown, logged } }) =>
    thrown && logged ? [{ name, of: thrown.dimensions.FunctionName, logged }] : [],
  ),
)('$name counts the errors in the log of the function whose own it counts', ({ of, logged }) => {
  const { statistic: _, ...metric } = logged;
  expect(watched.metricFilters).toContainEqual({
    logGroup: `/aws/lambda/${of}`,
    pattern: '{ $.level = "ERROR" }',
    metric,
    value: 1,
  });
});

/** The queue that a dead-letter alarm watches is the one into which the stack leads the letters. */
test.each([
  ['RemindersplanrunDeadLettersAlarm', 'plan-run-dead'],
  ['RemindersDeadLettersAlarm', 'send-reminders-dead'],
  ['RemindersingatschedulesDeadLettersAlarm', 'schedules-dead'],
  ['RemindersingatupkeepschedulesDeadLettersAlarm', 'upkeep-schedules-dead'],
  ['RenewalsDeadLettersAlarm', 'tally-dead'],
])('%s watches %s', (name, queue) => {
  expect(alarm(name)?.metrics.metric?.dimensions).toEqual({ QueueName: queue });
});

const plain = {
  ...{ AlarmDescription: 'It rings.', Namespace: 'AWS/ApiGateway', MetricName: '5xx' },
  ...{ Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1 },
  ComparisonOperator: 'GreaterThanThreshold',
};
const stackWith = (type: string, Properties: object): Resources => ({
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { AccessLogSettings: { Format: '{}' } },
  },
  Other: { Type: type, Properties: Properties as Record<string, unknown> },
});
const read = (more: object) =>
  watchedIn(stackWith('AWS::CloudWatch::Alarm', { ...plain, ...more }));

test('a plain alarm without a word on missing data takes them as missing, all of its periods', () => {
  expect(read({ EvaluationPeriods: 3 }).alarms).toMatchObject([
    { missing: 'missing', evaluationPeriods: 3, datapointsToAlarm: 3 },
  ]);
});

test.each([
  ['a percentile', { Statistic: undefined, ExtendedStatistic: 'p99' }],
  ['a statistic that is not known', { Statistic: 'IQM' }],
  ['a metric that no stand-in reports', { Namespace: 'AWS/Lambda', MetricName: 'AsyncEventAge' }],
  ['a service that no stand-in plays', { Namespace: 'AWS/DynamoDB', MetricName: 'UserErrors' }],
  ['a sum over a gauge', { Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage' }],
  ['a clock’s window', { EvaluationWindow: { WallClockWindow: {} } }],
  ['a resource that does not exist', { Dimensions: [{ Name: 'ApiId', Value: { Ref: 'Gone' } }] }],
  [
    'maths of several steps',
    {
      Metrics: [
        { Id: 'a', Expression: 'b' },
        { Id: 'b', Expression: '1' },
      ],
    },
  ],
])('%s is an error, not passed over', (_, more) => {
  expect(() => read(more)).toThrow(/does not know|Nothing on one machine/);
});

test('neither are a composite alarm and a metric filter with a default value', () => {
  expect(() => watchedIn(stackWith('AWS::CloudWatch::CompositeAlarm', {}))).toThrow('composite');
  const transformation = {
    ...{ MetricNamespace: 'Ingat', MetricName: 'x', MetricValue: '1', DefaultValue: 0 },
  };
  const filter = { FilterPattern: '', MetricTransformations: [transformation] };
  expect(() => watchedIn(stackWith('AWS::Logs::MetricFilter', filter))).toThrow('DefaultValue');
});
