import {
  addMonths,
  addSeconds,
  type Instant,
  localDate,
  type Month,
  monthOf,
  monthRange,
} from '#domain/calendar/dates';
import {
  type PaymentFlag,
  type PaymentNotice,
  type PaymentRecord,
  paymentFlags,
  paymentId,
} from '#domain/payments/payment';
import { mayBeTold } from '#domain/payments/roster-link';
import { contribution } from '#domain/people/tariff';
import { monthOwed, type Worker, zoneOfWorker } from '#domain/people/worker';

type Judged = Readonly<{
  /** As of before the payment. */
  worker: Worker;
  notice: PaymentNotice;
  at: Instant;
  others: readonly PaymentRecord[];
  /** How many months are bought or linked. */
  paidFor: number;
  couldBuyMore?: boolean;
  /** The first month that the money could buy. */
  first?: Month;
  /** To months that a roster had told of: it is their price. */
  isLinked?: boolean;
}>;

/** Why a person should look at a payment. It is recorded, and buys what it can, all the same. */
export function flagsOf(judged: Judged): readonly PaymentFlag[] {
  const { worker, notice, at, others, paidFor, couldBuyMore = false, isLinked = false } = judged;
  const holds = {
    'too-little': paidFor < (notice.months ?? 1) && !couldBuyMore,
    'too-much': couldBuyMore,
    'odd-amount': !isLinked && !isSumOfPrices(judged),
    'possible-duplicate':
      others.some((other) => isAlike(other, notice, worker)) ||
      (!isLinked && mayBeTold(worker, notice)),
    'too-old': isTooOld(worker, notice),
    future: notice.paidAt > addSeconds(at, clockSkewSeconds),
    ended: worker.ended !== null,
    'government-paid': worker.governmentPaid,
    overdrawn: false,
  } satisfies Record<PaymentFlag, boolean>;
  return paymentFlags.filter((flag) => holds[flag]);
}

/** Channels' clocks may run ahead of ours by this much before a person has to look. */
const clockSkewSeconds = 300;

/** A channel's fee or a typing slip is none. What a text asks for is: its amount is less credit. */
function isSumOfPrices({ worker, notice: { amount }, first = monthOwed(worker) }: Judged): boolean {
  const months = monthRange(monthOwed(worker), addMonths(first, 11));
  const prices = [...new Set(months.map((month) => contribution(worker, month)))];
  let sums = [0];
  for (let more = 0; more < 12; more += 1) {
    sums = [...new Set(sums.flatMap((sum) => prices.map((price) => sum + price)))];
    if (sums.includes(amount) || sums.includes(amount + worker.credit)) return true;
  }
  return false;
}

/**
 * Channels hand payments on, and finance's file repeats what a webhook has told: the same sum on
 * one day, or a reference that lost its zeros or capitals on the way (Excel takes it for a number).
 */
function isAlike(other: PaymentRecord, notice: PaymentNotice, worker: Worker): boolean {
  if (other.status !== 'recorded' || paymentId(other) === paymentId(notice)) return false;
  const dayOf = ({ paidAt }: PaymentNotice) => localDate(zoneOfWorker(worker), paidAt);
  const [sameAmount, sameChannel] = [
    other.amount === notice.amount,
    other.channel === notice.channel,
  ];
  return (
    (sameAmount && dayOf(other) === dayOf(notice)) ||
    ((sameAmount || sameChannel) && bare(other.reference) === bare(notice.reference))
  );
}

const bare = (reference: string): string => reference.toLowerCase().replace(/^0+/, '');

const isTooOld = (worker: Worker, { paidAt }: PaymentNotice): boolean =>
  monthOf(localDate(zoneOfWorker(worker), paidAt)) < addMonths(monthOwed(worker), -12);
