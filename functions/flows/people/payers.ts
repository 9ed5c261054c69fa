import type { PaymentRecord } from '#domain/payments/payment';
import type { Worker } from '#domain/people/worker';
import type { WorkerStore } from '#flows/people/worker-store';

/** The person who paid, as of now: no reader would know them by an id. */
export type Payer = Pick<Worker, 'name' | 'credit'>;

/** `worker` is null where nobody is known, or is known any more. */
export type PaymentOf = PaymentRecord & Readonly<{ worker: Payer | null }>;

/** One read for all of them. */
export async function withPayers(
  payments: readonly PaymentRecord[],
  workers: Pick<WorkerStore, 'get'>,
): Promise<readonly PaymentOf[]> {
  const ids = new Set(payments.flatMap(({ workerId }) => workerId ?? []));
  const stored = ids.size > 0 ? await workers.get([...ids]) : null;
  return payments.map((payment) => {
    const worker = stored?.get(payment.workerId ?? '');
    return { ...payment, worker: worker ? { name: worker.name, credit: worker.credit } : null };
  });
}
