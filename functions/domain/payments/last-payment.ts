import { type Instant, localDate, type Month } from '#domain/calendar/dates';
import {
  creditChannel,
  type PaymentNotice,
  type PaymentRecord,
  paymentId,
} from '#domain/payments/payment';
import { type LastPayment, type Worker, zoneOfWorker } from '#domain/people/worker';

export const lastPaymentOf = (notice: PaymentNotice, months: readonly Month[]): LastPayment => ({
  id: paymentId(notice),
  paidAt: notice.paidAt,
  months,
  amount: notice.amount,
  source: 'channel',
});

/** What a roster has told of months that were paid, each at its price. */
export const paymentTold = (
  worker: Worker,
  { at, months }: Worker['toldByRoster'][number],
): LastPayment => ({
  id: `roster-${localDate(zoneOfWorker(worker), at)}`,
  paidAt: at,
  months: months.map(({ month }) => month),
  amount: months.reduce((sum, { price }) => sum + price, 0),
  source: 'roster',
});

/** Of these and of what rosters have told, the one that was known last; null where none is. */
export function latestOf(
  worker: Worker,
  payments: readonly PaymentRecord[],
): Worker['lastPayment'] {
  const known: readonly Readonly<{ at: Instant; payment: LastPayment }>[] = [
    ...worker.toldByRoster.map((told) => ({ at: told.at, payment: paymentTold(worker, told) })),
    ...payments
      .filter(({ status }) => status === 'recorded')
      .map((payment) => ({
        at: payment.matched?.at ?? payment.recordedAt,
        payment: kept(payment),
      })),
  ];
  return known.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.payment ?? null;
}

const kept = (payment: PaymentRecord): LastPayment => ({
  ...lastPaymentOf(payment, paidFor(payment)),
  ...(payment.channel === creditChannel ? { amount: payment.price, source: 'credit' } : {}),
});

/** Bought with it, or linked to it. */
export const paidFor = ({ bought, linked }: PaymentRecord): readonly Month[] =>
  linked?.months ?? bought;
