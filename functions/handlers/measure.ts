import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Metrics as Counter } from '#flows/sending/sms-port';

/** Counts for alarms, as embedded metrics in the log. No dimension names a person. */
const metrics = new Metrics({ namespace: 'Ingat', serviceName: 'ingat' });

export const counter: Counter = {
  count: (name, value) => {
    if (value > 0) metrics.addMetric(name, MetricUnit.Count, value);
  },
};

/** Without counts Powertools would print a warning, every quarter of an hour. */
const publish = (): void => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

export const publishCounts = { after: publish, onError: publish };
