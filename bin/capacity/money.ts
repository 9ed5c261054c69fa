import { sendersFor, turnSecondsFor } from '#domain/sending/senders';
import { handlers } from '#triggers';
import type { Asked } from './asked.ts';
import { type Load, readsIn, writesIn } from './load.ts';
import { measured } from './measured.ts';
import { type Day, sum } from './month.ts';
import { prices } from './prices.ts';

/** US$ of the month: so many of a unit at a price. */
export type Line = Readonly<{ what: string; amount: number; unit: string; usd: number }>;

export const messagesUsd = ({ stage, partsPerText }: Asked, load: Load): number =>
  load.texts.month * partsPerText * stage.settings.priceUsdPerPart;

/** All but the messages: list prices, so an estimate. */
export function serviceLines(asked: Asked, load: Load, days: readonly Day[]): readonly Line[] {
  const stored = storedGb(asked, load);
  const calls = load.payments.month + load.receipts.month / assumed.receiptsInACall;
  return [
    line('DynamoDB, writing', writesIn(load, 'month') / 1e6, 'million units', 'millionWriteUnits'),
    line('DynamoDB, reading', readsIn(load, 'month') / 1e6, 'million units', 'millionReadUnits'),
    line('DynamoDB, stored after a year', stored, 'GB', 'storedGbMonth'),
    line('DynamoDB, backed up', stored, 'GB', 'backedUpGbMonth'),
    line('DynamoDB, one export', stored, 'GB', 'exportedGb'),
    line('Lambda, time', lambdaGbSeconds(asked, calls, days), 'GB-seconds', 'lambdaGbSecond'),
    line('Lambda, calls', calls / 1e6, 'million', 'millionLambdaCalls'),
    line('API Gateway, payments', load.payments.month / 1e6, 'million', 'millionHttpCalls'),
    line('SQS', sqsRequests(asked, days) / 1e6, 'million requests', 'millionSqsRequests'),
    line('CloudWatch Logs', loggedGb(load), 'GB', 'loggedGb'),
  ];
}

const line = (
  what: string,
  amount: number,
  unit: string,
  price: Exclude<keyof typeof prices, 'jakarta'>,
): Line => ({ what, amount, unit, usd: amount * prices[price] * prices.jakarta });

/** Not measured: what a call takes in AWS, and what it and a text leave in the logs. */
const assumed = {
  callSeconds: 0.1,
  receiptsInACall: 50,
  logBytes: 1_200,
} as const;

function lambdaGbSeconds({ stage }: Asked, calls: number, days: readonly Day[]): number {
  const gigabytes = (handler: keyof typeof handlers) => handlers[handler].memoryMb / 1_024;
  const senders = sendersFor(stage.settings.smsPartsPerSecond) * sendingSeconds(days);
  return (
    senders * gigabytes('send-reminders') +
    calls * assumed.callSeconds * gigabytes('receive-payment')
  );
}

const sendingSeconds = (days: readonly Day[]): number =>
  sum(days.map(({ from, end }) => (end ?? 0) - (from ?? 0)));

/** A sender puts its slice back once a turn: it is sent, received and deleted. */
function sqsRequests({ stage }: Asked, days: readonly Day[]): number {
  const rate = stage.settings.smsPartsPerSecond;
  return (3 * sendersFor(rate) * sendingSeconds(days)) / turnSecondsFor(rate);
}

const loggedGb = ({ texts, payments }: Load): number =>
  ((texts.month + payments.month) * assumed.logBytes) / 1e9;

/** Rows of a worker and of twelve such months, with DynamoDB's own 100 bytes each. */
function storedGb({ workers }: Asked, { texts, skipped, payments }: Load): number {
  const { worker, reminder, payment, paymentInTimeline, cycle } = measured.bytes;
  const bytes = (...rows: readonly Readonly<{ value: number }>[]) =>
    sum(rows.map(({ value }) => value + 100));
  const month =
    (texts.month + skipped.month) * bytes(reminder) +
    payments.month * bytes(payment, paymentInTimeline, cycle);
  return (workers * bytes(worker) + 12 * month) / 1e9;
}
