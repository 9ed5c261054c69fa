import {
  addMonths,
  addSeconds,
  type Instant,
  localDate,
  type Month,
  monthOf,
} from '#domain/calendar/dates';
import { firstMonthToPay } from '#domain/people/amount-owed';
import { type ClosedCycle, renew } from '#domain/people/cycle';
import { contribution } from '#domain/people/tariff';
import { type Worker, zoneOfWorker } from '#domain/people/worker';
import type { Rules } from '#domain/plan/rules';
import { type Problem, problem } from '#domain/problem';

/** What a channel says: rupiah, when they were paid, and perhaps for how many months (1–12). */
export type PaymentNotice = Readonly<{
  reference: string;
  channel: string;
  amount: number;
  paidAt: Instant;
  months: number | null;
}>;

/**
 * Why a person should look. `too-little`: it buys less than a month, or less than the months it names · `too-much`: what is left would buy another month,
 * which it may not · `ended`, `government-paid`: nothing was expected from this worker · `future`: it says it was paid later than now ·
 * `overdrawn`: it was reversed, and what it had bought could not be taken back whole.
 */
export const paymentFlags = [
  'too-little',
  'too-much',
  'ended',
  'government-paid',
  'future',
  'overdrawn',
] as const;
type PaymentFlag = (typeof paymentFlags)[number];

/** A payment as kept; `unmatched` waits for a roster or a person to bring the worker. */
export type PaymentRecord = PaymentNotice &
  Readonly<{
    /** Null once the person was erased: the money stays, without them. */
    workerId: string | null;
    recordedAt: Instant;
    status: 'recorded' | 'unmatched' | 'reversed';
    reversed: Reversal | null;
  }> &
  Purchase;

/** What a payment bought: the months, what they cost in rupiah, and through which month the worker was covered before. For a person to see: `flags`. */
export type Purchase = Readonly<{
  bought: readonly Month[];
  price: number;
  /** Null where nothing was bought with it yet, and on rows from before this was kept. */
  coveredBefore: Month | null;
  flags: readonly PaymentFlag[];
}>;

/** Who took a payment back, when and why. */
type Reversal = Readonly<{ at: Instant; by: string; byName?: string | undefined; reason: string }>;

export const nothingBought: Purchase = { bought: [], price: 0, coveredBefore: null, flags: [] };

/** The cycle that the payment ends, where it buys a month of somebody who is in a cohort. */
type Applied = Purchase & Readonly<{ worker: Worker; closed: readonly ClosedCycle[] }>;

/**
 * What a payment does to a worker: money and credit buy whole months, oldest first, each at its own tariff; the rest is credit.
 * The day of payment, not of recording, decides whether membership had lapsed. `at` is when it is recorded; `rev` is left to the store.
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

export const paymentId = ({
  channel,
  reference,
}: Pick<PaymentNotice, 'channel' | 'reference'>): string => `pay_${channel}_${reference}`;

/** Channels repeat themselves, perhaps with another time. Other money, months or person under the same reference is another payment; an erased person cannot be told from any. */
export const sameContent = (
  record: PaymentRecord,
  notice: PaymentNotice,
  workerId: string,
): boolean =>
  (record.workerId ?? workerId) === workerId &&
  record.amount === notice.amount &&
  record.months === notice.months;

function buy(worker: Worker, notice: PaymentNotice, at: Instant, rules: Rules) {
  const paidOn = localDate(zoneOfWorker(worker), notice.paidAt < at ? notice.paidAt : at);
  const last = addMonths(monthOf(paidOn), mostMonths);
  const most = Math.min(notice.months ?? mostMonths, mostMonths);
  const bought: Month[] = [];
  let rest = notice.amount + worker.credit;
  let next = firstMonthToPay(worker, paidOn, rules);
  while (bought.length < most && next <= last && rest >= contribution(worker, next)) {
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

/** One to twelve months can be paid at once, and none more than twelve months ahead; the rest stays credit. */
const mostMonths = 12;

/** Clocks of channels run ahead of ours by this much without anybody having to look. */
const clockSkewSeconds = 300;

/** One spelling a channel, so that what a channel sends and what finance imports meet under one key. It stands before the reference in keys and addresses: what ends it must not be in it. */
export function parseChannel(text: string): Readonly<{ channel: string }> | Problem {
  return /^[a-z0-9][a-z0-9-]{0,39}$/i.test(text)
    ? { channel: text.toLowerCase() }
    : problem('channel-none');
}

/** In rupiah; a slip of the pen would otherwise buy a year for a village. */
export const highestPayment = 1_000_000_000;
export const longestReference = 100;
