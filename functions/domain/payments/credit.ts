import { addMonths, type Instant, localDate, type Month, monthOf } from '#domain/calendar/dates';
import {
  creditChannel,
  nothingBought,
  type PaymentRecord,
  paymentId,
} from '#domain/payments/payment';
import { firstMonthToPay } from '#domain/people/amount-owed';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { renew } from '#domain/people/cycles/next-cycle';
import { cheapestFrom, contribution } from '#domain/people/tariff';
import { isReminded, monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

/** What a write of a worker changes besides. `credit`: what their credit has bought. */
export type Moved = Readonly<{
  worker: Worker;
  closed: readonly ClosedCycle[];
  credit: readonly PaymentRecord[];
}>;

/**
 * Credit that reaches a month's price buys that month by itself once it has begun, as a payment of
 * that day would: who has paid is a member, whatever a channel said of how many months.
 */
export function withCreditSpent(
  { worker, closed = [] }: Readonly<{ worker: Worker; closed?: readonly ClosedCycle[] }>,
  at: Instant,
  rules: Rules,
): Moved {
  const { months, price } = monthsForCredit(worker, at, rules);
  const coveredThrough = months.at(-1);
  if (!coveredThrough) return { worker, closed, credit: [] };
  const purchase = purchaseOf(worker, { at, months, price });
  const lastPayment = { id: paymentId(purchase), paidAt: at, months, amount: price } as const;
  const paid = { ...worker, coveredThrough, credit: worker.credit - price };
  const end = {
    on: localDate(zoneOfWorker(worker), at),
    by: 'credit',
    months,
    payment: null,
  } as const;
  const renewed = renew(
    { ...paid, lastPayment: { ...lastPayment, source: 'credit' } },
    end,
    at,
    rules,
  );
  return { worker: renewed.worker, closed: [...closed, ...renewed.closed], credit: [purchase] };
}

/** None before its first day; none for who has ended or is paid for. */
function monthsForCredit(
  worker: Worker,
  at: Instant,
  rules: Rules,
): Readonly<{ months: readonly Month[]; price: number }> {
  const today = localDate(zoneOfWorker(worker), at);
  const months: Month[] = [];
  let price = 0;
  let next = firstMonthToPay(worker, today, rules);
  while (
    isReminded(worker) &&
    next <= monthOf(today) &&
    price + contribution(worker, next) <= worker.credit
  ) {
    price += contribution(worker, next);
    months.push(next);
    next = addMonths(next, 1);
  }
  return { months, price };
}

const purchaseOf = (
  { workerId, coveredThrough }: Worker,
  { at, months, price }: Readonly<{ at: Instant; months: readonly Month[]; price: number }>,
): PaymentRecord => ({
  ...{ channel: creditChannel, reference: at, amount: 0, paidAt: at, months: null },
  ...{ workerId, recordedAt: at, status: 'recorded' },
  ...{ matched: null, reversed: null },
  ...nothingBought,
  ...{ bought: months, price, coveredBefore: coveredThrough },
});

/** Whether credit may buy a month of theirs, now or once its price is as low as it will be. */
export const mayBuyWithCredit = (worker: Worker): boolean =>
  isReminded(worker) && worker.credit >= cheapestFrom(worker, monthOwed(worker));
