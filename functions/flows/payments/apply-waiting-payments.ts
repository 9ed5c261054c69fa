import type { PaymentRecord } from '#domain/payments/payment';
import { payerMark } from '#domain/payments/repeated-notice';
import type { Worker } from '#domain/people/worker';
import type { Settings } from '#domain/settings';
import { matchedPayment } from '#flows/payments/matched-payment';
import type { PaymentStore } from '#flows/payments/payment-store';
import type { WorkerStore } from '#flows/people/worker-store';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type ApplyPorts = Readonly<{
  workers: Pick<WorkerStore, 'get'>;
  payments: Pick<PaymentStore, 'ofWorker' | 'waitingFor' | 'match'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

/** Oldest first. Safe to repeat: an applied payment no longer waits. */
export async function applyWaitingPayments(
  worker: Worker,
  ports: ApplyPorts,
  settings: Settings,
): Promise<Worker> {
  let current = worker;
  const all = await ports.payments.ofWorker(worker.workerId);
  const waiting = all.filter(({ status }) => status === 'unmatched');
  for (const payment of waiting.toSorted((a, b) => a.paidAt.localeCompare(b.paidAt)))
    current = await applyOne(current, payment, ports, settings);
  return current;
}

/** Unchanged where somebody else matched the payment, or the worker was erased. */
async function applyOne(
  worker: Worker,
  payment: PaymentRecord,
  ports: ApplyPorts,
  settings: Settings,
): Promise<Worker> {
  let current = worker;
  return retryOnConflict(
    async () => {
      const given = await give(payment, current, ports, settings);
      if (given) return given.worker;
      const stored = (await ports.workers.get([worker.workerId])).get(worker.workerId);
      if (!stored || stored.rev === current.rev) return current;
      current = stored;
      return undefined;
    },
    () => current,
  );
}

type Given = Readonly<{ worker: Worker; payment: PaymentRecord }>;

/** Undefined where the payment no longer waits, or the worker was written since. */
export async function give(
  unmatched: PaymentRecord,
  worker: Worker,
  {
    payments,
    plans,
    clock,
  }: Pick<ApplyPorts, 'plans' | 'clock'> & { payments: Pick<PaymentStore, 'ofWorker' | 'match'> },
  settings: Settings,
): Promise<Given | undefined> {
  const others = await payments.ofWorker(worker.workerId);
  const terms = { plan: await currentPlan(plans), settings, at: clock.now(), others };
  const matched = { at: terms.at, notified: payerMark(unmatched, unmatched.workerId ?? '') };
  const { payment, paid } = matchedPayment({ ...unmatched, matched }, worker, terms);
  return (await payments.match(payment, paid))
    ? { worker: { ...paid.worker, rev: worker.rev + 1 }, payment }
    : undefined;
}
