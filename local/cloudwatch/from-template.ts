import { namesIn, type Resources, type Values } from '#local/cloudwatch/template-names';
import {
  type Alarm,
  comparisons,
  type Metric,
  type MetricFilter,
  missingTreatments,
  type Statistic,
  statistics,
  type Watched,
} from '#local/cloudwatch/watched';

/**
 * The alarms and metric filters of a synthesized stack, by the names that the stand-ins use. What
 * the stand-in for CloudWatch could not play is an error here, so that no alarm is passed over.
 */
export function watchedIn(resources: Resources): Watched {
  const named = namesIn(resources);
  const of = (type: string): readonly (readonly [string, Values])[] =>
    Object.entries(resources).flatMap(([id, { Type, Properties = {} }]) =>
      Type === type ? [[id, Properties]] : [],
    );
  refuseUnless(of('AWS::CloudWatch::CompositeAlarm').length === 0, 'a composite alarm');
  const [[, { AccessLogSettings }] = ['', {}]] = of('AWS::ApiGatewayV2::Stage');
  return {
    alarms: of('AWS::CloudWatch::Alarm').map(([id, { AlarmActions: _, ...properties }]) =>
      alarmOf(nameOf(id), named(properties) as Values),
    ),
    metricFilters: of('AWS::Logs::MetricFilter').flatMap(([, properties]) =>
      filtersOf(named(properties) as Values),
    ),
    accessLogFormat: String((AccessLogSettings as Values | undefined)?.Format),
  };
}

/** Without the hash that CDK puts behind a logical id. */
const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

const known = [
  ...['AlarmDescription', 'ComparisonOperator', 'DatapointsToAlarm', 'Dimensions'],
  ...['EvaluationPeriods', 'MetricName', 'Metrics', 'Namespace', 'Period', 'Statistic'],
  ...['Threshold', 'TreatMissingData'],
];

function alarmOf(name: string, properties: Values): Alarm {
  for (const property of Object.keys(properties))
    refuseUnless(known.includes(property), `${property} of the alarm ${name}`);
  const { EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods, TreatMissingData } = properties;
  return {
    ...(properties.Metrics ? mathsOf(properties.Metrics as Values[]) : plainOf(properties)),
    name,
    sentence: String(properties.AlarmDescription),
    threshold: Number(properties.Threshold),
    comparison: oneOf(comparisons, properties.ComparisonOperator),
    evaluationPeriods: Number(EvaluationPeriods),
    datapointsToAlarm: Number(DatapointsToAlarm),
    missing: oneOf(missingTreatments, TreatMissingData ?? 'missing'),
  };
}

type Maths = Pick<Alarm, 'metrics' | 'expression' | 'periodSeconds'>;

const plainOf = ({ Statistic: statistic, Period, ...metric }: Values): Maths => ({
  metrics: { metric: measured(metric, statistic) },
  expression: 'metric',
  periodSeconds: Number(Period),
});

function mathsOf(queries: readonly Values[]): Maths {
  const stats = queries.flatMap(({ Id, MetricStat }) =>
    MetricStat ? [{ ...(MetricStat as Values), id: String(Id) }] : [],
  ) as readonly (Values & { id: string })[];
  const [answer, ...others] = queries.filter(({ ReturnData }) => ReturnData !== false);
  const periods = new Set(stats.map(({ Period }) => Number(Period)));
  const isOne = answer && others.length === 0 && periods.size === 1;
  const expressions = queries.filter(({ Expression }) => Expression);
  refuseUnless(isOne && expressions.length === 1, 'metric maths of several steps');
  return {
    metrics: Object.fromEntries(
      stats.map(({ id, Metric, Stat }) => [id, measured(Metric as Values, Stat)]),
    ),
    expression: String(answer?.Expression),
    periodSeconds: [...periods][0] ?? 0,
  };
}

/** What the stand-ins report under AWS's own names; namespaces of ours are what logs say. */
const reported: Readonly<Record<string, readonly string[]>> = {
  'AWS/Lambda': ['Invocations', 'Errors', 'Throttles', 'Duration', 'IteratorAge'],
  'AWS/SQS': [
    'ApproximateNumberOfMessagesVisible',
    'ApproximateAgeOfOldestMessage',
    'NumberOfMessagesSent',
  ],
  'AWS/SNS': ['SMSMonthToDateSpentUSD'],
  'AWS/ApiGateway': ['Count', '4xx', '5xx'],
};

/** Their minutes at 0 are not kept, which only shows in a maximum. */
const gauges = ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'];

function metricOf({ Namespace, MetricName, Dimensions = [] }: Values): Metric {
  const [namespace, name] = [String(Namespace), String(MetricName)];
  const isReported = reported[namespace]?.includes(name) ?? !namespace.startsWith('AWS/');
  refuseUnless(isReported, `the metric ${namespace} ${name}`);
  const dimensions = (Dimensions as Values[]).map(({ Name, Value }) => [Name, Value]);
  return { namespace, name, dimensions: Object.fromEntries(dimensions) };
}

function measured(metric: Values, stat: unknown): Metric & { statistic: Statistic } {
  const statistic = oneOf(statistics, stat);
  const { name } = metricOf(metric);
  refuseUnless(statistic === 'Maximum' || !gauges.includes(name), `the ${statistic} of ${name}`);
  return { ...metricOf(metric), statistic };
}

function filtersOf({ LogGroupName, FilterPattern, MetricTransformations }: Values): MetricFilter[] {
  return (MetricTransformations as Values[]).map((transformation) => {
    const { MetricNamespace, MetricName, MetricValue, ...others } = transformation;
    const isPlain = Object.keys(others).every((name) => name === 'Unit');
    refuseUnless(isPlain, `${Object.keys(others).join(', ')} of a metric filter`);
    refuseUnless(/^\d+$/.test(String(MetricValue)), `the value ${MetricValue} of a metric filter`);
    return {
      logGroup: String(LogGroupName),
      pattern: String(FilterPattern),
      metric: metricOf({ Namespace: MetricNamespace, MetricName }),
      value: Number(MetricValue),
    };
  });
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T {
  const found = all.find((each) => each === value);
  refuseUnless(found !== undefined, String(value));
  return found as T;
}

function refuseUnless(isKnown: unknown, what: string): void {
  if (!isKnown) throw new Error(`The stand-in for CloudWatch does not know ${what}`);
}
