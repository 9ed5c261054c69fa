import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** A count of functions/handlers/measure.ts: its sum, if not told otherwise. */
export const countMetric = (metricName: string, options: MetricOptions): Metric =>
  new Metric({
    namespace: 'Ingat',
    metricName,
    dimensionsMap: { service: 'ingat' },
    statistic: Stats.SUM,
    ...options,
  });
