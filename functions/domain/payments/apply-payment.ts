import { addMonths, addSeconds, type Instant, localDate, type Month } from '#domain/calendar/dates';
import {
  type PaymentFlag,
  type PaymentNotice,
  type Purchase,
  paymentFlags,
  paymentId,
} from '#domain/payments/payment';
import { firstMonthToPay } from '#domain/people/amount-owed';
import { type ClosedCycle, renew } from '#domain/people/cycle';
import { contribution } from '#domain/people/tariff';
import { type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';

type Applied = Purchase & Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }>;

/**
 * Money and credit buy whole months, oldest first, each at its own tariff; the rest is credit. The
 * day of payment, not of recording (`at`), decides about lapse. The store counts `rev`.
 */
export function applyPayment(
  worker: Worker,
  notice: PaymentNotice,
  at: Instant,
  rules: Rules,
): Applied {
  const { bought, rest, next, paidOn } = buy(worker, notice, at, rules);
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
  let next = firstMonthToPay(worker, paidOn, rules);
  while (bought.length < most && rest >= contribution(worker, next)) {
    rest -= contribution(worker, next);
    bought.push(next);
    next = addMonths(next, 1);
  }
  return { bought, rest, next, paidOn };
}

type Judged = Readonly<{
  worker: Worker;
  notice: PaymentNotice;
  at: Instant;
  bought: number;
  couldBuyMore: boolean;
}>;

function flagsOf({ worker, notice, at, bought, couldBuyMore }: Judged): readonly PaymentFlag[] {
  const holds = {
    'too-little': bought < (notice.months ?? 1) && !couldBuyMore,
    'too-much': couldBuyMore,
    ended: worker.ended !== null,
    'government-paid': worker.governmentPaid,
    future: notice.paidAt > addSeconds(at, clockSkewSeconds),
    overdrawn: false,
  } satisfies Record<PaymentFlag, boolean>;
  return paymentFlags.filter((flag) => holds[flag]);
}

/** However far ahead the first of them lies. */
const mostMonths = 12;

/** Channels' clocks may run ahead of ours by this much before a person has to look. */
const clockSkewSeconds = 300;
