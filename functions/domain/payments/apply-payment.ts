import { addMonths, type Instant, localDate, type Month } from '#domain/calendar/dates';
import {
  type PaymentNotice,
  type PaymentRecord,
  type Purchase,
  paymentId,
} from '#domain/payments/payment';
import { flagsOf } from '#domain/payments/payment-flags';
import { firstMonthToPay } from '#domain/people/amount-owed';
import { type ClosedCycle, renew } from '#domain/people/cycle';
import { contribution } from '#domain/people/tariff';
import { type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

type Applied = Purchase & Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }>;

/** `others`: the worker's other payments. */
type Terms = Readonly<{ at: Instant; rules: Rules; others: readonly PaymentRecord[] }>;

/**
 * Money and credit buy whole months, oldest first, each at its own tariff; the rest is credit. The
 * day of payment, not of recording (`at`), decides about lapse. The store counts `rev`.
 */
export function applyPayment(
  worker: Worker,
  notice: PaymentNotice,
  { at, rules, others }: Terms,
): Applied {
  const { first, bought, rest, next, paidOn } = buy(worker, notice, at, rules);
  const lastPayment = {
    id: paymentId(notice),
    paidAt: notice.paidAt,
    months: bought,
    amount: notice.amount,
    source: 'channel',
  } as const;
  const paid = { ...worker, credit: rest, lastPayment };
  const coveredThrough = bought.at(-1);
  return {
    ...(coveredThrough
      ? renew(
          { ...paid, coveredThrough },
          { on: paidOn, by: 'payment', months: bought, payment: lastPayment.id },
          at,
          rules,
        )
      : { worker: paid, closed: [] }),
    bought,
    price: notice.amount + worker.credit - rest,
    coveredBefore: worker.coveredThrough,
    flags: flagsOf({
      worker,
      notice,
      at,
      others,
      first,
      bought: bought.length,
      couldBuyMore: rest >= contribution(worker, next),
    }),
  };
}

function buy(worker: Worker, notice: PaymentNotice, at: Instant, rules: Rules) {
  const paidOn = localDate(zoneOfWorker(worker), notice.paidAt < at ? notice.paidAt : at);
  const most = Math.min(notice.months ?? mostMonths, mostMonths);
  const bought: Month[] = [];
  let rest = notice.amount + worker.credit;
  const first = firstMonthToPay(worker, paidOn, rules);
  let next = first;
  while (bought.length < most && rest >= contribution(worker, next)) {
    rest -= contribution(worker, next);
    bought.push(next);
    next = addMonths(next, 1);
  }
  return { first, bought, rest, next, paidOn };
}

/** However far ahead the first of them lies. */
const mostMonths = 12;
