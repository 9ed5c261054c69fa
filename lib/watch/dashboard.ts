import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  AlarmStatusWidget,
  AlarmStatusWidgetSortBy,
  Dashboard,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IngatFunction } from '#lib/function';
import { apiHealth, counting, payments, paymentsByChannel } from '#lib/watch/flow-widgets';
import {
  spentThisMonth,
  textsByQuarterHour,
  todaysReminders,
  waiting,
} from '#lib/watch/reminder-widgets';

export type Seen = Readonly<{
  queue: IQueue;
  http: HttpApi;
  tally: IngatFunction;
  receivePayment: IngatFunction;
}>;

/** One page on how the day goes, for the office: its words are Indonesian, those of the console. */
export function dashboard(stack: Stack, { queue, http, tally, receivePayment }: Seen): void {
  const made = new Dashboard(stack, 'Dashboard', {
    defaultInterval: Duration.days(1),
    widgets: [
      [new TextWidget({ markdown: explained, width: 24, height: 3 })],
      [todaysReminders()],
      [textsByQuarterHour(), waiting(queue)],
      [spentThisMonth(), payments(), paymentsByChannel(receivePayment)],
      [counting(tally), ...apiHealth(http)],
      [alarmsOf(stack)],
    ],
  });
  new CfnOutput(stack, 'DashboardName', { value: made.dashboardName });
}

const explained = [
  '## Ingat',
  'Angka pengingat dan pembayaran dihitung selama 24 jam terakhir. Rincian setiap peserta ada di',
  'konsol. *Figures are of the last 24 hours. A worker’s details are in the console.*',
].join('\n');

/** Those that ring come first. */
const alarmsOf = (stack: Stack): IWidget =>
  new AlarmStatusWidget({
    title: 'Alarm',
    alarms: stack.node.findAll().filter((each): each is Alarm => each instanceof Alarm),
    sortBy: AlarmStatusWidgetSortBy.STATE_UPDATED_TIMESTAMP,
    width: 24,
    height: 12,
  });
