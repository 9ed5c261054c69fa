import { applyPayment, type PaymentRecord } from '#domain/payment';
import type { Settings } from '#domain/settings';
import type { Worker } from '#domain/worker';
import { currentRules } from '#flows/current-plan';
import type { Clock, PaymentStore, PlanReader, WorkerStore } from '#flows/ports';

export type TakeUpPorts = Readonly<{
  workers: Pick<WorkerStore, 'get'>;
  payments: Pick<PaymentStore, 'unmatchedOf' | 'match'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

/** Payments that came before we knew this person are theirs now, oldest first. Safe to repeat: what was taken up is no longer waiting. */
export async function takeUpPayments(worker: Worker, ports: TakeUpPorts, settings: Settings): Promise<Worker> {
  let current = worker;
  const waiting = await ports.payments.unmatchedOf(worker.workerId);
  for (const payment of waiting.toSorted((a, b) => a.paidAt.localeCompare(b.paidAt)))
    current = await takeUp(current, payment, ports, settings);
  return current;
}

/** The worker with this payment applied; as they are where somebody else took it, or they were erased. */
async function takeUp(worker: Worker, payment: PaymentRecord, ports: TakeUpPorts, settings: Settings): Promise<Worker> {
  const rules = await currentRules(ports.plans, settings);
  let current = worker;
  for (let attempt = 0; attempt < 10; attempt++) {
    const applied = applyPayment(current, payment, ports.clock.now(), rules);
    const matched = { ...payment, status: 'recorded', bought: applied.bought, flags: applied.flags } as const;
    if (await ports.payments.match(matched, applied.worker)) return { ...applied.worker, rev: current.rev + 1 };
    const stored = (await ports.workers.get([worker.workerId])).get(worker.workerId);
    if (!stored || stored.rev === current.rev) return current;
    current = stored;
  }
  return current;
}
