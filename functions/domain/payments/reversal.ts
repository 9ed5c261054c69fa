import { addMonths, type Instant, type Month, monthRange } from '#domain/calendar/dates';
import { latestOf, paidFor } from '#domain/payments/last-payment';
import { type PaymentRecord, paymentId } from '#domain/payments/payment';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { replayCycles } from '#domain/people/cycles/cycle-replay';
import type { Draw } from '#domain/people/cycles/next-cycle';
import { contribution } from '#domain/people/tariff';
import type { Worker } from '#domain/people/worker';

/** `overdrawn`: the credit does not cover what the payment had bought. */
type TakenBack = Readonly<{
  worker: Worker;
  rewritten: readonly ClosedCycle[];
  overdrawn: boolean;
}>;

type Kept = Readonly<{ payments: readonly PaymentRecord[]; cycles: readonly ClosedCycle[] }>;

/**
 * Its money leaves the credit; where credit falls short, the last covered months are given back at
 * their tariff, so no rupiah appears or vanishes. The store counts `rev`.
 */
export function withoutPayment(
  worker: Worker,
  payment: PaymentRecord,
  { payments, cycles }: Kept,
  { at, draw }: Now,
): TakenBack {
  const { coveredThrough, credit } = isLast(worker, payment)
    ? {
        coveredThrough: payment.coveredBefore ?? worker.coveredThrough,
        credit: worker.credit - payment.amount + payment.price,
      }
    : fromTheEnd(worker, payment, payments);
  const without = {
    ...worker,
    coveredThrough,
    credit: Math.max(0, credit),
    lastPayment:
      worker.lastPayment?.id === paymentId(payment)
        ? latestOf(worker, payments)
        : worker.lastPayment,
  };
  const { cycle, rewritten } = replayCycles(without, cycles, {
    payment: paymentId(payment),
    linked: payment.linked,
    leftover: payment.amount - payment.price,
    at,
    draw,
  });
  return { worker: { ...without, cycle }, rewritten, overdrawn: credit < 0 };
}

type Now = Readonly<{ at: Instant; draw: Draw }>;

/** Nothing was built on it: restores both, also across months that a lapsed worker skipped. */
const isLast = (worker: Worker, payment: PaymentRecord): boolean =>
  payment.coveredBefore !== null &&
  worker.lastPayment?.id === paymentId(payment) &&
  worker.coveredThrough === (paidFor(payment).at(-1) ?? payment.coveredBefore) &&
  worker.credit - payment.amount + payment.price >= 0;

/**
 * Later payments built on it: give back as many months as repay it, none from before it. A worker
 * who lapsed and restarted since keeps those months: this payment's lie before the restart. None
 * that was skipped is given back.
 */
function fromTheEnd(worker: Worker, payment: PaymentRecord, others: readonly PaymentRecord[]) {
  const since = others.filter(
    ({ status, recordedAt }) => status === 'recorded' && recordedAt > payment.recordedAt,
  );
  const restart = [payment, ...since]
    .filter(skipsMonths)
    .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))
    .at(-1);
  const floor = restart
    ? addMonths(restart.bought[0] ?? worker.coveredThrough, -1)
    : lowest(worker, payment, others);
  let credit =
    worker.credit - payment.amount + (restart && restart !== payment ? payment.price : 0);
  let coveredThrough = worker.coveredThrough;
  while (credit < 0 && coveredThrough > floor) {
    credit += contribution(worker, coveredThrough);
    coveredThrough = addMonths(coveredThrough, -1);
  }
  const atRestart = restart !== undefined && coveredThrough === floor;
  return { coveredThrough: atRestart ? (restart.coveredBefore ?? floor) : coveredThrough, credit };
}

/** Once an earlier payment is reversed, this one's money pays for that one's months. */
function lowest(worker: Worker, payment: PaymentRecord, others: readonly PaymentRecord[]): Month {
  const reversed = others.flatMap((other) =>
    other.status === 'reversed' && other.coveredBefore !== null ? [other.coveredBefore] : [],
  );
  const own = payment.coveredBefore ?? addMonths(worker.coveredThrough, -paidFor(payment).length);
  return [own, ...reversed].sort()[0] ?? own;
}

const skipsMonths = ({ coveredBefore, bought: [first] }: PaymentRecord): boolean =>
  coveredBefore !== null && first !== undefined && monthRange(coveredBefore, first).length > 2;
