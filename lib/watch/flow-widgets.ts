import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IngatFunction } from '#lib/function';
import { counted, quarterHour } from '#lib/watch/reminder-widgets';

export const payments = (): IWidget =>
  new SingleValueWidget({
    title: 'Pembayaran, 24 jam terakhir',
    metrics: [
      counted('payments', 'Pembayaran masuk'),
      counted('unmatched-payments', 'Dari peserta yang belum terdaftar'),
    ],
    setPeriodToTimeRange: true,
    width: 6,
    height: 6,
  });

/**
 * From the log and not from a metric: a channel names itself, and each new name would be a metric
 * that is paid for.
 */
export const paymentsByChannel = ({ lambda }: IngatFunction): IWidget =>
  new LogQueryWidget({
    title: 'Pembayaran per kanal',
    logGroupNames: [lambda.logGroup.logGroupName],
    view: LogQueryVisualizationType.TABLE,
    queryLines: [
      'filter message = "payment received" and status != "already-recorded"',
      'stats count(*) as pembayaran by channel',
      'sort pembayaran desc',
      'limit 20',
    ],
    width: 12,
    height: 6,
  });

export const counting = ({ lambda }: IngatFunction): IWidget =>
  new GraphWidget({
    title: 'Penghitungan laporan: tertinggal',
    left: [
      inMinutes(lambda.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: quarterHour })),
    ],
    leftYAxis: { min: 0 },
    width: 8,
  });

const inMinutes = (milliseconds: IMetric): IMetric =>
  new MathExpression({
    label: 'menit',
    expression: 'milliseconds / 60000',
    period: quarterHour,
    usingMetrics: { milliseconds },
  });

export const apiHealth = (http: HttpApi): readonly IWidget[] => [
  new GraphWidget({
    title: 'API: kesalahan sistem (5xx)',
    left: [http.metricServerError({ statistic: Stats.SUM, period: quarterHour, label: '5xx' })],
    leftYAxis: { min: 0 },
    width: 8,
  }),
  new GraphWidget({
    title: 'API: lama jawaban (milidetik)',
    left: [
      http.metricLatency({ statistic: Stats.p(50), period: quarterHour, label: 'median' }),
      http.metricLatency({ statistic: Stats.p(99), period: quarterHour, label: '99 dari 100' }),
    ],
    leftYAxis: { min: 0 },
    width: 8,
  }),
];
