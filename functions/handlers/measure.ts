import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Metrics as Counter } from '#flows/sending/sms-port';

/** Counts that alarms stand on, as embedded metrics in the log. No dimension carries a person. */
const metrics = new Metrics({ namespace: 'Ingat', serviceName: 'ingat' });

export const counter: Counter = {
  count: (name, value) => {
    if (value > 0) metrics.addMetric(name, MetricUnit.Count, value);
  },
};

/** Where nothing was counted it would print a warning, on every quiet quarter of an hour. */
const publish = (): void => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

/** A middleware: what was counted is written out when the handler ends, however it ends. */
export const publishCounts = { after: publish, onError: publish };
