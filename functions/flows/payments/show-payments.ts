import { addDays, type CalendarDate } from '#domain/calendar/dates';
import { paymentsCsv } from '#domain/payments/files/payments-csv';
import type { PaymentRecord } from '#domain/payments/payment';
import { bookDay, type RecordedPayment, recordedPayment } from '#domain/payments/recorded-payment';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { counterSums } from '#domain/renewals/counting/counter-sums';
import { countsOfPayment } from '#domain/renewals/counting/receipts';
import { type ReceiptsOfChannel, receiptsByChannel } from '#domain/renewals/receipts';
import type { DaySpan, PaymentStore } from '#flows/payments/payment-store';
import { type PaymentOf, withPayers } from '#flows/people/payers';
import type { WorkerStore } from '#flows/people/worker-store';
import type { CountStore } from '#flows/renewals/count-store';

export type ShowPorts = Readonly<{
  payments: Pick<PaymentStore, 'get' | 'listed' | 'recordedIn'>;
  counts: Pick<CountStore, 'recordedIn'>;
}>;

type ListPorts = ShowPorts & Readonly<{ workers: Pick<WorkerStore, 'get'> }>;

/** `span` is null for a reference of whatever day. */
export type PaymentsAsked = Readonly<{
  span: DaySpan | null;
  today: CalendarDate;
  channel: string | null;
  reference: string | null;
}>;

export type ListedPayments = Readonly<{
  items: readonly PaymentOf[];
  next: string | null;
  /** On the first page alone. */
  totals: readonly ReceiptsOfChannel[] | null;
}>;

/** By the day of recording, the latest first. The totals are the sums of the whole list. */
export async function listPayments(
  asked: PaymentsAsked,
  cursor: string | null,
  ports: ListPorts,
): Promise<ListedPayments> {
  if (asked.reference !== null) {
    const found = await withReference(asked, asked.reference, ports);
    const items = await withPayers(found, ports.workers);
    return { items, next: null, totals: sumsOf(found.map(recordedPayment)) };
  }
  const [{ items, next }, totals] = await Promise.all([
    ports.payments.listed({ ...spanOf(asked), channel: asked.channel }, cursor),
    cursor === null ? totalsOf(asked, ports) : null,
  ]);
  return { items: await withPayers(items, ports.workers), next, totals };
}

/** The whole list as a file, as long as that fits into one answer. */
export async function paymentsFile(asked: PaymentsAsked, ports: ShowPorts): Promise<string> {
  const { channel, reference } = asked;
  if (reference !== null)
    return paymentsCsv((await withReference(asked, reference, ports)).map(recordedPayment));
  const counted = (await totalsOf(asked, ports)).reduce(
    (sum, { payments, reversed }) => sum + payments + reversed.payments,
    0,
  );
  refuseMoreThanAFile(counted);
  const found: RecordedPayment[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await ports.payments.recordedIn({ ...spanOf(asked), channel }, cursor, atOnce);
    found.push(...page.items);
    // The counters may lag behind the list.
    refuseMoreThanAFile(found.length);
    if (page.next === null) return paymentsCsv(found);
    cursor = page.next;
  }
}

const atOnce = 1_000;

/**
 * Lambda answers at most 6 MB and API Gateway waits 30 seconds: a line has at most 262 characters,
 * and 20 pages of 1,000 take some seconds.
 */
const mostInFile = 20_000;

export function refuseMoreThanAFile(payments: number): void {
  if (payments > mostInFile)
    throw refused('too-large', problem('too-many-payments', { payments, most: mostInFile }));
}

const spanOf = ({ span, today }: PaymentsAsked): DaySpan => span ?? { from: today, to: today };

async function totalsOf(
  asked: PaymentsAsked,
  { counts }: Pick<ShowPorts, 'counts'>,
): Promise<readonly ReceiptsOfChannel[]> {
  const all = receiptsByChannel(await counts.recordedIn(spanOf(asked)));
  return all.filter(({ channel }) => asked.channel === null || channel === asked.channel);
}

/** Each channel numbers its own payments: the reference is looked up in all that are known. */
async function withReference(
  { span, today, channel }: PaymentsAsked,
  reference: string,
  { payments, counts }: ShowPorts,
): Promise<readonly PaymentRecord[]> {
  const known = async () => {
    const seen = span ?? { from: addDays(today, -daysOfChannels), to: today };
    return receiptsByChannel(await counts.recordedIn(seen)).map((of) => of.channel);
  };
  const channels = channel === null ? await known() : [channel];
  const found = await Promise.all(channels.map((each) => payments.get(each, reference)));
  return found.filter((payment): payment is PaymentRecord => {
    if (!payment) return false;
    const day = bookDay(payment.recordedAt);
    return span === null || (span.from <= day && day <= span.to);
  });
}

const daysOfChannels = 400;

const sumsOf = (found: readonly RecordedPayment[]): readonly ReceiptsOfChannel[] =>
  receiptsByChannel(
    counterSums(
      found.flatMap((payment) =>
        countsOfPayment(payment).filter(
          ({ place }) => place.of === 'receipts' && place.by === 'recorded',
        ),
      ),
    ).items(),
  );
