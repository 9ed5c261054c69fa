import { addMonths, type Instant, localDate, type Month } from '#domain/calendar/dates';
import { lastPaymentOf } from '#domain/payments/last-payment';
import type { PaymentNotice, PaymentRecord, Purchase } from '#domain/payments/payment';
import { flagsOf } from '#domain/payments/payment-flags';
import { linkOf } from '#domain/payments/roster-link';
import { firstMonthToPay } from '#domain/people/amount-owed';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { renew } from '#domain/people/cycles/next-cycle';
import { contribution } from '#domain/people/tariff';
import { type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

type Applied = Purchase & Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }>;

/** `others`: the worker's other payments. */
type Terms = Readonly<{ at: Instant; rules: Rules; others: readonly PaymentRecord[] }>;

/**
 * Money and credit buy whole months, oldest first, each at its own tariff; the rest is credit. The
 * day of payment, not of recording (`at`), decides about lapse. Money of which a roster has told
 * buys nothing more. The store counts `rev`.
 */
export function applyPayment(worker: Worker, notice: PaymentNotice, terms: Terms): Applied {
  const link = linkOf(worker, notice);
  if (!link) return bought(worker, notice, terms);
  const { at, months, rest } = link;
  const lastPayment = lastPaymentOf(notice, months);
  return {
    ...{ worker: { ...worker, lastPayment, toldByRoster: rest }, closed: [] },
    ...{ bought: [], linked: { at, months }, price: notice.amount },
    coveredBefore: addMonths(months[0] ?? worker.coveredThrough, -1),
    flags: flagsOf({ worker, notice, ...terms, paidFor: months.length, isLinked: true }),
  };
}

function bought(worker: Worker, notice: PaymentNotice, terms: Terms): Applied {
  const { at, rules } = terms;
  const { months, rest, paidOn, first, next } = buy(worker, notice, terms);
  const lastPayment = lastPaymentOf(notice, months);
  const paid = { ...worker, credit: rest, lastPayment };
  const coveredThrough = months.at(-1);
  const end = { on: paidOn, by: 'payment', months, payment: lastPayment.id } as const;
  return {
    ...(coveredThrough
      ? renew({ ...paid, coveredThrough }, end, at, rules)
      : { worker: paid, closed: [] }),
    ...{ bought: months, linked: null, price: notice.amount + worker.credit - rest },
    coveredBefore: worker.coveredThrough,
    ...shortOf(worker, { wanted: notice.months ?? 1, paidFor: months.length, rest, first }),
    flags: flagsOf({
      ...{ worker, notice, ...terms, first },
      ...{ paidFor: months.length, couldBuyMore: rest >= contribution(worker, next) },
    }),
  };
}

type Bought = Readonly<{ wanted: number; paidFor: number; rest: number; first: Month }>;

/** What the months that it did not buy cost more than what remained of the money. */
function shortOf(
  worker: Worker,
  { wanted, paidFor, rest, first }: Bought,
): Pick<Purchase, 'short'> {
  let by = -rest;
  for (let at = paidFor; at < wanted; at += 1) by += contribution(worker, addMonths(first, at));
  return paidFor < wanted && by > 0 ? { short: { by, credit: rest } } : {};
}

function buy(worker: Worker, notice: PaymentNotice, { at, rules }: Terms) {
  const paidOn = localDate(zoneOfWorker(worker), notice.paidAt < at ? notice.paidAt : at);
  const most = Math.min(notice.months ?? mostMonths, mostMonths);
  const months: Month[] = [];
  let rest = notice.amount + worker.credit;
  const first = firstMonthToPay(worker, paidOn, rules);
  let next = first;
  while (months.length < most && rest >= contribution(worker, next)) {
    rest -= contribution(worker, next);
    months.push(next);
    next = addMonths(next, 1);
  }
  return { months, rest, paidOn, first, next };
}

/** However far ahead the first of them lies. */
const mostMonths = 12;
