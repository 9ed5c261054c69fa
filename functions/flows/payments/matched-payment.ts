import { applyPayment } from '#domain/payments/apply-payment';
import { withCreditSpent } from '#domain/payments/credit';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { confirmationOf } from '#domain/sending/confirmation';
import type { Settings } from '#domain/settings';
import type { Paid } from '#flows/payments/payment-store';

/** `others`: the worker's other payments, read after the worker: a later one moves `rev`. */
type Terms = Readonly<{
  plan: Plan;
  settings: Settings;
  at: string;
  others: readonly PaymentRecord[];
}>;

export function matchedPayment(
  unmatched: PaymentRecord,
  worker: Worker,
  { plan, settings, at, others }: Terms,
): Readonly<{ payment: PaymentRecord; paid: Paid }> {
  const rules = rulesOf(plan, settings);
  const applied = applyPayment(worker, unmatched, { at, rules, others });
  const { worker: after, closed, ...purchase } = applied;
  const { workerId } = worker;
  const payment: PaymentRecord = { ...unmatched, workerId, status: 'recorded', ...purchase };
  const paid = withCreditSpent({ worker: after, closed }, at, rules);
  return { payment, paid: { ...paid, confirmation: confirmationOf(payment, paid, plan) } };
}
