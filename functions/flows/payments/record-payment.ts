import { addSeconds } from '#domain/calendar/dates';
import { nothingBought, type PaymentNotice, type PaymentRecord } from '#domain/payments/payment';
import { sameContent } from '#domain/payments/repeated-notice';
import { problem } from '#domain/problem';
import { busy, refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { matchedPayment } from '#flows/payments/matched-payment';
import type { PaymentStore } from '#flows/payments/payment-store';
import type { WorkerStore } from '#flows/people/worker-store';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { retryOnConflict } from '#flows/retry-on-conflict';

export type PaymentPorts = Readonly<{
  workers: Pick<WorkerStore, 'get'>;
  payments: Pick<PaymentStore, 'get' | 'ofWorker' | 'record'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

/** `known`: the payment was there before, matched with its worker or not. */
export type Recorded = Readonly<{
  status: 'recorded' | 'already-recorded' | 'unmatched';
  payment: PaymentRecord;
  known: boolean;
}>;

/** As `tryToRecord`; where others are always faster, the channel is asked to send it again. */
export async function recordPayment(
  notice: PaymentNotice,
  workerId: string,
  ports: PaymentPorts,
  settings: Settings,
): Promise<Recorded> {
  const tried = await tryToRecord(notice, workerId, ports, settings);
  if (tried) return tried;
  // Not a 409: that tells a channel that its reference is taken, and it would give up.
  if ((await ports.workers.get([workerId])).has(workerId)) throw busy();
  throw new Error(`${workerId} has a payment that cannot be recorded: their row cannot be read`);
}

/**
 * Records money exactly once by its reference: coverage moves on and the reminders of the months
 * bought stop, in one transaction. The same reference again changes nothing, or is refused where
 * its content differs. Null where others were always faster, or the row of the worker cannot
 * be read.
 */
export async function tryToRecord(
  notice: PaymentNotice,
  workerId: string,
  ports: PaymentPorts,
  settings: Settings,
): Promise<Recorded | null> {
  const plan = await currentPlan(ports.plans);
  const deadline = addSeconds(ports.clock.now(), patienceSeconds);
  return retryOnConflict<Recorded | null>(
    async () => {
      const known = await ports.payments.get(notice.channel, notice.reference);
      if (known) return again(known, notice, workerId);
      const worker = (await ports.workers.get([workerId])).get(workerId);
      const others = worker ? await ports.payments.ofWorker(workerId) : [];
      const at = ports.clock.now();
      const unmatched = unmatchedPayment(notice, workerId, at);
      const { payment, paid } = worker
        ? matchedPayment(unmatched, worker, { plan, settings, at, others })
        : { payment: unmatched, paid: null };
      if ((await ports.payments.record(payment, paid)) !== 'recorded') return undefined;
      return { status: worker ? 'recorded' : 'unmatched', payment, known: false };
    },
    () => null,
    () => ports.clock.now() > deadline,
  );
}

/** Half of what the function has: whoever sent the payment gets an answer, if only to wait. */
const patienceSeconds = 10;

const unmatchedPayment = (
  notice: PaymentNotice,
  workerId: string,
  recordedAt: string,
): PaymentRecord => ({
  ...notice,
  workerId,
  recordedAt,
  status: 'unmatched',
  ...{ matched: null, reversed: null },
  ...nothingBought,
});

function again(known: PaymentRecord, notice: PaymentNotice, workerId: string): Recorded {
  if (sameContent(known, notice, workerId))
    return {
      status: known.status === 'unmatched' ? 'unmatched' : 'already-recorded',
      payment: known,
      known: true,
    };
  const { channel, reference } = notice;
  throw refused('conflict', problem('reference-taken', { channel, reference }));
}
