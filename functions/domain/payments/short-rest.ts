import type { Instant, Month } from '#domain/calendar/dates';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';

/** A payment that bought with credit: `rupiah` of it, beside the money that came in, if any did. */
type CreditUse = Readonly<{ at: Instant; months: readonly Month[]; rupiah: number }>;

/** `waiting`: rupiah of the rest that are credit still. */
export type ShortRest = Readonly<{ used: readonly CreditUse[]; waiting: number }>;

/**
 * What became of the credit that there was after a short payment. Credit is one pot, in which no
 * rupiah is marked: the oldest is taken to be spent first, so what bought since has spent this rest
 * up to its sum. A reversal may have taken of it as well: no more waits than there is credit now.
 */
export function shortRest(
  { short, recordedAt }: Pick<PaymentRecord, 'short' | 'recordedAt'>,
  payments: readonly PaymentRecord[],
  { credit, coveredThrough }: Pick<Worker, 'credit' | 'coveredThrough'>,
): ShortRest {
  const used: CreditUse[] = [];
  let rest = short?.credit ?? 0;
  for (const payment of buyingSince(recordedAt, payments)) {
    // What a reversal has given back since is not paid for any more.
    const months = payment.bought.filter((month) => month <= coveredThrough);
    if (rest === 0 || months.length === 0) continue;
    const rupiah = Math.min(rest, creditUsed(payment));
    used.push({ at: payment.paidAt, months, rupiah });
    rest -= rupiah;
  }
  return { used, waiting: Math.min(rest, credit) };
}

/** With credit, the earliest first. */
const buyingSince = (at: Instant, payments: readonly PaymentRecord[]) =>
  payments
    .filter(({ status, recordedAt }) => status === 'recorded' && recordedAt > at)
    .filter((payment) => creditUsed(payment) > 0)
    .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt));

/** Rupiah that its months cost beside its own money. */
export const creditUsed = ({ price, amount }: Pick<PaymentRecord, 'price' | 'amount'>): number =>
  Math.max(0, price - amount);
