import { withCreditSpent } from '#domain/payments/credit';
import type { PaymentRecord } from '#domain/payments/payment';
import { withoutPayment } from '#domain/payments/reversal';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { give } from '#flows/payments/apply-waiting-payments';
import type { Paid, PaymentStore } from '#flows/payments/payment-store';
import { getWorker } from '#flows/people/show-workers';
import type { WorkerStore } from '#flows/people/worker-store';
import { currentRules } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type CorrectionPorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'timeline'>;
  payments: Pick<PaymentStore, 'get' | 'ofWorker' | 'match' | 'reverse'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

export type PaymentKey = Readonly<{ channel: string; reference: string }>;
type Why = Readonly<{ by: string; byName?: string; reason: string }>;

/** Reversing again changes nothing, and shows the first reason. */
export const reversePayment = (
  key: PaymentKey,
  why: Why,
  ports: CorrectionPorts,
  settings: Settings,
): Promise<PaymentRecord> =>
  changeStored(key, ports, async (payment) => {
    if (payment.status === 'reversed') return payment;
    const { paid, overdrawn } = await withoutIt(payment, ports, settings);
    const reversed: PaymentRecord = {
      ...payment,
      status: 'reversed',
      flags: overdrawn ? ['overdrawn'] : [],
      reversed: { at: ports.clock.now(), ...why, was: payment.status },
    };
    return (await ports.payments.reverse(reversed, payment.status, paid)) ? reversed : undefined;
  });

export const matchPayment = (
  key: PaymentKey,
  workerId: string,
  ports: CorrectionPorts,
  settings: Settings,
): Promise<PaymentRecord> =>
  changeStored(key, ports, async (payment) => {
    if (payment.status !== 'unmatched')
      throw refused(
        'conflict',
        problem('payment-not-unmatched', { ...key, status: payment.status }),
      );
    const worker = await getWorker(workerId, ports.workers);
    return (await give(payment, worker, ports, settings))?.payment;
  });

/** `paid` is null where no worker is stored for the payment. */
async function withoutIt(
  payment: PaymentRecord,
  { workers, plans, clock }: CorrectionPorts,
  settings: Settings,
): Promise<Readonly<{ paid: Paid | null; overdrawn: boolean }>> {
  const { workerId, status } = payment;
  const worker =
    (workerId && status === 'recorded' && (await workers.get([workerId])).get(workerId)) || null;
  if (!worker) return { paid: null, overdrawn: false };
  // Read after the worker: what is recorded from here on moves `rev`, and the reversal is tried
  // anew.
  const { payments, cycles } = await workers.timeline(worker.workerId);
  const others = payments.filter(
    ({ channel, reference }) => channel !== payment.channel || reference !== payment.reference,
  );
  const [at, rules] = [clock.now(), await currentRules(plans, settings)];
  const {
    worker: after,
    rewritten,
    overdrawn,
  } = withoutPayment(worker, payment, { payments: others, cycles }, { at, draw: rules });
  return { paid: withCreditSpent({ worker: after, closed: rewritten }, at, rules), overdrawn };
}

function changeStored(
  { channel, reference }: PaymentKey,
  { payments }: Pick<CorrectionPorts, 'payments'>,
  act: (payment: PaymentRecord) => Promise<PaymentRecord | undefined>,
): Promise<PaymentRecord> {
  return retryOnConflict(
    async () => {
      const payment = await payments.get(channel, reference);
      if (payment) return act(payment);
      throw refused('not-found', problem('no-such-payment', { channel, reference }));
    },
    () => {
      throw refused('conflict', problem('payment-changing', { channel, reference }));
    },
  );
}
