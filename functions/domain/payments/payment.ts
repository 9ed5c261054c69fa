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

/** What a channel tells us. `amount` in rupiah; `months` 1–12, null where it names none. */
export type PaymentNotice = Readonly<{
  reference: string;
  channel: string;
  amount: number;
  paidAt: Instant;
  months: number | null;
}>;

/**
 * Why a person should look. `too-little`: less than a month, or than the months it names ·
 * `too-much`: the rest would buy a month too many · `future`: paid later than now · `overdrawn`:
 * reversed, but its money was used up.
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

export type PaymentRecord = PaymentNotice &
  Readonly<{
    /** Null once the person was erased: the money stays on the books. */
    workerId: string | null;
    recordedAt: Instant;
    status: 'recorded' | 'unmatched' | 'reversed';
    reversed: Reversal | null;
  }> &
  Purchase;

/** What the money bought. `price` in rupiah, credit included; `flags` are for a person to see. */
export type Purchase = Readonly<{
  bought: readonly Month[];
  price: number;
  /** The worker's last paid month before it; null where it bought nothing, and on old rows. */
  coveredBefore: Month | null;
  flags: readonly PaymentFlag[];
}>;

type Reversal = Readonly<{ at: Instant; by: string; byName?: string | undefined; reason: string }>;

export const nothingBought: Purchase = { bought: [], price: 0, coveredBefore: null, flags: [] };

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

export const paymentId = ({
  channel,
  reference,
}: Pick<PaymentNotice, 'channel' | 'reference'>): string => `pay_${channel}_${reference}`;

/** A repeated notice may change the time alone. An erased worker cannot be told from others. */
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

/** A payment buys 1 to 12 months, and none more than 12 months ahead; the rest is credit. */
const mostMonths = 12;

/** Channels' clocks may run ahead of ours by this much before a person has to look. */
const clockSkewSeconds = 300;

/** In lower case, so that webhook and file meet under one key; must not hold key separators. */
export function parseChannel(text: string): Readonly<{ channel: string }> | Problem {
  return /^[a-z0-9][a-z0-9-]{0,39}$/i.test(text)
    ? { channel: text.toLowerCase() }
    : problem('channel-none');
}

/** In rupiah. A typing slip would otherwise buy a year for a village. */
export const highestPayment = 1_000_000_000;
export const longestReference = 100;
