import { applyPayment } from '#domain/payments/apply-payment';
import type { PaymentNotice, PaymentRecord } from '#domain/payments/payment';
import { withoutPayment } from '#domain/payments/reversal';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import type { Worker } from '#domain/people/worker';
import { rules } from '../../../builders.ts';

const at = '2026-11-11T02:00:00.000Z';

export const later = '2026-11-20T02:00:00.000Z';

export type Paid = Readonly<{ amount: number; months?: number; at?: string }>;

/** What somebody has after these payments, P0 first, and the payments as they are kept. */
export function paying(worker: Worker, ...paid: readonly Paid[]) {
  let current = worker;
  const payments: PaymentRecord[] = [];
  const cycles: ClosedCycle[] = [];
  for (const [
    index,
    { amount, months = null, at: paidAt = new Date(Date.parse(at) + index * 1_000).toISOString() },
  ] of paid.entries()) {
    const notice: PaymentNotice = {
      reference: `P${index}`,
      channel: 'bank',
      amount,
      months,
      paidAt,
    };
    const {
      worker: next,
      closed,
      ...purchase
    } = applyPayment(current, notice, {
      at: paidAt,
      rules,
      others: payments,
    });
    cycles.push(...closed);
    payments.push({
      ...notice,
      workerId: worker.workerId,
      recordedAt: paidAt,
      status: 'recorded',
      ...{ matched: null, reversed: null },
      ...purchase,
    });
    current = next;
  }
  return { worker: current, payments, cycles };
}

/** Takes these payments back, by their number and in this order. */
export function reversePayment(
  { worker, payments, cycles }: ReturnType<typeof paying>,
  ...numbers: readonly number[]
) {
  let current = worker;
  let overdrawn = false;
  const archived = new Map(cycles.map((cycle) => [keyOf(cycle), cycle]));
  const all = [...payments];
  for (const number of numbers) {
    const payment = payments[number] as PaymentRecord;
    const others = all.filter((_, index) => index !== number);
    const taken = withoutPayment(
      current,
      payment,
      { payments: others, cycles: [...archived.values()] },
      { at: later, draw: rules },
    );
    for (const cycle of taken.rewritten) archived.set(keyOf(cycle), cycle);
    all[number] = { ...payment, status: 'reversed' };
    current = taken.worker;
    overdrawn ||= taken.overdrawn;
  }
  return {
    worker: current,
    overdrawn,
    cycles: [...archived.values()].filter(({ voided }) => !voided),
  };
}

const keyOf = ({ month, began }: ClosedCycle): string => `${month} ${began}`;
