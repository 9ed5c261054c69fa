import { Duration } from 'aws-cdk-lib';
import {
  GraphWidget,
  type IWidget,
  Metric,
  SingleValueWidget,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { countMetric } from '#lib/watch/count-metric';

export const quarterHour = Duration.minutes(15);

export const counted = (name: string, label: string): Metric =>
  countMetric(name, { period: quarterHour, label });

/** What becomes of those who were due, or were to be told of a payment. */
const sent = counted('sent', 'Terkirim');
const others = [
  counted('skipped', 'Sengaja tidak dikirim'),
  counted('failed', 'Gagal'),
  counted('unknown', 'Tidak diketahui'),
  counted('missed', 'Tidak sempat terkirim'),
] as const;
const delivered = counted('delivered', 'Sampai di HP');
const undelivered = counted('undelivered', 'Tidak sampai di HP');

export const todaysReminders = (): IWidget =>
  new SingleValueWidget({
    title: 'Pengingat, 24 jam terakhir',
    metrics: [counted('due', 'Jatuh tempo'), sent, delivered, undelivered, ...others],
    setPeriodToTimeRange: true,
    width: 24,
    height: 4,
  });

export const textsByQuarterHour = (): IWidget =>
  new GraphWidget({
    title: 'SMS per seperempat jam',
    left: [sent, delivered, undelivered, counted('receipts', 'Laporan dari operator')],
    width: 12,
  });

export const waiting = (queue: IQueue): IWidget =>
  new GraphWidget({
    title: 'Antrean kirim: menunggu paling lama',
    left: [queue.metricApproximateAgeOfOldestMessage({ label: 'detik', statistic: Stats.MAXIMUM })],
    leftYAxis: { min: 0 },
    width: 12,
  });

export const spentThisMonth = (): IWidget =>
  new SingleValueWidget({
    title: 'Biaya SMS bulan ini (US$)',
    metrics: [
      new Metric({
        namespace: 'AWS/SNS',
        metricName: 'SMSMonthToDateSpentUSD',
        statistic: Stats.MAXIMUM,
        period: Duration.hours(6),
        label: 'US$',
      }),
    ],
    width: 6,
    height: 6,
  });
