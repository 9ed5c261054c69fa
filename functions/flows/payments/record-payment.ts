import {
  applyPayment,
  nothingBought,
  type PaymentNotice,
  type PaymentRecord,
  sameContent,
} from '#domain/payments/payment';
import { rulesOf } from '#domain/plan/rules';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { confirmationOf } from '#domain/sending/confirmation';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import type { Clock, PaymentStore, PlanReader, WorkerStore } from '#flows/ports';

export type PaymentPorts = Readonly<{
  workers: Pick<WorkerStore, 'get'>;
  payments: Pick<PaymentStore, 'get' | 'record'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

export type Recorded = Readonly<{
  status: 'recorded' | 'already-recorded' | 'unmatched';
  payment: PaymentRecord;
}>;

/** As `tryToRecord`; where others are always faster, it throws what makes the channel send it again. */
export async function recordPayment(
  notice: PaymentNotice,
  workerId: string,
  ports: PaymentPorts,
  settings: Settings,
): Promise<Recorded> {
  const recorded = await tryToRecord(notice, workerId, ports, settings);
  if (recorded) return recorded;
  // Not a refusal: 409 tells a channel that its reference is taken, and it would give up. Whatever else is answered makes it send again.
  throw new Error(
    `Payment ${notice.channel} ${notice.reference} could not be recorded: the worker was written by others ten times meanwhile`,
  );
}

/**
 * Money that came in, recorded exactly once by its reference: coverage moves on and the reminders of the months bought stop, in one transaction.
 * The same reference with the same content changes nothing; with other content it is refused. For somebody we do not know it is kept for a person.
 * Null where the worker was written by others ten times meanwhile, or their row cannot be read.
 */
export async function tryToRecord(
  notice: PaymentNotice,
  workerId: string,
  ports: PaymentPorts,
  settings: Settings,
): Promise<Recorded | null> {
  const plan = await currentPlan(ports.plans);
  const rules = rulesOf(plan, settings);
  for (let attempt = 0; attempt < 10; attempt++) {
    const known = await ports.payments.get(notice.channel, notice.reference);
    if (known) return again(known, notice, workerId);
    const worker = (await ports.workers.get([workerId])).get(workerId) ?? null;
    const recordedAt = ports.clock.now();
    const applied = worker ? applyPayment(worker, notice, recordedAt, rules) : null;
    const {
      worker: after,
      closed,
      ...purchase
    } = applied ?? { worker: null, closed: [], ...nothingBought };
    const payment: PaymentRecord = {
      ...notice,
      workerId,
      recordedAt,
      status: after ? 'recorded' : 'unmatched',
      reversed: null,
      ...purchase,
    };
    const confirmation = after && confirmationOf(payment, { worker: after, closed }, plan);
    const written = await ports.payments.record(
      payment,
      after && { worker: after, closed, confirmation },
    );
    if (written === 'recorded') return { status: after ? 'recorded' : 'unmatched', payment };
  }
  return null;
}

function again(known: PaymentRecord, notice: PaymentNotice, workerId: string): Recorded {
  if (sameContent(known, notice, workerId))
    return {
      status: known.status === 'unmatched' ? 'unmatched' : 'already-recorded',
      payment: known,
    };
  const { channel, reference } = notice;
  throw refused('conflict', problem('reference-taken', { channel, reference }));
}
