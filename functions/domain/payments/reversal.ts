import { addMonths, type Instant, type Month, monthRange } from '#domain/calendar/dates';
import { type PaymentRecord, paymentId } from '#domain/payments/payment';
import type { ClosedCycle, Draw } from '#domain/people/cycle';
import { replayCycles } from '#domain/people/cycle-replay';
import { contribution } from '#domain/people/tariff';
import type { Worker } from '#domain/people/worker';

/** `overdrawn`: more was bought with the money than could be taken back. */
type TakenBack = Readonly<{
  worker: Worker;
  rewritten: readonly ClosedCycle[];
  overdrawn: boolean;
}>;

/** `payments` are the worker's others, reversed ones too; `cycles` all that have ended. */
type Kept = Readonly<{ payments: readonly PaymentRecord[]; cycles: readonly ClosedCycle[] }>;

/**
 * The worker without this payment: its money leaves the credit, and where the credit falls short, the last months covered are given back at their tariff.
 * No rupiah is made or lost. The cycles are those that there would be without it; `rev` is left to the store.
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
    lastPayment: worker.lastPayment?.id === paymentId(payment) ? null : worker.lastPayment,
  };
  const { cycle, rewritten } = replayCycles(without, cycles, {
    payment: paymentId(payment),
    at,
    draw,
  });
  return { worker: { ...without, cycle }, rewritten, overdrawn: credit < 0 };
}

type Now = Readonly<{ at: Instant; draw: Draw }>;

/** Nothing moved coverage or used the credit since: everything goes back to where it was, also across the months that somebody who had lapsed skipped. */
const isLast = (worker: Worker, payment: PaymentRecord): boolean =>
  payment.coveredBefore !== null &&
  worker.lastPayment?.id === paymentId(payment) &&
  worker.coveredThrough === (payment.bought.at(-1) ?? payment.coveredBefore) &&
  worker.credit - payment.amount + payment.price >= 0;

/**
 * Something was bought on top, so the money says how many months go: as many as it takes to pay it back, and no more than came by this payment and after it.
 * Who lapsed and came back since keeps the months since then: those of this payment are past, and are given back where they are.
 */
function fromTheEnd(worker: Worker, payment: PaymentRecord, others: readonly PaymentRecord[]) {
  const restart = others
    .filter(
      (other) =>
        other.status === 'recorded' && other.recordedAt > payment.recordedAt && skipsMonths(other),
    )
    .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))
    .at(-1);
  const floor = restart
    ? addMonths(restart.bought[0] ?? worker.coveredThrough, -1)
    : lowest(worker, payment, others);
  let credit = worker.credit - payment.amount + (restart ? payment.price : 0);
  let coveredThrough = worker.coveredThrough;
  while (credit < 0 && coveredThrough > floor) {
    credit += contribution(worker, coveredThrough);
    coveredThrough = addMonths(coveredThrough, -1);
  }
  const atRestart = restart !== undefined && coveredThrough === floor;
  return { coveredThrough: atRestart ? (restart.coveredBefore ?? floor) : coveredThrough, credit };
}

/** Where an earlier payment was reversed, this one's money has come to pay for that one's months. */
function lowest(
  worker: Worker,
  { coveredBefore, bought }: PaymentRecord,
  others: readonly PaymentRecord[],
): Month {
  const reversed = others.flatMap((other) =>
    other.status === 'reversed' && other.coveredBefore !== null ? [other.coveredBefore] : [],
  );
  const own = coveredBefore ?? addMonths(worker.coveredThrough, -bought.length);
  return [own, ...reversed].sort()[0] ?? own;
}

const skipsMonths = ({ coveredBefore, bought: [first] }: PaymentRecord): boolean =>
  coveredBefore !== null && first !== undefined && monthRange(coveredBefore, first).length > 2;
